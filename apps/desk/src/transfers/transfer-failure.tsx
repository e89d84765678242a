/** A refusal of a hand-over in its own words, where the API gives a reason for it. */
import { ApiProblem } from "@tillit/web-kit";
import { Failure } from "../page/notice.tsx";
import { useTexts } from "../texts/language.ts";
import { transferTexts } from "./texts/transfer-texts.ts";

export function TransferFailure({ error }: { readonly error: unknown }) {
  const { texts, lang } = useTexts();
  if (error === undefined) return null;
  const reason = error instanceof ApiProblem ? transferTexts[lang].refused[error.reason ?? ""] : undefined;
  if (reason === undefined) return <Failure error={error} />;
  return (
    <div class="panel failure" role="alert">
      <p>
        <strong>{texts.error}</strong> {reason}
      </p>
    </div>
  );
}
