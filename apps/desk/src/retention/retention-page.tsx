/** Every application and request of the own controller and what retention law says about it today. */
import { planPage, type PlannedRow } from "../api/lists.ts";
import { Provisions, Reasons, Window } from "../applications/disposition-panel.tsx";
import { ApplicationCells, ApplicationHeads } from "../page/list/application-cells.tsx";
import { Cell, RowHead } from "../page/list/cell.tsx";
import { Loaded } from "../page/notice.tsx";
import { MoreRows, usePages } from "../page/list/pages.tsx";
import { PageTitle } from "../page/page-title.tsx";
import { RecordLink } from "../page/list/record-link.tsx";
import { dispositionStatus, dispositionText } from "../texts/codes.ts";
import { showDate, useTexts } from "../texts/language.ts";

function Plan({ rows }: { readonly rows: readonly PlannedRow[] }) {
  const { texts, lang } = useTexts();
  const words = texts.retention;
  const [first] = rows;
  return (
    <>
      {first !== undefined && <p>{words.lead(showDate(first.asOf, lang))}</p>}
      {first === undefined ? (
        <p>{words.empty}</p>
      ) : (
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">{words.record}</th>
              <ApplicationHeads />
              <th scope="col">{words.outcome}</th>
              <th scope="col">{words.status}</th>
              <th scope="col">{words.window}</th>
              <th scope="col">{words.law}</th>
              <th scope="col">{words.reasons}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ disposition, number }) => (
              <tr key={disposition.id}>
                <RowHead label={words.record}>
                  <RecordLink record={disposition.id} number={number} />
                </RowHead>
                <ApplicationCells of={disposition.application} />
                <Cell label={words.outcome}>{dispositionText(disposition.outcome, texts)}</Cell>
                <Cell label={words.status}>{dispositionStatus(disposition, texts)}</Cell>
                <Cell label={words.window}>
                  <Window disposition={disposition} />
                </Cell>
                <Cell label={words.law}>
                  <Provisions disposition={disposition} />
                </Cell>
                <Cell label={words.reasons}>
                  <details>
                    <summary>{words.reasons}</summary>
                    <Reasons disposition={disposition} />
                  </details>
                </Cell>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

export function RetentionPage() {
  const { texts, lang } = useTexts();
  const pages = usePages(`retention-${lang}`, planPage(lang));
  return (
    <>
      <PageTitle title={texts.retention.title} />
      <Loaded resource={pages.resource}>{({ rows }) => <Plan rows={rows} />}</Loaded>
      <MoreRows pages={pages} />
    </>
  );
}
