/** The long lists of the API, a page at a time. */
import type { Language } from "@tillit/law-reference";
import { caseNumbers } from "../page/list/case-numbers.ts";
import type { LoadPage } from "../page/list/pages.tsx";
import { api, until, valueOf } from "./api-client.ts";
import type { Hold, InboxRow, ListedRequest, PlannedDisposition, RequestRow, Transfer } from "./wire.ts";

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

/** A record of the plan with its case's number, and the day that it was planned. */
export interface PlannedRow {
  readonly disposition: PlannedDisposition;
  readonly number: string | undefined;
  readonly asOf: string;
}

export function planPage(lang: Language): LoadPage<PlannedRow> {
  return async ({ after }, signal) => {
    const query = after === undefined ? { lang } : { lang, after };
    const { asOf, dispositions, next } = await valueOf(
      api.desk.retention.plan.$get({ query }, until(signal)),
    );
    const numbers = await caseNumbers(
      dispositions.map(({ id }) => id),
      signal,
    );
    const rows = dispositions.map((disposition) => ({
      disposition,
      number: numbers.get(disposition.id),
      asOf,
    }));
    return { rows, next };
  };
}

/** A request whose last day is past, or near. */
export interface UrgentRequest {
  readonly late: boolean;
  readonly request: RequestRow;
}

export const alertPage: LoadPage<UrgentRequest> = async (query, signal) => {
  const { late, near, next } = await valueOf(api.desk["request-alerts"].$get({ query }, until(signal)));
  const rows = [
    ...late.map((request) => ({ late: true, request })),
    ...near.map((request) => ({ late: false, request })),
  ];
  return { rows, next };
};
