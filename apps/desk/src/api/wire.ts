/** The shapes the desk gets from the API, by the names they have here. They hold states, dates and sealed objects. */
import type { Case, Request, RequestSummary } from "@tillit/api-contract/client";

export type {
  Disposition,
  Hold,
  InboxRow,
  ListedRequest,
  PlannedDisposition,
  SealedEnvelope,
  SealedWords,
  Session,
  Transfer,
} from "@tillit/api-contract/client";

export type CaseView = Case;
export type HistoryEntry = Case["history"][number];
export type WordsEntry = Case["words"][number];
export type WordsKind = WordsEntry["kind"];
export type RequestRow = RequestSummary;
export type RequestView = Request;
