/** The long lists of the API, a page at a time. */
import type { Language } from "@tillit/law-reference";
import type { LoadPage } from "../page/pages.tsx";
import { api, until, valueOf } from "./api-client.ts";
import type { Hold, InboxRow, ListedRequest, Transfer } from "./wire.ts";

export const applicationPage: LoadPage<InboxRow> = async (query, signal) => {
  const { applications: rows, next } = await valueOf(api.desk.applications.$get({ query }, until(signal)));
  return { rows, next };
};

export const requestPage: LoadPage<ListedRequest> = async (query, signal) => {
  const { requests: rows, next } = await valueOf(api.desk.requests.$get({ query }, until(signal)));
  return { rows, next };
};

export function holdPage(lang: Language): LoadPage<Hold> {
  return async (asked, signal) => {
    const query = { ...asked, lang };
    const { holds: rows, next } = await valueOf(api.desk.holds.$get({ query }, until(signal)));
    return { rows, next };
  };
}

/** A transfer, and which way it goes. */
export interface DirectedTransfer {
  readonly incoming: boolean;
  readonly transfer: Transfer;
}

export const transferPage: LoadPage<DirectedTransfer> = async (query, signal) => {
  const { incoming, outgoing, next } = await valueOf(api.desk.transfers.$get({ query }, until(signal)));
  const rows = [
    ...incoming.map((transfer) => ({ incoming: true, transfer })),
    ...outgoing.map((transfer) => ({ incoming: false, transfer })),
  ];
  return { rows, next };
};
