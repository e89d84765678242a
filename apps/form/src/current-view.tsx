/** Which view is on screen. */
import { exitOf, questionnaire, referenceNumber, stepsOf, type Step } from "@tillit/application-case";
import type { JSX } from "preact";
import { numberOf } from "./journey/places.ts";
import { receiverChoices } from "./model/receiver-choices.ts";
import { Exit } from "./steps/exit.tsx";
import { Finished } from "./steps/finished.tsx";
import { Notices } from "./steps/notices.tsx";
import { QuestionStep } from "./steps/question-step.tsx";
import { Receipt } from "./receipt/receipt-page.tsx";
import { Review } from "./steps/review.tsx";
import { Send } from "./steps/send.tsx";
import type { Sent } from "./sending/outbox.ts";
import type { FormModel } from "./model/form-model.ts";

interface ViewProps {
  readonly model: FormModel;
}

function NoReceivers({ model }: ViewProps): JSX.Element {
  const { receivers, texts } = model;
  const words = texts.form.receivers;
  if (receivers.controllers === undefined) return <p class="hint">{words.loading}</p>;
  return (
    <div class="panel warn">
      <p>{receivers.controllers === "failed" ? words.failed : words.none}</p>
      <button type="button" class="button secondary" onClick={receivers.load}>
        {words.retry}
      </button>
    </div>
  );
}

function Questions({ model, step }: ViewProps & { readonly step: Step }): JSX.Element {
  const { state, dispatch } = model;
  return (
    <QuestionStep
      step={step}
      place={numberOf(step.id, state.answers)}
      answers={state.answers}
      files={state.files}
      faults={state.faults}
      attempt={state.attempt}
      receivers={{
        choices: receiverChoices(model.controllers, state.answers, model.texts.form),
        notice: <NoReceivers model={model} />,
      }}
      onAnswer={(question, value) => dispatch({ type: "answered", question, value })}
      onAddFiles={model.attach}
      onRemoveFile={(index) =>
        dispatch({ type: "files-changed", files: state.files.filter((_file, at) => at !== index) })
      }
      onBack={model.goBack}
      onNext={() => model.leaveStep(step.id)}
    />
  );
}

function ReceiptView({ model, sent }: ViewProps & { readonly sent: Sent }): JSX.Element {
  const sentAt = new Intl.DateTimeFormat(model.texts.language, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "Europe/Stockholm",
  }).format(new Date(sent.at));
  const nameOf = (controller: string): string => model.names[controller] ?? controller;
  const receivers = sent.deliveries
    .filter(({ state }) => state === "done")
    .map(({ controller, record = "" }) => ({
      name: nameOf(controller),
      number: referenceNumber(record),
      phone: model.controllers.find(({ id }) => id === controller)?.contact.phone ?? "",
    }));
  const missed = sent.deliveries
    .filter(({ state }) => state !== "done")
    .map((each) => nameOf(each.controller));
  return (
    <Receipt
      draftGone={model.state.draft}
      missed={missed}
      kept={model.sending.kept}
      saved={model.receipt.saved}
      onSaved={model.receipt.confirm}
      onFinish={model.finish}
      content={{ receipt: sent.receipt, sentAt, receivers, myPages: model.receivers.deployment?.myPages }}
    />
  );
}

/** The view of every place but the start. */
export function CurrentView({ model }: ViewProps): JSX.Element | null {
  const { state, receipt, chosen } = model;
  const { place, answers, faults, attempt } = state;
  if (receipt.finished) return <Finished />;
  if (receipt.sent !== undefined) return <ReceiptView model={model} sent={receipt.sent} />;
  const step = stepsOf(questionnaire, answers).find(({ id }) => id === place);
  if (step !== undefined) return <Questions key={step.id} model={model} step={step} />;
  const numbered = { place: numberOf(place, answers), faults, attempt, onBack: model.goBack };
  if (place === "notices") {
    return (
      <Notices
        {...numbered}
        controllers={chosen}
        unread={model.unread}
        read={state.noticesRead}
        checks={model.receivers.checks}
        onRetry={model.checkNotices}
        onNext={model.leaveNotices}
      />
    );
  }
  if (place === "review") {
    return (
      <Review
        {...numbered}
        answers={answers}
        names={model.names}
        receivers={chosen}
        onChange={(changed) => model.go(changed, "review")}
        onSend={model.send}
      />
    );
  }
  if (place === "send") {
    return (
      <Send
        status={model.sending.status}
        kept={model.sending.kept}
        names={model.names}
        onAgain={model.sendAgain}
        onSettle={model.settleSending}
        onBack={model.backToReview}
      />
    );
  }
  if (place === "exit") {
    const age = exitOf(questionnaire, answers) === "age-band";
    return (
      <Exit
        reason={age ? "age" : "protected"}
        controllers={chosen}
        onChange={() => model.go(age ? "person" : "assignment")}
        onErase={model.eraseAll}
      />
    );
  }
  return null;
}
