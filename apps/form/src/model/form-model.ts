import type { StepId } from "@tillit/application-case";
import type { FormAction, FormState } from "../journey/form-state.ts";
import type { Returned } from "../journey/initial-form.ts";
import type { Place } from "../journey/places.ts";
import type { AllTexts } from "../texts/load-texts.ts";
import type { Controller } from "./directory.ts";
import type { DraftKeeper } from "./use-draft.ts";
import type { ReceiptKeeper } from "./use-receipt.ts";
import type { Receivers } from "./use-receivers.ts";
import type { Sending } from "./use-sending.ts";

/** What the views show, and what the person can do. */
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
  readonly receipt: ReceiptKeeper;
  /** What the person is to be told of what was on the device when the page opened. */
  readonly returned: Returned | undefined;
  /** What the first page offers to go on with is an application to send. */
  readonly unsent: boolean;
  /** Some answers that were on the device did not fit any more. */
  readonly dropped: boolean;
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
