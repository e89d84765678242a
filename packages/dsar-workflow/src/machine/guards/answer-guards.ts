/** Guards from a signed decision to the end. */
import type { Measure } from "../../case/fact.ts";
import type { Right } from "../../case/request.ts";
import { itemOf } from "../../case/state/state.ts";
import { checkAuthority } from "../../people/authority.ts";
import { channelsFor } from "../../people/protection.ts";
import { remedyOf } from "../../regime/remedy.ts";
import { type Guard, on, unless } from "./guard.ts";
import type { AnswerGuardId } from "./guard-id.ts";

type State = Parameters<Guard>[0];

function gives({ decision }: State): boolean {
  return decision?.outcome === "granted" || decision?.outcome === "partly-granted";
}

function erasedItems(state: State): readonly string[] {
  return Object.keys(state.items).filter((id) => state.items[id]?.outcome?.kind === "erase");
}

function appealable({ regime, controller }: State): boolean {
  return remedyOf(regime, controller).appeal !== undefined;
}

const told: ReadonlySet<string> = new Set(["erasure", "rectification", "restriction"]);

const measures: Readonly<Partial<Record<Right, readonly Measure[]>>> = {
  rectification: ["rectified", "dispute-noted"],
  restriction: ["restricted"],
  objection: ["stopped"],
};

export const answerGuards: Readonly<Record<AnswerGuardId, Guard>> = {
  "retention-lets-go": (state, command, { retentionKeeps = [] }) => {
    const wanted =
      command.type === "AssessItem" && command.outcome.kind === "erase"
        ? [command.item]
        : command.type === "ExecuteErasure"
          ? erasedItems(state)
          : [];
    const references = wanted.filter((id) => retentionKeeps.includes(id) && itemOf(state, id) !== undefined);
    return references.length === 0 ? undefined : { reason: "DSAR_RETENTION_KEEPS", references };
  },
  "something-is-given": unless(gives, { reason: "DSAR_NOTHING_GIVEN" }),
  "something-to-carry-out": unless(gives, { reason: "DSAR_NOTHING_GIVEN" }),
  "measure-fits-right": on(["ExecuteMeasure"], ({ right }, { measure }) =>
    measures[right]?.includes(measure) === true ? undefined : { reason: "DSAR_OUTCOME_NOT_ALLOWED_FOR_KIND" },
  ),
  "package-of-this-decision": on(["SealPackage"], (state, { decision }) =>
    state.decision?.digest === decision ? undefined : { reason: "DSAR_PACKAGE_MISMATCH" },
  ),
  "package-is-sealed": on(["Disclose"], ({ sealed }, { manifest }) =>
    sealed?.manifest === manifest ? undefined : { reason: "DSAR_PACKAGE_MISMATCH" },
  ),
  "channel-allowed": on(["Disclose", "ServeDecision"], ({ protection }, { channel, type }) => {
    const allowed = channelsFor(protection);
    // A decision may go by ordinary post where nothing is protected; the package may not.
    const post = type === "ServeDecision" && channel === "letter" && protection.length === 0;
    return post || allowed.includes(channel) ? undefined : { reason: "DSAR_CHANNEL_BLOCKED" };
  }),
  "authority-stands": (state) => {
    const verdict = checkAuthority(state.authority ?? { kind: "self" }, state);
    if (verdict.ok) return undefined;
    return { reason: "DSAR_AUTHORITY_INSUFFICIENT", law: verdict.law, because: verdict.because };
  },
  "siblings-closed": ({ after }, _command, { closedCases = [] }) => {
    const references = after.filter((id) => !closedCases.includes(id));
    return references.length === 0 ? undefined : { reason: "DSAR_BUNDLE_ORDER", references };
  },
  "no-hold": ({ holds }) =>
    holds.length === 0 ? undefined : { reason: "DSAR_LEGAL_HOLD", references: holds },
  "hold-known": on(["ReleaseHold"], ({ holds }, { hold }) =>
    holds.includes(hold) ? undefined : { reason: "DSAR_UNKNOWN_REFERENCE", references: holds },
  ),
  "certificates-for-all": on(["ExecuteErasure"], (state, { certificates }) =>
    new Set(certificates).size >= erasedItems(state).length
      ? undefined
      : { reason: "DSAR_CERTIFICATE_MISSING", references: erasedItems(state) },
  ),
  "carried-out": (state) => {
    if (!gives(state)) return undefined;
    const done = state.right === "access" || state.right === "portability" ? state.disclosed : state.executed;
    return done ? undefined : { reason: "DSAR_NOT_CARRIED_OUT" };
  },
  "recipients-told": (state) => {
    if (!gives(state) || !told.has(state.right)) return undefined;
    const references = Object.keys(state.recipients).filter((ref) => state.recipients[ref] === "due");
    return references.length === 0 ? undefined : { reason: "DSAR_RECIPIENT_NOT_TOLD", references };
  },
  "recipient-known": on(
    ["NotifyRecipient", "RecordAcknowledgement", "ExcuseNotice"],
    ({ recipients }, { recipient, type }) => {
      const status = Object.hasOwn(recipients, recipient) ? recipients[recipient] : undefined;
      const fits = type === "RecordAcknowledgement" ? status === "sent" : status !== undefined;
      return fits ? undefined : { reason: "DSAR_UNKNOWN_REFERENCE", references: Object.keys(recipients) };
    },
  ),
  "served-today-or-before": on(["ServeDecision"], ({ decision }, { servedOn }, { today }) =>
    decision !== undefined && servedOn >= decision.signedOn && servedOn <= today
      ? undefined
      : { reason: "DSAR_DATE_WRONG", lastDay: today },
  ),
  appealable: unless(appealable, { reason: "DSAR_NOT_APPEALABLE" }),
  "appeal-date-fits": on(["ReceiveAppeal"], ({ decision }, { receivedOn }, { today }) =>
    decision !== undefined && receivedOn >= decision.signedOn && receivedOn <= today
      ? undefined
      : { reason: "DSAR_DATE_WRONG", lastDay: today },
  ),
  "complaint-filed": on(["RecordComplaint"], (_state, { filedOn }, { today }) =>
    filedOn <= today ? undefined : { reason: "DSAR_DATE_WRONG", lastDay: today },
  ),
  "complaint-open": unless(({ complaintOn }) => complaintOn !== undefined, { reason: "DSAR_NO_COMPLAINT" }),
  "complaint-settled": on(["SettleComplaint"], ({ complaintOn }, { settledOn }, { today }) =>
    complaintOn !== undefined && settledOn >= complaintOn && settledOn <= today
      ? undefined
      : { reason: "DSAR_DATE_WRONG", lastDay: today },
  ),
  "appeal-in-time": ({ appeal }) =>
    appeal?.late === true && !appeal.excused ? { reason: "DSAR_APPEAL_LATE" } : undefined,
  "appeal-late": ({ appeal }) =>
    appeal?.late === true && !appeal.excused ? undefined : { reason: "DSAR_APPEAL_IN_TIME" },
  "appeal-time-over": ({ appealLastDay }, _command, { today }) => {
    if (appealLastDay !== undefined && today > appealLastDay) return undefined;
    return {
      reason: "DSAR_APPEAL_TIME_RUNS",
      ...(appealLastDay === undefined ? {} : { lastDay: appealLastDay }),
    };
  },
  "nothing-to-appeal": unless((state) => !appealable(state) || state.decision?.outcome === "granted", {
    reason: "DSAR_APPEAL_POSSIBLE",
  }),
  "restriction-stands": unless(({ restricted }) => restricted, { reason: "DSAR_NOT_RESTRICTED" }),
  "lifting-after-notice": on(["AnnounceLifting"], (_state, { liftOn }, { today }) =>
    liftOn > today ? undefined : { reason: "DSAR_DATE_WRONG", lastDay: today },
  ),
  "lifting-announced": ({ liftOn }, _command, { today }) =>
    liftOn !== undefined && today >= liftOn ? undefined : { reason: "DSAR_LIFTING_NOT_ANNOUNCED" },
};
