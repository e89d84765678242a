/** Guards from arrival to the sources: identity, authority, fee, time. */
import { datesOfCase } from "../../case/state/clock-of.ts";
import { assuranceFor } from "../../people/assurance.ts";
import { checkAuthority } from "../../people/authority.ts";
import { type Guard, on, unless } from "./guard.ts";
import type { IntakeGuardId } from "./guard-id.ts";

const law = { act: "GDPR", at: "art. 12(6)", grade: "V" } as const;

export const intakeGuards: Readonly<Record<IntakeGuardId, Guard>> = {
  "doubt-is-reasonable": on(["AskIdentity"], (state, { doubt }) =>
    doubt === "identity" && state.authenticated >= 3
      ? { reason: "DSAR_DOUBT_NOT_REASONABLE", law }
      : undefined,
  ),
  "reply-date-fits": on(["AskIdentity"], (state, { replyBy }, { today }) => {
    const { lastDay } = datesOfCase({ ...state, extended: false });
    const tooLate = lastDay !== undefined && today < lastDay && replyBy > lastDay;
    if (replyBy > today && !tooLate) return undefined;
    return { reason: "DSAR_REPLY_DATE_WRONG", ...(lastDay === undefined ? {} : { lastDay }) };
  }),
  "reply-date-passed": on(["LapseIdentity"], ({ replyBy }, _command, { today }) => {
    if (replyBy !== undefined && today > replyBy) return undefined;
    return { reason: "DSAR_REPLY_TIME_RUNS", ...(replyBy === undefined ? {} : { lastDay: replyBy }) };
  }),
  "assurance-enough": on(["AcceptIdentity"], (state, { assurance, method, subject }) => {
    const needed = assuranceFor(state.right, state.regime, state.protection.length > 0);
    const anonymous = method === "not-required";
    const enough =
      assurance >= needed && (!anonymous || needed === 0) && (anonymous || subject !== undefined);
    return enough ? undefined : { reason: "DSAR_IDENTITY_NOT_VERIFIED", law };
  }),
  "authority-enough": on(["AcceptIdentity"], (state, { authority }) => {
    const verdict = checkAuthority(authority ?? { kind: "self" }, state);
    if (verdict.ok) return undefined;
    return { reason: "DSAR_AUTHORITY_INSUFFICIENT", law: verdict.law, because: verdict.because };
  }),
  "fee-announced-first": on(["AssertUnfounded"], (state, { measure }) =>
    measure === "refuse" || state.feeAnnounced ? undefined : { reason: "DSAR_FEE_NOT_ANNOUNCED" },
  ),
  "sources-named": on(["Triage"], (_state, { sources }) =>
    sources.length > 0 ? undefined : { reason: "DSAR_REASON_REQUIRED" },
  ),
  "source-open": on(["AnswerSource", "WriteOffSource"], (state, { source }) =>
    Object.hasOwn(state.sources, source) && state.sources[source] === "open"
      ? undefined
      : { reason: "DSAR_UNKNOWN_REFERENCE", references: openSources(state) },
  ),
  "all-sources-answered": (state) => {
    const references = openSources(state);
    return references.length === 0 ? undefined : { reason: "DSAR_SOURCE_UNANSWERED", references };
  },
  "something-found": unless(({ items }) => Object.keys(items).length > 0, { reason: "DSAR_NOTHING_FOUND" }),
  "nothing-found": unless(({ items }) => Object.keys(items).length === 0, { reason: "DSAR_SOMETHING_FOUND" }),
  "not-extended-before": unless(({ extended }) => !extended, { reason: "DSAR_EXTENSION_TWICE" }),
  "extension-in-time": (state, _command, { today }) => {
    const { extensionNoticeBy } = datesOfCase(state);
    if (extensionNoticeBy === undefined || today <= extensionNoticeBy) return undefined;
    return { reason: "DSAR_EXTENSION_TOO_LATE", lastDay: extensionNoticeBy };
  },
};

function openSources({ sources }: { readonly sources: Readonly<Record<string, string>> }): readonly string[] {
  return Object.entries(sources).flatMap(([source, status]) => (status === "open" ? [source] : []));
}
