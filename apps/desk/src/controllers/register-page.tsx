/** The controller's record of processing activities (Art. 30), to read and to print. */
import type { RecordOfProcessing } from "@tillit/api-contract/client";
import { Fragment } from "preact";
import { api, until, valueOf } from "../api/api-client.ts";
import { Note, Loaded } from "../page/notice.tsx";
import { PageTitle } from "../page/page-title.tsx";
import { useResource } from "../page/use-resource.ts";
import { showDate, useTexts } from "../texts/language.ts";
import { registerTexts } from "./register-texts.ts";

interface ActivityProps {
  readonly columns: readonly string[];
  readonly row: readonly string[];
  readonly index: number;
}

/** One activity a section: a dozen columns fit neither a screen nor a sheet of paper. */
function Activity({ columns, row, index }: ActivityProps) {
  const { lang } = useTexts();
  const words = registerTexts[lang];
  const [name = ""] = row;
  return (
    <section class="panel" aria-labelledby={`activity-${index}`}>
      <h2 id={`activity-${index}`} class="state">
        {name}
      </h2>
      <dl class="facts">
        {columns.slice(1).map((column, at) => (
          <Fragment key={column}>
            <dt>{words.columns[column] ?? column}</dt>
            <dd>{row[at + 1] === "" ? "–" : row[at + 1]}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

function Record_({ record }: { readonly record: RecordOfProcessing }) {
  const { lang } = useTexts();
  const words = registerTexts[lang];
  const { asOf, columns, rows, missing } = record;
  return (
    <>
      <p>{words.lead(showDate(asOf, lang))}</p>
      <p class="no-print">
        <button type="button" class="button secondary" onClick={() => print()}>
          {words.print}
        </button>
      </p>
      {missing.length === 0 ? (
        <Note kind="good">{words.complete}</Note>
      ) : (
        <section class="panel warn" aria-labelledby="missing-title">
          <h2 id="missing-title">{words.missingTitle}</h2>
          <ul class="sentences">
            {missing.map(({ code, activity, message }) => (
              <li key={`${code} ${activity}`}>{activity === "" ? message : `${activity}: ${message}`}</li>
            ))}
          </ul>
        </section>
      )}
      {rows.length === 0 && <p>{words.none}</p>}
      {rows.map((row, index) => (
        <Activity key={row.join("|")} columns={columns} row={row} index={index} />
      ))}
    </>
  );
}

export function RegisterPage() {
  const { lang } = useTexts();
  const { resource } = useResource(`register-${lang}`, (signal) =>
    valueOf(api.desk["record-of-processing"].$get({ query: { lang } }, until(signal))),
  );
  return (
    <>
      <PageTitle title={registerTexts[lang].title} name="register" />
      <Loaded resource={resource}>{(record) => <Record_ record={record} />}</Loaded>
    </>
  );
}
