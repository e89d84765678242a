/** The form's model: state, receivers, draft, sending, and what the person can do. Views only show it. */
import { exitOf, parseAnswers, questionnaire, stepsOf, type StepId } from "@tillit/application-case";
import type { FieldFault } from "@tillit/web-kit";
import { useEffect, useReducer, useState } from "preact/hooks";
import { chosenReceivers, completenessOf } from "./completeness.ts";
import type { FormModel } from "./form-model.ts";
import type { Kept } from "../draft/draft-store.ts";
import { addFiles } from "../files/add-files.ts";
import { reduce } from "../journey/form-state.ts";
import { initialForm, withDraft } from "../journey/initial-form.ts";
import { placeAfter, placeBefore, reachablePlace, type Place } from "../journey/places.ts";
import { faultsOf, type IdentityCheck } from "../journey/validate-step.ts";
import { absentFaults, receiverFaults } from "./receiver-choices.ts";
import { createSealer } from "../sealing/sealer.ts";
import { noticeFaults, shownVersions, unreadNotices } from "./notice-faults.ts";
import type { AllTexts } from "../texts/load-texts.ts";
import { useDraft } from "./use-draft.ts";
import { usePlaceInUrl } from "./use-place.ts";
import { useLeaveWarning } from "./use-leave-warning.ts";
import { useReceivers } from "./use-receivers.ts";
import { useReceipt, useSavedElsewhere } from "./use-receipt.ts";
import { useSending } from "./use-sending.ts";

const sealer = createSealer();
const now = (): string => new Date().toISOString().replace(/\.\d+Z$/, "Z");
const anyNumber: IdentityCheck = () => "ok";

/** The model; `early` is what was done on the start page before this was loaded, `kept` what was on the device. */
export function useForm(
  texts: AllTexts,
  asked: Place,
  early: { readonly draft: boolean; readonly begun: boolean },
  kept: Kept | undefined,
): FormModel {
  const [first] = useState(() =>
    initialForm(kept, asked, early.draft, Date.now(), (of) => completenessOf(of, {}, texts, anyNumber)),
  );
  const [state, dispatch] = useReducer(reduce, first.state);
  const [returned, setReturned] = useState(first.returned);
  const [dropped, setDropped] = useState(first.dropped);
  const [checkIdentity, setCheckIdentity] = useState<IdentityCheck>(() => anyNumber);
  const { place, answers, files, noticesRead, returnTo } = state;
  const { form, language } = texts;
  const receivers = useReceivers(sealer, language, now);
  const receipt = useReceipt(kept?.sent);
  const { sent, finished } = receipt;
  const draft = useDraft(state, sent === undefined && !finished, first.offered, () =>
    dispatch({ type: "draft-set", on: false }),
  );

  const controllers = typeof receivers.controllers === "object" ? receivers.controllers : [];
  const chosenIds = chosenReceivers(answers);
  const chosen = controllers.filter(({ id }) => chosenIds.includes(id));

  const faultsIn = (step: StepId): FieldFault[] => faultsOf(step, answers, texts, checkIdentity);
  const absent = chosenIds.length > 0 ? absentFaults(chosen, receivers.controllers, texts) : [];
  const faultsOfReceivers = () => (absent.length > 0 ? absent : receiverFaults(chosen, answers, form));
  const unread = unreadNotices(chosenIds, noticesRead, receivers.checks);
  const isComplete = completenessOf(state, receivers.checks, texts, checkIdentity);
  const go = (next: Place, back?: Place): void => dispatch({ type: "went", place: next, returnTo: back });
  const refuse = (found: readonly FieldFault[]): void => dispatch({ type: "refused", faults: found });

  /** Onward from a place that is complete: to the next, or as far as one can on the way back to the review. */
  function leave(from: StepId | "notices"): void {
    if (returnTo === undefined) return go(placeAfter(from, answers));
    const next = reachablePlace(returnTo, answers, (each) => each === from || isComplete(each));
    go(next, next === returnTo ? undefined : returnTo);
  }

  /** The end, here or in another page: nothing of it is left in this one. */
  function end(): void {
    dispatch({ type: "cleared" });
    receipt.finish();
    sending.forget();
    go("start");
  }

  const sending = useSending(sealer, now, {
    onSent: (result) => {
      receipt.show(result);
      go("receipt");
    },
    onGone: () => {
      if (finished) return;
      dispatch({ type: "cleared" });
      go("start");
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
    if (first.returned === "sending") sending.resume();
  }, []);
  useEffect(() => {
    if (place !== first.state.place) setReturned((before) => (before === "draft" ? undefined : before));
  }, [place]);

  // Another page of the form has ended what this one shows, or had as its draft.
  useSavedElsewhere(() => {
    const isSame =
      sent !== undefined || state.draft || (place === "send" && sending.status.phase !== "stopped");
    if (isSame) end();
  });

  // The start page was there first, and is listened to until this takes over; what it did not know comes first.
  useEffect(() => {
    if (early.begun && place === "start" && first.offered === undefined) go("assignment");
  }, [early.begun]);
  useEffect(() => {
    if (early.draft && kept === undefined) dispatch({ type: "draft-set", on: true });
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

  useLeaveWarning(() => {
    if (finished) return false;
    if (sent !== undefined) return !receipt.saved;
    if (place === "send") return !sending.kept;
    return state.draft ? draft.isBehind() : Object.keys(answers).length > 0;
  });

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
    receipt,
    returned,
    unsent: first.unsent,
    dropped,
    dispatch,
    go,
    goBack: () => go(placeBefore(place, answers) ?? "start", returnTo),
    leaveStep: (step) => {
      if (exitOf(questionnaire, answers) !== undefined) return go("exit");
      const found = [...faultsIn(step), ...(step === "assignment" ? faultsOfReceivers() : [])];
      if (found.length > 0) return refuse(found);
      leave(step);
    },
    leaveNotices: () => {
      const found = [...absent, ...noticeFaults(chosen, receivers.checks, form)];
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
      const receiversLeft = faultsOfReceivers();
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
    sendAgain: sending.again,
    settleSending: sending.settle,
    backToReview: () => {
      sending.forget();
      // What was refused may be told by what has changed at the receivers.
      receivers.load();
      receivers.check(chosenIds, true);
      go("review");
    },
    resumeDraft: () => {
      const { found } = draft;
      if (found === undefined) return;
      const stays = kept?.draft !== undefined;
      const next = withDraft(found, "start", stays, (of) => completenessOf(of, {}, texts, anyNumber));
      dispatch({ type: "restored", ...next });
      draft.take();
      setDropped(found.dropped);
      go(first.unsent ? "send" : next.place);
      if (first.unsent) sending.resume();
    },
    eraseAll: () => {
      if (state.draft) draft.remove();
      dispatch({ type: "cleared" });
      go("start");
    },
    finish: end,
  };
}
