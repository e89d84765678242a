/** Each command of a request as a form: which facts it takes. When it may be given, and by whom, the API says. */
import type { RequestCommand } from "@tillit/api-contract/client";
import type { RequestView } from "../../api/wire.ts";

export type CommandName = RequestCommand["type"];
type WordsKind = "answer" | "identity-note" | "reason" | "grounds" | "opinion";

interface Named {
  readonly name: string;
  readonly optional?: true;
}

export type Field =
  | (Named & { readonly kind: "words"; readonly words: WordsKind })
  | (Named & { readonly kind: "date" | "reference" | "number" | "document" })
  | (Named & { readonly kind: "choice"; readonly from: (request: RequestView) => readonly string[] })
  | (Named & { readonly kind: "several"; readonly from: readonly string[] });

export type Values = Readonly<Record<string, string>>;

export interface CommandForm {
  readonly type: CommandName;
  readonly fields: readonly Field[];
  /** What follows from the request and is not asked for. */
  readonly fixed?: (request: RequestView) => Readonly<Record<string, unknown>>;
}

const reason: Field = { name: "reason", kind: "words", words: "reason" };
const recipient: Field = {
  name: "recipient",
  kind: "choice",
  from: ({ recipients }) => recipients.map(({ ref }) => ref),
};
const channel: Field = { name: "channel", kind: "choice", from: ({ channels }) => channels };
const judgment: Field = { name: "judgment", kind: "document" };

function of(...choices: readonly string[]): (request: RequestView) => readonly string[] {
  return () => choices;
}

/** The source that this service has itself is answered by the API; another is answered by hand. */
export const ownSource = "applications";

function openSources({ sources }: RequestView): readonly string[] {
  return sources.flatMap(({ source, status }) => (status === "open" && source !== ownSource ? [source] : []));
}

/** In the order they usually come; what only some requests need stands last. */
export const commandForms: readonly CommandForm[] = [
  {
    type: "AcceptIdentity",
    fields: [
      {
        name: "method",
        kind: "choice",
        from: of("eid", "receipt-key", "id-document", "known", "attestation"),
      },
      { name: "assurance", kind: "choice", from: of("3", "4", "2") },
    ],
    fixed: ({ application }) => ({ subject: `applicant-of-${application.slice(0, 32)}` }),
  },
  {
    type: "AskIdentity",
    fields: [
      { name: "doubt", kind: "choice", from: of("identity", "authority") },
      reason,
      { name: "replyBy", kind: "date" },
    ],
  },
  { type: "RejectIdentity", fields: [reason] },
  { type: "LapseIdentity", fields: [reason] },
  { type: "Triage", fields: [{ name: "sources", kind: "reference", optional: true }] },
  {
    type: "AnswerSource",
    fields: [
      { name: "source", kind: "choice", from: openSources },
      { name: "found", kind: "document", optional: true },
    ],
  },
  { type: "CompleteSources", fields: [] },
  { type: "CompleteReview", fields: [] },
  { type: "DraftDecision", fields: [{ name: "words", kind: "words", words: "grounds" }] },
  {
    type: "SignDecision",
    fields: [{ name: "delegation", kind: "reference" }],
    fixed: ({ draft }) => ({ decision: draft?.digest ?? "" }),
  },
  { type: "HandToIvo", fields: [{ name: "opinion", kind: "words", words: "opinion" }] },
  {
    type: "RecordIvoDecision",
    fields: [
      { name: "releases", kind: "choice", from: of("all", "part", "none") },
      { name: "decision", kind: "document" },
    ],
  },
  { type: "ExecuteMeasure", fields: [{ name: "measure", kind: "choice", from: measuresOf }] },
  { type: "NotifyRecipient", fields: [recipient] },
  { type: "RecordAcknowledgement", fields: [recipient, { name: "acknowledgement", kind: "document" }] },
  { type: "ExcuseNotice", fields: [recipient, reason] },
  {
    type: "Disclose",
    fields: [channel],
    fixed: ({ sealed }) => ({ manifest: sealed?.manifest ?? "" }),
  },
  {
    type: "ServeDecision",
    fields: [
      { name: "servedOn", kind: "date" },
      {
        name: "channel",
        kind: "choice",
        from: ({ channels, protection }) => (protection.length === 0 ? [...channels, "letter"] : channels),
      },
    ],
  },
  { type: "CloseCase", fields: [] },
  {
    type: "ReceiveAppeal",
    fields: [
      { name: "receivedOn", kind: "date" },
      { name: "excuse", kind: "choice", from: of("wrong-notice", "reached-court"), optional: true },
    ],
  },
  { type: "ForwardToCourt", fields: [] },
  { type: "ChangeDecision", fields: [reason] },
  { type: "DismissAppeal", fields: [reason] },
  { type: "RecordCourtUpheld", fields: [judgment] },
  { type: "RecordCourtRemanded", fields: [judgment] },
  { type: "LapseAppeal", fields: [] },
  { type: "RecordComplaint", fields: [{ name: "filedOn", kind: "date" }] },
  { type: "SettleComplaint", fields: [{ name: "settledOn", kind: "date" }] },
  { type: "AnnounceLifting", fields: [{ name: "liftOn", kind: "date" }] },
  { type: "LiftRestriction", fields: [] },
  { type: "WriteOffSource", fields: [{ name: "source", kind: "choice", from: openSources }, reason] },
  {
    type: "RecordProtection",
    fields: [
      {
        name: "protection",
        kind: "several",
        from: ["sekretessmarkering", "skyddad-folkbokforing", "fingerade-uppgifter", "internal"],
      },
    ],
  },
  { type: "AskScope", fields: [reason] },
  { type: "AnswerScope", fields: [{ name: "answer", kind: "words", words: "answer" }] },
  {
    type: "ExtendDeadline",
    fields: [{ name: "ground", kind: "choice", from: of("complexity", "number") }, reason],
  },
  { type: "RecordNoData", fields: [reason] },
  {
    type: "AnnounceFee",
    fields: [{ name: "amountSek", kind: "number" }, reason],
  },
  {
    type: "AssertUnfounded",
    fields: [
      { name: "ground", kind: "choice", from: of("manifestly-unfounded", "excessive") },
      { name: "measure", kind: "choice", from: of("refuse", "fee") },
      reason,
    ],
  },
  { type: "ReopenReview", fields: [reason] },
  { type: "PlaceHold", fields: [{ name: "hold", kind: "reference" }, reason] },
  { type: "ReleaseHold", fields: [{ name: "hold", kind: "choice", from: ({ holds }) => holds }, reason] },
  { type: "BlockGuardian", fields: [reason] },
  { type: "ForwardToController", fields: [{ name: "to", kind: "reference" }] },
  { type: "WithdrawRequest", fields: [] },
];

function measuresOf({ right }: RequestView): readonly string[] {
  if (right === "rectification") return ["rectified", "dispute-noted"];
  return right === "restriction" ? ["restricted"] : ["stopped"];
}

/** The forms that this reader can use now. */
export function formsFor(request: RequestView): readonly CommandForm[] {
  const answerable = (field: Field): boolean =>
    field.kind !== "choice" || field.optional === true || field.from(request).length > 0;
  const forms = commandForms.filter(
    ({ type, fields }) => request.yours.includes(type) && fields.every(answerable),
  );
  // What has been disclosed may be disclosed again, but it is not what comes next.
  const again = (form: CommandForm): boolean => form.type === "Disclose" && request.disclosed;
  return [...forms.filter((form) => !again(form)), ...forms.filter(again)];
}

/** What another source held: a document that stays there, named by the source and its digest. */
function foundIn(source: string, sha256: string): readonly object[] {
  return sha256 === "" ? [] : [{ id: source, section: source, sha256 }];
}

/** Numbers, lists and references as the API takes them; what was left out is left out. */
export function commandOf(
  { type, fields, fixed }: CommandForm,
  request: RequestView,
  values: Values,
): RequestCommand {
  const given = fields.flatMap(({ name, kind }): [string, unknown][] => {
    const value = (values[name] ?? "").trim();
    if (kind === "several") return [[name, value === "" ? [] : value.split(" ")]];
    if (name === "sources")
      return [[name, [ownSource, ...value.split(/[\s,]+/u).filter((one) => one !== "")]]];
    if (name === "found") return [["items", foundIn(values["source"] ?? "", value)]];
    if (value === "") return [];
    return [[name, kind === "number" || name === "assurance" ? Number(value) : value]];
  });
  return { type, ...fixed?.(request), ...Object.fromEntries(given) } as RequestCommand;
}
