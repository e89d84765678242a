import { ApiProblem, DeploymentError } from "@tillit/web-kit";
import type { MyTexts } from "./texts/my-texts.ts";

/** What to say of something that failed. */
export function faultText(error: unknown, texts: MyTexts): string {
  if (error instanceof DeploymentError) return texts.open.failed(error.code);
  if (!(error instanceof ApiProblem)) return texts.open.failed("BROWSER");
  return error.code === "OFFLINE" ? texts.open.offline : texts.open.failed(error.code);
}
