/** What must not be disposed of for now: the holds there are, releasing one, and placing a new one. */
import { sealingContexts } from "@tillit/application-case";
import { holdPage } from "../api/lists.ts";
import { everyRow } from "../page/list/pages.tsx";
import type { Hold, HoldScope } from "@tillit/api-contract/client";
import { ConfirmDialog } from "@tillit/web-kit";
import { useRef, useState } from "preact/hooks";
import { api, valueOf } from "../api/api-client.ts";
import type { Session } from "../api/wire.ts";
import { useCaseNumbers } from "../page/list/case-numbers.ts";
import { Cell, RowHead } from "../page/list/cell.tsx";
import { Failure, Loaded, Note } from "../page/notice.tsx";
import { PageTitle } from "../page/page-title.tsx";
import { RecordLink } from "../page/list/record-link.tsx";
import { readingQuery } from "../page/sealed/restricted-reading.tsx";
import { SealedReader } from "../page/sealed/sealed-reader.tsx";
import { useResource } from "../page/use-resource.ts";
import { has } from "../rights.ts";
import { actorText, assignmentList } from "../texts/codes.ts";
import { showDate, useTexts } from "../texts/language.ts";
import type { HeldKey } from "../unlock/vault.ts";
import { holdTexts } from "./hold-texts.ts";
import { PlaceHold } from "./place-hold.tsx";

interface ScopeProps {
  readonly scope: HoldScope;
  readonly numbers: ReadonlyMap<string, string>;
}

function Scope({ scope, numbers }: ScopeProps) {
  const { texts, lang } = useTexts();
  const words = holdTexts[lang];
  switch (scope.kind) {
    case "record":
      return <RecordLink record={scope.of} number={numbers.get(scope.of)} />;
    case "assignment":
      return <>{assignmentList([scope.of], texts)}</>;
    case "unit":
      return <>{scope.of}</>;
    case "controller":
      return <>{words.scopes.controller}</>;
  }
}

function recordOf(scope: Hold["scope"]): string | undefined {
  return scope.kind === "record" ? scope.of : undefined;
}

/** Why the hold was placed: sealed with the hold's own id as its application. */
async function openReason({ id, scope }: Hold, key: HeldKey): Promise<string> {
  const { openText } = await import("../crypto/words.ts");
  const sealed = await valueOf(
    api.desk.holds[":id"].words.$get({ param: { id }, query: readingQuery(recordOf(scope)) }),
  );
  return openText(sealed, sealingContexts.hold, { app: id, controller: key.controller }, key.decapsulator);
}

interface RowsProps {
  readonly holds: readonly Hold[];
  readonly numbers: ReadonlyMap<string, string>;
  readonly mayRelease: boolean;
  readonly onRelease: (hold: Hold) => void;
}

function Rows({ holds, numbers, mayRelease, onRelease }: RowsProps) {
  const { texts, lang } = useTexts();
  const words = holdTexts[lang];
  if (holds.length === 0) return <p>{words.empty}</p>;
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">{words.ground}</th>
          <th scope="col">{words.scope}</th>
          <th scope="col">{words.placed}</th>
          <th scope="col">{words.by}</th>
          <th scope="col">{words.state}</th>
        </tr>
      </thead>
      <tbody>
        {holds.map((hold) => (
          <tr key={hold.id}>
            <RowHead label={words.ground}>
              {hold.text}{" "}
              <span class="muted">
                ({hold.cite.act} {hold.cite.at})
              </span>
              <SealedReader
                label={words.readReason}
                record={recordOf(hold.scope)}
                open={(key) => openReason(hold, key)}
              />
            </RowHead>
            <Cell label={words.scope}>
              <Scope scope={hold.scope} numbers={numbers} />
            </Cell>
            <Cell label={words.placed}>{showDate(hold.placed, lang)}</Cell>
            <Cell label={words.by}>{actorText(hold.by, texts)}</Cell>
            <Cell label={words.state}>
              {hold.released === undefined ? words.stands : words.released(showDate(hold.released, lang))}{" "}
              {mayRelease && hold.released === undefined && (
                <button type="button" class="button secondary" onClick={() => onRelease(hold)}>
                  {words.release}
                  <span class="visually-hidden"> {hold.text}</span>
                </button>
              )}
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function HoldsPage({ session }: { readonly session: Session }) {
  const { lang } = useTexts();
  const words = holdTexts[lang];
  const may = has(session.user.role, "hold:place");
  const [asked, setAsked] = useState<{ readonly hold: Hold; readonly records: number }>();
  const [said, setSaid] = useState("");
  const [error, setError] = useState<unknown>(undefined);
  const status = useRef<HTMLDivElement>(null);
  const { resource, reload } = useResource(`holds-${lang}`, (signal) => everyRow(holdPage(lang), signal));
  const shown = resource.status === "ready" ? resource.value : [];
  const numbers = useCaseNumbers(shown.flatMap(({ scope }) => (scope.kind === "record" ? [scope.of] : [])));
  const release = (id: string, dryRun: boolean) =>
    valueOf(api.desk.holds[":id"].release.$post({ param: { id }, json: { dryRun } }));
  const say = (message: string): void => {
    setSaid(message);
    status.current?.focus();
    reload();
  };
  return (
    <>
      <PageTitle title={words.title} name="holds" />
      <p>{words.lead}</p>
      <div role="status" ref={status} tabIndex={-1}>
        {said !== "" && <Note kind="good">{said}</Note>}
      </div>
      {error !== undefined && <Failure error={error} />}
      <Loaded resource={resource}>
        {(holds) => (
          <Rows
            holds={holds}
            numbers={numbers}
            mayRelease={may}
            onRelease={(hold) => {
              setError(undefined);
              release(hold.id, true).then(({ records }) => setAsked({ hold, records }), setError);
            }}
          />
        )}
      </Loaded>
      {may && <PlaceHold session={session} onPlaced={() => say(words.placedNow)} />}
      <ConfirmDialog
        open={asked !== undefined}
        title={words.releaseOf(asked?.hold.text ?? "")}
        confirmLabel={words.yes}
        onCancel={() => setAsked(undefined)}
        onConfirm={() => {
          if (asked === undefined) return;
          setAsked(undefined);
          release(asked.hold.id, false).then(() => say(words.done), setError);
        }}
      >
        {asked !== undefined && (
          <p>
            {words.scope}: <Scope scope={asked.hold.scope} numbers={numbers} />
          </p>
        )}
        <p>{words.sure(asked?.records ?? 0)}</p>
      </ConfirmDialog>
    </>
  );
}
