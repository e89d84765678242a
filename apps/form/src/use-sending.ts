/** The last two acts: sealing in the worker, then sending until every receiver has everything. */
import { chosenAssignments, parseAnswers, questionnaire, type Answers } from "@tillit/application-case";
import { ApiProblem, type Language } from "@tillit/web-kit";
import { useRef, useState } from "preact/hooks";
import { fileSection, type AttachedFile } from "./journey/form-state.ts";
import type { SealedEnvelope } from "./sealing/seal-application.ts";
import type { Sealer } from "./sealing/sealer.ts";
import { browserTransport, browserWaits } from "./sending/browser-transport.ts";
import { sendEnvelopes, type Delivery } from "./sending/send-envelopes.ts";
import type { SendStatus } from "./steps/send.tsx";
import { fetchReceivers } from "./use-receivers.ts";

export interface Sent {
  readonly receipt: string;
  readonly at: string;
  readonly deliveries: readonly Delivery[];
}

interface Ready {
  readonly receipt: string;
  readonly envelopes: readonly SealedEnvelope[];
}

export interface Sending {
  readonly status: SendStatus;
  /** Seals and sends; called again after a failure it goes on where it stopped. */
  readonly start: (input: {
    readonly answers: Answers;
    readonly files: readonly AttachedFile[];
    readonly language: Language;
    readonly noticeVersions: Readonly<Record<string, string>>;
  }) => void;
  /** Forgets a sealed application that no receiver has taken, so that answers may be changed. */
  readonly forget: () => void;
}

export function useSending(sealer: Sealer, now: () => string, onSent: (sent: Sent) => void): Sending {
  const [status, setStatus] = useState<SendStatus>({ phase: "sealing", percent: 0 });
  const ready = useRef<Ready | undefined>(undefined);
  const deliveries = useRef<readonly Delivery[]>([]);

  function show(change: Partial<Extract<SendStatus, { phase: "sending" }>>): void {
    setStatus((before) => ({
      phase: "sending",
      pause: before.phase === "sending" ? before.pause : undefined,
      deliveries: deliveries.current,
      ...change,
    }));
  }

  async function sealFirst(input: Parameters<Sending["start"]>[0]): Promise<Ready | undefined> {
    const parsed = parseAnswers(questionnaire, input.answers);
    if (!parsed.ok) throw new Error("Answers that were reviewed do not parse.");
    const chosen = (parsed.answers["municipalities"] ?? []) as readonly string[];
    const receivers = await fetchReceivers(chosen);
    const result = await sealer.seal(
      {
        app: crypto.randomUUID(),
        now: now(),
        schema: questionnaire.id,
        receivers,
        answers: parsed.answers,
        files: input.files.map(({ blob }, index) => ({ section: fileSection(index), blob })),
      },
      (done, total) =>
        setStatus({ phase: "sealing", percent: Math.floor((100 * done) / Math.max(1, total)) }),
    );
    if (result.ok) return result;
    setStatus({ phase: "stopped", controller: result.controller, reason: result.reason });
    return undefined;
  }

  async function run(input: Parameters<Sending["start"]>[0]): Promise<void> {
    if (ready.current === undefined) setStatus({ phase: "sealing", percent: 0 });
    ready.current ??= await sealFirst(input);
    if (ready.current === undefined) return;
    const { receipt, envelopes } = ready.current;
    if (deliveries.current.length === 0) {
      deliveries.current = envelopes.map(({ controller }) => ({ controller, state: "waiting", percent: 0 }));
    }
    show({});
    const facts = (controller: string) => ({
      assignments: chosenAssignments(input.answers),
      noticeVersion: input.noticeVersions[controller] ?? "",
      lang: input.language,
    });
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
    if (all.every(({ state }) => state === "done")) onSent({ receipt, at: now(), deliveries: all });
    else setStatus({ phase: "failed", deliveries: all });
  }

  return {
    status,
    start: (input) => {
      run(input).catch((error: unknown) => {
        const reason = error instanceof ApiProblem ? "unreachable" : "broken";
        setStatus({ phase: "stopped", controller: undefined, reason });
      });
    },
    forget: () => {
      ready.current = undefined;
      deliveries.current = [];
    },
  };
}
