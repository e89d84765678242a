/** How the form opens: empty, where a draft was left, on its way, or with a receipt that is not saved. */
import { questionnaire, stepIds } from "@tillit/application-case";
import { isTooOld, usableAnswers } from "../draft/draft-record.ts";
import type { Draft, Kept } from "../draft/draft-store.ts";
import type { Interrupted } from "../draft/sending-store.ts";
import { emptyForm, reduce, type FormState } from "./form-state.ts";
import { reachablePlace, type Completeness, type Place } from "./places.ts";

/** What the person is told when the page opens with something that was on the device. */
export type Returned = "draft" | "sending" | "receipt";

export interface InitialForm {
  readonly state: FormState;
  readonly returned: Returned | undefined;
  /** What the first page offers to go on with, and whether that is to send it. */
  readonly offered: Draft | undefined;
  readonly unsent: boolean;
  /** The questions are others now, and some answers did not fit any more. */
  readonly dropped: boolean;
}

/** Says of a state which of its parts are complete. */
export type CompletenessOf = (state: FormState) => Completeness;

/** A draft taken up: its answers, and the place asked for or the one it was left at. */
export function withDraft(
  draft: Draft,
  asked: Place,
  stays: boolean,
  completeness: CompletenessOf,
): FormState {
  const { answers, files, noticesRead } = draft;
  const state = reduce(emptyForm, { type: "restored", answers, files, noticesRead, draft: stays });
  const wanted = asked === "start" ? draft.place : asked;
  const place = wanted === "start" ? stepIds[0] : reachablePlace(wanted, state.answers, completeness(state));
  return { ...state, place };
}

function draftOf({ saved, input, questionnaire: of }: Interrupted): Draft {
  const noticesRead = Object.fromEntries(
    input.receivers.map(({ controller, noticeVersion }) => [controller, noticeVersion]),
  );
  const usable = usableAnswers({ saved, questionnaire: of, answers: input.answers });
  return { saved, ...usable, files: input.files, place: "review", noticesRead };
}

/** The first state. `early` is whether a draft was asked for before anything was loaded. */
export function initialForm(
  kept: Kept | undefined,
  asked: Place,
  early: boolean,
  now: number,
  completeness: CompletenessOf,
): InitialForm {
  const opened = (state: FormState, rest: Partial<InitialForm> = {}): InitialForm => ({
    state,
    returned: undefined,
    offered: undefined,
    unsent: false,
    dropped: false,
    ...rest,
  });
  if (kept?.sent !== undefined) return opened({ ...emptyForm, place: "receipt" }, { returned: "receipt" });
  const stays = kept?.draft !== undefined;
  const left = kept?.sending === undefined ? kept?.draft : draftOf(kept.sending);
  if (kept?.outbox !== undefined || kept?.sending?.questionnaire === questionnaire.id) {
    // What was to be sent long ago is sent when the person says so again.
    if (left !== undefined && isTooOld(left.saved, now)) {
      return opened(emptyForm, { offered: left, unsent: true });
    }
    const state = left === undefined ? emptyForm : withDraft(left, "review", stays, completeness);
    return opened({ ...state, place: "send" }, { returned: "sending" });
  }
  if (left === undefined) {
    const empty: FormState = { ...emptyForm, draft: early };
    // A reload without a draft starts over; the questions' own addresses then have nothing to show.
    return opened({ ...empty, place: reachablePlace(asked, {}, completeness(empty)) });
  }
  if (asked === "start") return opened(emptyForm, { offered: left });
  return opened(withDraft(left, asked, stays, completeness), { returned: "draft", dropped: left.dropped });
}
