/** The last two acts: sealing in the worker, then sending until every receiver has everything. */
import { ApiProblem } from "@tillit/web-kit";
import { useRef, useState } from "preact/hooks";
import { loadKept } from "../draft/draft-store.ts";
import { saveOutbox } from "../draft/outbox-store.ts";
import { dropSending, isTaken, saveSending, saveSent } from "../draft/sending-store.ts";
import type { Sealer } from "../sealing/sealer.ts";
import { browserTransport, browserWaits } from "../sending/browser-transport.ts";
import { inOnePage } from "../sending/in-one-page.ts";
import type { Outbox, SendInput, Sent } from "../sending/outbox.ts";
import { sealInput } from "../sending/seal-input.ts";
import { sendEnvelopes, type Delivery } from "../sending/send-envelopes.ts";
import type { SendStatus } from "../steps/send.tsx";
import { fetchNotice, type Notice } from "./directory.ts";

export interface Sending {
  readonly status: SendStatus;
  /** Whether a page that is closed now can go on later: what is on its way is on the device. */
  readonly kept: boolean;
  /** Seals and sends. */
  readonly start: (input: SendInput) => void;
  /** After a failure: goes on where it stopped. */
  readonly again: () => void;
  /** Goes on with what is on the device since an earlier page, or waits for the page that is at it. */
  readonly resume: () => void;
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
  readonly onSent: (sent: Sent) => void;
  /** Nothing is sealed before these have been shown. */
  readonly onNotices: (changed: readonly Notice[]) => void;
  /** What was on its way has been ended in another page. */
  readonly onGone: () => void;
}

export function useSending(sealer: Sealer, now: () => string, events: SendingEvents): Sending {
  const [status, setStatus] = useState<SendStatus>({ phase: "sealing", percent: 0 });
  const [kept, setKept] = useState(true);
  const asked = useRef<SendInput>(undefined);
  /** Whether what is on the device is what this page sends. */
  const own = useRef(false);
  const ready = useRef<Outbox>(undefined);
  const deliveries = useRef<readonly Delivery[]>([]);
  // Sending outlives the render it began in: what it calls at its end must be that of the moment.
  const latest = useRef(events);
  latest.current = events;

  /** Without room on the device the page goes on all the same, and says that it must stay open. */
  async function keep(work: Promise<void>): Promise<void> {
    const done = await work.then(
      () => true,
      () => false,
    );
    setKept(done);
  }

  function show(change: Partial<Extract<SendStatus, { phase: "sending" }>>): void {
    setStatus((before) => ({
      phase: "sending",
      pause: before.phase === "sending" ? before.pause : undefined,
      deliveries: deliveries.current,
      ...change,
    }));
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
    if (all.every(({ state }) => state === "done")) await settle();
    else setStatus({ phase: "failed", deliveries: all });
  }

  async function settle(): Promise<void> {
    if (ready.current === undefined) return;
    const sent: Sent = { receipt: ready.current.receipt, at: now(), deliveries: deliveries.current };
    await keep(saveSent(sent));
    latest.current.onSent(sent);
  }

  async function seal(input: SendInput): Promise<void> {
    setStatus({ phase: "sealing", percent: 0 });
    asked.current = input;
    // Another application of this device is on its way, or its receipt not saved: it is not written over.
    if (await isTaken().catch(() => false)) {
      return setStatus({ phase: "stopped", controller: undefined, reason: "taken" });
    }
    own.current = true;
    await keep(saveSending(input, Date.now()));
    const changed = await changedNotices(input);
    if (changed.length > 0) {
      await drop();
      return latest.current.onNotices(changed);
    }
    const sealed = await sealInput(sealer, now(), input, (done, total) =>
      setStatus({ phase: "sealing", percent: Math.floor((100 * done) / Math.max(1, total)) }),
    );
    if ("reason" in sealed) return setStatus({ phase: "stopped", ...sealed });
    ready.current = sealed;
    await keep(saveOutbox(sealed));
    await sendOut(sealed);
  }

  async function goOn(): Promise<void> {
    const there = await loadKept(Date.now());
    if (there?.sent !== undefined) return latest.current.onSent(there.sent);
    if (there?.outbox !== undefined) {
      own.current = true;
      ready.current = there.outbox;
      return sendOut(there.outbox);
    }
    if (there?.sending === undefined) return latest.current.onGone();
    await seal(there.sending.input);
  }

  function run(work: () => Promise<void>): void {
    inOnePage(work, () => setStatus({ phase: "elsewhere" })).catch((error: unknown) => {
      const reason = error instanceof ApiProblem ? "unreachable" : "broken";
      setStatus({ phase: "stopped", controller: undefined, reason });
    });
  }

  async function drop(): Promise<void> {
    const mine = own.current;
    own.current = false;
    asked.current = undefined;
    ready.current = undefined;
    deliveries.current = [];
    // What another page put there is not this page's to forget.
    if (mine) await dropSending().catch(() => undefined);
  }

  return {
    status,
    kept,
    settle: () => run(settle),
    start: (input) => run(() => seal(input)),
    again: () =>
      run(() => {
        if (ready.current !== undefined) return sendOut(ready.current);
        return asked.current === undefined ? goOn() : seal(asked.current);
      }),
    resume: () => run(goOn),
    forget: () => {
      drop().catch(() => undefined);
    },
  };
}
