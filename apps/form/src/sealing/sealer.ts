/** The page's side of the worker: questions become promises. The worker starts at the first question. */
import type { KeyVerdict, Receiver, SealRequest, SealResult } from "./seal-application.ts";
import type { SealerAnswer, SealerQuestion } from "./sealer-messages.ts";
import { trustedWorker } from "./trusted-worker.ts";

export interface Sealer {
  verify(receivers: readonly Receiver[], now: string): Promise<readonly KeyVerdict[]>;
  seal(request: SealRequest, onProgress: (done: number, total: number) => void): Promise<SealResult>;
}

interface Waiting {
  readonly onAnswer: (answer: SealerAnswer) => void;
  readonly onFailure: () => void;
}

/** A sealer with its worker. */
export function createSealer(): Sealer {
  const waiting = new Map<number, Waiting>();
  let worker: Promise<Worker> | undefined;
  let last = 0;

  async function start(): Promise<Worker> {
    const { default: url } = await import("./seal.worker.ts?worker&url");
    const started = trustedWorker(url);
    started.addEventListener("message", (event: MessageEvent<SealerAnswer>) => {
      waiting.get(event.data.id)?.onAnswer(event.data);
    });
    started.addEventListener("error", () => {
      for (const { onFailure } of waiting.values()) onFailure();
      worker = undefined;
    });
    return started;
  }

  function ask<T>(
    question: SealerQuestion["ask"],
    read: (answer: SealerAnswer) => T | undefined,
  ): Promise<T> {
    const id = (last += 1);
    worker ??= start();
    return new Promise<T>((resolve, reject) => {
      const onFailure = (): void => {
        waiting.delete(id);
        reject(new Error("The sealing worker stopped."));
      };
      const onAnswer = (answer: SealerAnswer): void => {
        if ("failed" in answer) return onFailure();
        const found = read(answer);
        if (found === undefined) return;
        waiting.delete(id);
        resolve(found);
      };
      waiting.set(id, { onAnswer, onFailure });
      worker?.then(
        (started) => started.postMessage({ id, ask: question } satisfies SealerQuestion),
        () => {
          worker = undefined;
          onFailure();
        },
      );
    });
  }

  return {
    verify: (receivers, now) =>
      ask({ kind: "verify", receivers, now }, (answer) =>
        "verdicts" in answer ? answer.verdicts : undefined,
      ),
    seal: (request, onProgress) =>
      ask({ kind: "seal", request }, (answer) => {
        if ("done" in answer) onProgress(answer.done, answer.total);
        return "result" in answer ? answer.result : undefined;
      }),
  };
}
