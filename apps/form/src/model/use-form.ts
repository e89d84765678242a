/** The form's model: state, receivers, draft, sending, and what the person can do. Views only show it. */
import { exitOf, parseAnswers, questionnaire, stepIds, stepsOf, type StepId } from "@tillit/application-case";
import type { FieldFault } from "@tillit/web-kit";
import { useEffect, useReducer, useState } from "preact/hooks";
import type { Controller } from "./directory.ts";
import { addFiles } from "../files/add-files.ts";
import { emptyForm, reduce, type FormAction, type FormState } from "../journey/form-state.ts";
import { placeAfter, placeBefore, reachablePlace, type Completeness, type Place } from "../journey/places.ts";
import { faultsOf, type IdentityCheck } from "../journey/validate-step.ts";
import { receiverFaults } from "./receiver-choices.ts";
import { createSealer } from "../sealing/sealer.ts";
import { noticeFaults, shownVersions, unreadNotices } from "./notice-faults.ts";
import type { AllTexts } from "../texts/load-texts.ts";
import { useDraft, type DraftKeeper } from "./use-draft.ts";
import { usePlaceInUrl } from "./use-place.ts";
import { useReceivers, type Receivers } from "./use-receivers.ts";
import { useSending, type Sending, type Sent } from "./use-sending.ts";

const sealer = createSealer();
const now = (): string => new Date().toISOString().replace(/\.\d+Z$/, "Z");
const anyNumber: IdentityCheck = () => "ok";

export interface FormModel {
  readonly state: FormState;
  readonly texts: AllTexts;
  readonly receivers: Receivers;
  readonly draft: DraftKeeper;
  readonly sending: Sending;
  /** All receivers that could be fetched, and those that are chosen. */
  readonly controllers: readonly Controller[];
  readonly chosen: readonly Controller[];
  readonly names: Readonly<Record<string, string>>;
  /** Chosen receivers whose notice the person has not been shown as it is now. */
  readonly unread: readonly string[];
  readonly sent: Sent | undefined;
  readonly finished: boolean;
  readonly dispatch: (action: FormAction) => void;
  readonly go: (place: Place, returnTo?: Place) => void;
  readonly goBack: () => void;
  readonly leaveStep: (step: StepId) => void;
  readonly leaveNotices: () => void;
  readonly checkNotices: () => void;
  readonly attach: (files: readonly File[]) => void;
  readonly send: () => void;
  readonly sendAgain: () => void;
  readonly settleSending: () => void;
  readonly backToReview: () => void;
  readonly resumeDraft: () => void;
  readonly eraseAll: () => void;
  readonly finish: () => void;
}

/** Asks before the page is left while something would be lost. */
function useLeaveWarning(active: boolean): void {
  useEffect(() => {
    if (!active) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [active]);
}

/** The model; `early` is what was done on the start page before this was loaded. */
export function useForm(
  texts: AllTexts,
  asked: Place,
  early: { readonly draft: boolean; readonly begun: boolean },
): FormModel {
  const [state, dispatch] = useReducer(reduce, { ...emptyForm, draft: early.draft });
  const [sent, setSent] = useState<Sent>();
  const [finished, setFinished] = useState(false);
  const [checkIdentity, setCheckIdentity] = useState<IdentityCheck>(() => anyNumber);
  const { place, answers, files, noticesRead, returnTo } = state;
  const { form, language } = texts;
  const receivers = useReceivers(sealer, language, now);
  const draft = useDraft(state, sent === undefined && !finished);

  const controllers = typeof receivers.controllers === "object" ? receivers.controllers : [];
  const chosenIds = (answers["municipalities"] ?? []) as readonly string[];
  const chosen = controllers.filter(({ id }) => chosenIds.includes(id));

  const faultsIn = (step: StepId): FieldFault[] => faultsOf(step, answers, texts, checkIdentity);
  const unread = unreadNotices(chosenIds, noticesRead, receivers.checks);
  const isComplete: Completeness = (step) =>
    step === "notices" ? unread.length === 0 : faultsIn(step).length === 0;
  const go = (next: Place, back?: Place): void => dispatch({ type: "went", place: next, returnTo: back });
  const refuse = (found: readonly FieldFault[]): void => dispatch({ type: "refused", faults: found });

  /** Onward from a place that is complete: to the next, or as far as one can on the way back to the review. */
  function leave(from: StepId | "notices"): void {
    if (returnTo === undefined) return go(placeAfter(from, answers));
    const next = reachablePlace(returnTo, answers, (each) => each === from || isComplete(each));
    go(next, next === returnTo ? undefined : returnTo);
  }

  const sending = useSending(sealer, now, {
    keep: draft.keep,
    onSent: (result) => {
      setSent(result);
      if (state.draft) draft.remove();
      go("receipt");
    },
    onNotices: (changed) => {
      receivers.renew(changed);
      go("notices", "review");
    },
  });

  usePlaceInUrl(place, language, (wanted) => {
    // Once it is sent or on its way, back does not lead into the answers again.
    const { phase } = sending.status;
    const busy = place === "send" && phase !== "stopped" && phase !== "failed";
    if (sent !== undefined || finished || busy) return place;
    const next = reachablePlace(wanted, answers, isComplete);
    // Held back by notices that are not read: reading them leads on to where the person wanted to be.
    go(next, next === "notices" && wanted !== next ? wanted : undefined);
    return next;
  });

  useEffect(() => {
    // A reload without a draft starts over; the questions' own addresses then have nothing to show.
    if (asked !== "start") go(reachablePlace(asked, answers, isComplete));
  }, []);

  // The start page was there first, and is listened to until this takes over.
  useEffect(() => {
    if (early.begun && place === "start") go("assignment");
  }, [early.begun]);
  useEffect(() => {
    if (early.draft) dispatch({ type: "draft-set", on: true });
  }, [early.draft]);

  useEffect(() => {
    if (place !== "contact") return;
    import("../journey/identity-check.ts").then(
      ({ identityCheckOn }) => setCheckIdentity(() => identityCheckOn(now().slice(0, 10))),
      () => undefined,
    );
  }, [place]);

  useEffect(() => {
    if (place !== "start" && receivers.controllers === undefined) receivers.load();
    if (place === "notices" || place === "review") receivers.check(chosenIds);
  }, [place, language]);

  // A notice that turns out to be another than the one that was read comes before the review.
  useEffect(() => {
    if (place === "review" && unread.length > 0) go("notices", "review");
  }, [place, unread.length]);

  const unsent = Object.keys(answers).length > 0 && !state.draft;
  useLeaveWarning(!finished && (unsent || sent !== undefined));

  function startSending(): void {
    const receiversOf = chosen.map(({ id, accepts }) => {
      const { key } = receivers.checks[id] ?? {};
      return {
        controller: id,
        accepts,
        noticeVersion: noticesRead[id] ?? "",
        keyVersion: typeof key === "object" && key.ok ? key.seq : undefined,
      };
    });
    sending.start({ answers, files, language, receivers: receiversOf });
  }

  return {
    state,
    texts,
    receivers,
    draft,
    sending,
    controllers,
    chosen,
    names: Object.fromEntries(controllers.map(({ id, name }) => [id, name])),
    unread,
    sent,
    finished,
    dispatch,
    go,
    goBack: () => go(placeBefore(place, answers) ?? "start", returnTo),
    leaveStep: (step) => {
      if (exitOf(questionnaire, answers) !== undefined) return go("exit");
      const found = [
        ...faultsIn(step),
        ...(step === "assignment" ? receiverFaults(chosen, answers, form) : []),
      ];
      if (found.length > 0) return refuse(found);
      leave(step);
    },
    leaveNotices: () => {
      const found = noticeFaults(chosen, receivers.checks, form);
      if (found.length > 0) return refuse(found);
      dispatch({ type: "notices-read", versions: shownVersions(chosenIds, receivers.checks) });
      leave("notices");
    },
    checkNotices: () => receivers.check(chosenIds, true),
    attach: (added) => {
      addFiles(files, added, form).then(
        (result) => {
          dispatch({ type: "files-changed", files: result.files });
          refuse(result.refusals.map((message) => ({ field: "files", message })));
        },
        () => refuse([{ field: "files", message: form.broken }]),
      );
    },
    send: () => {
      const receiversLeft = receiverFaults(chosen, answers, form);
      if (receiversLeft.length > 0) {
        go("assignment", "review");
        return refuse(receiversLeft);
      }
      if (unread.length > 0) return go("notices", "review");
      const incomplete = stepsOf(questionnaire, answers).find(({ id }) => !isComplete(id));
      if (incomplete === undefined && parseAnswers(questionnaire, answers).ok) {
        go("send");
        return startSending();
      }
      const step = incomplete?.id ?? "assignment";
      go(step, "review");
      refuse(faultsIn(step));
    },
    sendAgain: startSending,
    settleSending: sending.settle,
    backToReview: () => {
      sending.forget();
      // What was refused may be told by what has changed at the receivers.
      receivers.load();
      receivers.check(chosenIds, true);
      go("review");
    },
    resumeDraft: () => {
      if (draft.found === undefined) return;
      dispatch({ type: "restored", answers: draft.found.answers, files: draft.found.files });
      draft.take();
      const { outbox } = draft.found;
      if (outbox === undefined) return go(stepIds[0]);
      go("send");
      sending.resume(outbox);
    },
    eraseAll: () => {
      if (state.draft) draft.remove();
      dispatch({ type: "cleared" });
      go("start");
    },
    finish: () => {
      dispatch({ type: "cleared" });
      setSent(undefined);
      setFinished(true);
      sending.forget();
      go("start");
    },
  };
}
