import { StepShell } from "@tillit/web-kit";
import type { JSX } from "preact";
import { useTexts } from "../context.ts";

/** The end: everything is forgotten. */
export function Finished(): JSX.Element {
  const { form } = useTexts();
  return (
    <StepShell id="finished" title={form.receipt.finishedTitle} service={form.service}>
      <p>{form.receipt.finishedText}</p>
    </StepShell>
  );
}
