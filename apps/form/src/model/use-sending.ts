/** The last two acts: sealing in the worker, then sending until every receiver has everything. */
import {
  answersFor,
  chosenAssignments,
  parseAnswers,
  questionnaire,
  type Answers,
} from "@tillit/application-case";
import type { Language } from "@tillit/law-reference";
import { ApiProblem } from "@tillit/web-kit";
import { rememberCheckpoint } from "@tillit/web-kit/key-log";
import { useRef, useState } from "preact/hooks";
import { fileSection, type AttachedFile } from "../journey/form-state.ts";
import type { Receiver } from "../sealing/seal-application.ts";
import type { Sealer } from "../sealing/sealer.ts";
import { browserTransport, browserWaits } from "../sending/browser-transport.ts";
import type { Outbox } from "../sending/outbox.ts";
import { sendEnvelopes, type Delivery, type SendFacts } from "../sending/send-envelopes.ts";
import type { SendStatus } from "../steps/send.tsx";
import { fetchNotice, type Notice } from "./directory.ts";
import { fetchReceivers } from "./use-receivers.ts";

export interface Sent {
  readonly receipt: string;
  readonly at: string;
  /** Every receiver: those that have the application, and those that never got it. */
  readonly deliveries: readonly Delivery[];
}

/** A receiver as the person chose it. */
export interface ChosenReceiver {
  readonly controller: string;
  /** Kinds of assignment it takes. */
  readonly accepts: readonly string[];
  /** Of the notice that the person was shown. */
  readonly noticeVersion: string;
  /** Of the key document that was verified before. */
  readonly keyVersion: number | undefined;
}

export interface SendInput {
  readonly answers: Answers;
  readonly files: readonly AttachedFile[];
  readonly language: Language;
  readonly receivers: readonly ChosenReceiver[];
}

export interface Sending {
  readonly status: SendStatus;
  /** Seals and sends; called again after a failure it goes on where it stopped. */
  readonly start: (input: SendInput) => void;
  /** Goes on with an application that was sealed before the page was loaded. */
  readonly resume: (outbox: Outbox) => void;
  /** Gives the receipt for those who have the application, and leaves the others. */
  readonly settle: () => void;
  /** Forgets a sealed application that no receiver has taken, so that answers may be changed. */
  readonly forget: () => void;
}

/** Notices that are not those the person was shown. */
async function changedNotices({ receivers, language }: SendInput): Promise<readonly Notice[]> {
  const notices = await Promise.all(receivers.map(({ controller }) => fetchNotice(controller, language)));
  return notices.filter(({ version }, index) => version !== receivers[index]?.noticeVersion);
}

export interface SendingEvents {
  readonly keep: (outbox: Outbox) => Promise<void>;
  readonly onSent: (sent: Sent) => void;
  /** Nothing is sealed before these have been shown. */
  readonly onNotices: (changed: readonly Notice[]) => void;
}

export function useSending(sealer: Sealer, now: () => string, events: SendingEvents): Sending {
  const [status, setStatus] = useState<SendStatus>({ phase: "sealing", percent: 0 });
  const ready = useRef<Outbox | undefined>(undefined);
  const deliveries = useRef<readonly Delivery[]>([]);
  // Sending outlives the render it began in: what it calls at its end must be that of the moment.
  const latest = useRef(events);
  latest.current = events;

  function show(change: Partial<Extract<SendStatus, { phase: "sending" }>>): void {
    setStatus((before) => ({
      phase: "sending",
      pause: before.phase === "sending" ? before.pause : undefined,
      deliveries: deliveries.current,
      ...change,
    }));
  }

  async function sealNow(input: SendInput): Promise<Outbox | undefined> {
    const parsed = parseAnswers(questionnaire, input.answers);
    if (!parsed.ok) throw new Error("Answers that were reviewed do not parse.");
    const own = input.receivers.map(({ controller, accepts, ...chosen }) => {
      const answers = answersFor(questionnaire, parsed.answers, accepts);
      if (answers === undefined)
        throw new Error("A receiver that takes no chosen assignment was let through.");
      return { controller, answers, ...chosen };
    });
    const documents = await fetchReceivers(own);
    const result = await sealer.seal(
      {
        app: crypto.randomUUID(),
        now: now(),
        schema: questionnaire.id,
        receivers: own.map(({ answers }, index) => ({ ...(documents[index] as Receiver), answers })),
        files: input.files.map(({ blob }, index) => ({ section: fileSection(index), blob })),
      },
      (done, total) =>
        setStatus({ phase: "sealing", percent: Math.floor((100 * done) / Math.max(1, total)) }),
    );
    if (!result.ok) {
      setStatus({ phase: "stopped", controller: result.controller, reason: result.reason });
      return undefined;
    }
    for (const checkpoint of result.remember) rememberCheckpoint(checkpoint);
    const facts = own.map(({ controller, answers, noticeVersion }): [string, SendFacts] => [
      controller,
      { assignments: [...chosenAssignments(answers)], noticeVersion, lang: input.language },
    ]);
    const { receipt, envelopes } = result;
    return { receipt, envelopes, facts: Object.fromEntries(facts) };
  }

  async function sendOut({ envelopes, facts }: Outbox): Promise<void> {
    if (deliveries.current.length === 0) {
      deliveries.current = envelopes.map(({ controller }) => ({ controller, state: "waiting", percent: 0 }));
    }
    show({});
    const all = await sendEnvelopes(
      envelopes,
      facts,
      deliveries.current,
      { ...browserTransport, ...browserWaits, onPause: (pause) => show({ pause }) },
      (delivery) => {
        deliveries.current = deliveries.current.map((each) =>
          each.controller === delivery.controller ? delivery : each,
        );
        show({});
      },
    );
    if (all.every(({ state }) => state === "done")) settle();
    else setStatus({ phase: "failed", deliveries: all });
  }

  function settle(): void {
    if (ready.current === undefined) return;
    latest.current.onSent({ receipt: ready.current.receipt, at: now(), deliveries: deliveries.current });
  }

  async function run(input: SendInput): Promise<void> {
    if (ready.current === undefined) {
      setStatus({ phase: "sealing", percent: 0 });
      const changed = await changedNotices(input);
      if (changed.length > 0) return latest.current.onNotices(changed);
      const sealed = await sealNow(input);
      if (sealed === undefined) return;
      ready.current = sealed;
      await latest.current.keep(sealed);
    }
    await sendOut(ready.current);
  }

  const guard = (work: Promise<void>): void => {
    work.catch((error: unknown) => {
      const reason = error instanceof ApiProblem ? "unreachable" : "broken";
      setStatus({ phase: "stopped", controller: undefined, reason });
    });
  };

  return {
    status,
    settle,
    start: (input) => guard(run(input)),
    resume: (outbox) => {
      ready.current = outbox;
      guard(sendOut(outbox));
    },
    forget: () => {
      ready.current = undefined;
      deliveries.current = [];
    },
  };
}
