/** What retention law says about this case: outcome, window, provision and reasons. */
import type { Disposition } from "../api/wire.ts";
import { dispositionStatus, dispositionText, gradeText, transferText } from "../texts/codes.ts";
import { RecordLink } from "../page/list/record-link.tsx";
import { Link } from "../page/router.tsx";
import { showDate, useTexts } from "../texts/language.ts";

export function Window({ disposition }: { readonly disposition: Disposition }) {
  const { texts, lang } = useTexts();
  const { earliest, latest } = disposition;
  const words = texts.retention;
  if (earliest !== undefined && latest !== undefined) {
    return <>{words.until(showDate(earliest, lang), showDate(latest, lang))}</>;
  }
  if (earliest !== undefined) return <>{words.from(showDate(earliest, lang))}</>;
  return <>{latest === undefined ? words.noDate : words.by(showDate(latest, lang))}</>;
}

export function Provisions({ disposition }: { readonly disposition: Disposition }) {
  const { texts } = useTexts();
  const { deciding } = disposition;
  if (deciding === undefined) return <>–</>;
  return (
    <>
      {deciding.cite.map(({ act, at }) => `${act} ${at}`).join("; ")}{" "}
      <span class="muted">({gradeText(deciding.grade, texts)})</span>
    </>
  );
}

export function Reasons({ disposition }: { readonly disposition: Disposition }) {
  const sentences = disposition.explanation ?? [];
  if (sentences.length === 0) return null;
  return (
    <ul class="sentences">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/** A request, a disposal list or a hold: the way to what keeps the record. */
function HeldBy({ by }: { readonly by: string }) {
  const { texts } = useTexts();
  const [of = by] = by.split("/");
  if (of.startsWith("r-")) return <RecordLink record={of} />;
  if (of.startsWith("d-")) return <Link to={`/gallringslistor/${of}`}>{texts.retention.heldByList}</Link>;
  return <Link to="/sparrar">{texts.retention.heldByHold}</Link>;
}

export function DispositionPanel({ disposition }: { readonly disposition: Disposition }) {
  const { texts, lang } = useTexts();
  const words = texts.retention;
  const { heldBy = [], transferTo, dutyArises } = disposition;
  return (
    <section aria-labelledby="disposition-title" class="panel">
      <h2 id="disposition-title">{words.caseTitle}</h2>
      <dl class="facts">
        <dt>{words.outcome}</dt>
        <dd>
          {dispositionText(disposition.outcome, texts)}
          {transferTo !== undefined && ` (${transferText(transferTo, texts)})`}
        </dd>
        <dt>{words.status}</dt>
        <dd>{dispositionStatus(disposition, texts)}</dd>
        {dutyArises !== undefined && (
          <>
            <dt>{words.dutyArises}</dt>
            <dd>{showDate(dutyArises, lang)}</dd>
          </>
        )}
        <dt>{words.window}</dt>
        <dd>
          <Window disposition={disposition} />
        </dd>
        <dt>{words.law}</dt>
        <dd>
          <Provisions disposition={disposition} />
        </dd>
        {heldBy.length > 0 && (
          <>
            <dt>{words.heldBy}</dt>
            <dd>
              {heldBy.map((by) => (
                <p key={by}>
                  <HeldBy by={by} />
                </p>
              ))}
            </dd>
          </>
        )}
      </dl>
      {(disposition.explanation ?? []).length > 0 && <h3>{words.reasons}</h3>}
      <Reasons disposition={disposition} />
    </section>
  );
}
