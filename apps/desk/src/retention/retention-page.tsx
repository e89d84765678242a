/** Every application and request of the own controller and what retention law says about it today. */
import { applicationPage } from "../api/lists.ts";
import { everyRow } from "../page/pages.tsx";
import type { RetentionPlan } from "@tillit/api/client";
import { api, until, valueOf } from "../api/api-client.ts";
import { Provisions, Reasons, Window } from "../case/disposition-panel.tsx";
import { ApplicationCells, ApplicationHeads } from "../page/application-cells.tsx";
import { Cell, RowHead } from "../page/cell.tsx";
import { Loaded } from "../page/notice.tsx";
import { PageTitle } from "../page/page-title.tsx";
import { RecordLink } from "../page/record-link.tsx";
import { useResource } from "../page/use-resource.ts";
import { dispositionStatus, dispositionText } from "../texts/codes.ts";
import { showDate, useTexts } from "../texts/language.ts";

interface Loadable {
  readonly plan: RetentionPlan;
  readonly numbers: ReadonlyMap<string, string>;
}

function Plan({ plan, numbers }: Loadable) {
  const { texts, lang } = useTexts();
  const words = texts.retention;
  return (
    <>
      <p>{words.lead(showDate(plan.asOf, lang))}</p>
      {plan.dispositions.length === 0 ? (
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
            {plan.dispositions.map((disposition) => (
              <tr key={disposition.id}>
                <RowHead label={words.record}>
                  <RecordLink record={disposition.id} number={numbers.get(disposition.id)} />
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
  const { resource } = useResource(`retention-${lang}`, async (signal): Promise<Loadable> => {
    const [plan, inbox] = await Promise.all([
      valueOf(api.desk.retention.plan.$get({ query: { lang } }, until(signal))),
      everyRow(applicationPage, signal),
    ]);
    return { plan, numbers: new Map(inbox.map(({ id, number }) => [id, number])) };
  });
  return (
    <>
      <PageTitle title={texts.retention.title} />
      <Loaded resource={resource}>{(value) => <Plan {...value} />}</Loaded>
    </>
  );
}
