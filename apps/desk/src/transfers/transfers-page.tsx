/** Records on their way: offered to the own controller, and by it. */
import { transferPage } from "../api/lists.ts";
import { everyRow } from "../page/list/pages.tsx";
import { referenceNumber } from "@tillit/application-case";
import type { Transfer } from "@tillit/api-contract/client";
import { Cell, RowHead } from "../page/list/cell.tsx";
import { Loaded } from "../page/notice.tsx";
import { PageTitle } from "../page/page-title.tsx";
import { Link } from "../page/router.tsx";
import { useResource } from "../page/use-resource.ts";
import { showDate, useTexts } from "../texts/language.ts";
import { transferTexts } from "./texts/transfer-texts.ts";

export function TransferState({ state }: { readonly state: string }) {
  const words = transferTexts[useTexts().lang];
  const look = state === "accepted" ? "status good" : state === "offered" ? "status" : "status ended";
  return <span class={look}>{words.states[state] ?? state}</span>;
}

interface RowsProps {
  readonly id: string;
  readonly title: string;
  readonly empty: string;
  readonly other: "senderName" | "receiverName";
  readonly transfers: readonly Transfer[];
}

function Rows({ id, title, empty, other, transfers }: RowsProps) {
  const { lang } = useTexts();
  const words = transferTexts[lang];
  const party = other === "senderName" ? words.from : words.to;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {transfers.length === 0 ? (
        <p>{empty}</p>
      ) : (
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">{words.record}</th>
              <th scope="col">{party}</th>
              <th scope="col">{words.offered}</th>
              <th scope="col">{words.state}</th>
            </tr>
          </thead>
          <tbody>
            {transfers.map((one) => (
              <tr key={one.id}>
                <RowHead label={words.record}>
                  <Link to={`/overlamnanden/${one.id}`}>{referenceNumber(one.record)}</Link>
                </RowHead>
                <Cell label={party}>{one[other]}</Cell>
                <Cell label={words.offered}>{showDate(one.offeredAt, lang)}</Cell>
                <Cell label={words.state}>
                  <TransferState state={one.state} />
                </Cell>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

export function TransfersPage() {
  const words = transferTexts[useTexts().lang];
  const { resource } = useResource("transfers", (signal) => everyRow(transferPage, signal));
  return (
    <>
      <PageTitle title={words.title} name="transfers" />
      <p>{words.lead}</p>
      <Loaded resource={resource}>
        {(all) => (
          <>
            <Rows
              id="incoming-title"
              title={words.incoming}
              empty={words.noIncoming}
              other="senderName"
              transfers={all.filter(({ incoming }) => incoming).map(({ transfer }) => transfer)}
            />
            <Rows
              id="outgoing-title"
              title={words.outgoing}
              empty={words.noOutgoing}
              other="receiverName"
              transfers={all.filter(({ incoming }) => !incoming).map(({ transfer }) => transfer)}
            />
          </>
        )}
      </Loaded>
    </>
  );
}
