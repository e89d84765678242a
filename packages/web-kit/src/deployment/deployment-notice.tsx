import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useKitTexts } from "../language.ts";
import { DeploymentError, type DeploymentErrorCode } from "./deployment-error.ts";
import { fetchDeployment } from "./fetch-deployment.ts";

/** Says as soon as the page is there that its settings are refused; nothing otherwise. */
export function DeploymentNotice(): JSX.Element | null {
  const texts = useKitTexts();
  const [code, setCode] = useState<DeploymentErrorCode>();
  useEffect(() => {
    fetchDeployment().catch((error: unknown) => {
      if (error instanceof DeploymentError) setCode(error.code);
    });
  }, []);
  return code === undefined ? null : (
    <p role="alert" class="panel warn">
      {texts.wronglySetUp(code)}
    </p>
  );
}
