/** Disposal lists: what has been proposed, approved and carried out, and making a new one. */
import type { DisposalList } from "@tillit/api-contract/client";
import { ApiProblem } from "@tillit/web-kit";
import { useState } from "preact/hooks";
import { api, until, valueOf } from "../api/api-client.ts";
import { Cell, RowHead } from "../page/list/cell.tsx";
import { Failure, Loaded, Note } from "../page/notice.tsx";
import { PageTitle } from "../page/page-title.tsx";
import { goTo, Link } from "../page/router.tsx";
import { useResource } from "../page/use-resource.ts";
import { has } from "../rights.ts";
import { showDate, useTexts } from "../texts/language.ts";
import { disposalTexts } from "./disposal-texts.ts";

function Lists({ disposals }: { readonly disposals: readonly DisposalList[] }) {
  const { lang } = useTexts();
  const words = disposalTexts[lang];
  if (disposals.length === 0) return <p>{words.empty}</p>;
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">{words.list}</th>
          <th scope="col">{words.asOf}</th>
          <th scope="col">{words.records}</th>
          <th scope="col">{words.status}</th>
          <th scope="col">{words.approvals}</th>
        </tr>
      </thead>
      <tbody>
        {disposals.map(({ id, asOf, items, status, approvals, required }) => (
          <tr key={id}>
            <RowHead label={words.list}>
              <Link to={`/gallringslistor/${id}`}>{id.slice(2, 10)}</Link>
            </RowHead>
            <Cell label={words.asOf}>{showDate(asOf, lang)}</Cell>
            <Cell label={words.records}>{items.length}</Cell>
            <Cell label={words.status}>{words.statuses[status]}</Cell>
            <Cell label={words.approvals}>{words.of(approvals + 1, required)}</Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Propose() {
  const { lang } = useTexts();
  const words = disposalTexts[lang];
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const [nothing, setNothing] = useState(false);
  /** The list, where more is due than it holds. */
  const [made, setMade] = useState<string>();
  const propose = async (): Promise<void> => {
    setWorking(true);
    setError(undefined);
    setNothing(false);
    try {
      const { id, more } = await valueOf(api.desk.disposals.$post());
      if (more !== true) goTo(`/gallringslistor/${id}`);
      else {
        setMade(id);
        setWorking(false);
      }
    } catch (failure) {
      // The one state in which no list can be made is that nothing is due.
      if (failure instanceof ApiProblem && failure.code === "STATE_CONFLICT") setNothing(true);
      else setError(failure);
      setWorking(false);
    }
  };
  return (
    <>
      {error !== undefined && <Failure error={error} />}
      <button type="button" class="button" aria-disabled={working} onClick={() => void propose()}>
        {words.propose}
      </button>
      <div role="status">
        {working && <p>{words.proposing}</p>}
        {nothing && <Note kind="good">{words.nothingDue}</Note>}
        {made !== undefined && (
          <Note kind="warn">
            {words.moreDue} <Link to={`/gallringslistor/${made}`}>{words.toList}</Link>
          </Note>
        )}
      </div>
    </>
  );
}

export function DisposalsPage({ role }: { readonly role: string }) {
  const { lang } = useTexts();
  const words = disposalTexts[lang];
  const { resource } = useResource("disposals", (signal) =>
    valueOf(api.desk.disposals.$get({}, until(signal))),
  );
  return (
    <>
      <PageTitle title={words.title} name="disposals" />
      <p>{words.lead}</p>
      {has(role, "disposal:propose") && <Propose />}
      <Loaded resource={resource}>{({ disposals }) => <Lists disposals={disposals} />}</Loaded>
    </>
  );
}
