/** Why the workflow refused a step, in its own words; undefined for any other failure. */
import type { Language } from "@tillit/law-reference";
import { ApiProblem } from "@tillit/web-kit";
import type { RefusalCode } from "@tillit/dsar-workflow";

export async function refusalOf(error: unknown, lang: Language): Promise<string | undefined> {
  if (!(error instanceof ApiProblem) || error.reason?.startsWith("DSAR_") !== true) return undefined;
  const { refusalText } = await import("@tillit/dsar-workflow");
  const code = error.reason as RefusalCode;
  return Object.hasOwn(refusalText, code) ? refusalText[code][lang] : undefined;
}
