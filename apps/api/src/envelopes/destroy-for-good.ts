/**
 * Destroying what must never come back, in steps of which each may be the last before a crash: a row says that it
 * begins; the transaction that destroys writes its intent into the erasure journal just before it ends; the journal says
 * that it is over; the files of the database are purged; and only then it is certified. The worker goes on where it
 * stopped.
 */
import { instant } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { CertificateDue, Controller, Destruction, Erasure, Unit } from "@tillit/record-store";

/**
 * Makes out a certificate, in the transaction that is told. SQLite has one connection: whoever asked the store for
 * anything beside the unit would wait for himself.
 */
export type Certify = (
  deps: Omit<Deps, "store">,
  inside: { readonly unit: Unit; readonly controller: Controller },
  due: CertificateDue,
) => Promise<void>;
/** By kind of what is due. */
export type Certifiers = Readonly<Record<string, Certify>>;

export interface Destroyed<T> {
  readonly value: T;
  /** All that must not come back; empty where nothing was destroyed after all. */
  readonly gone: readonly Omit<Erasure, "controller">[];
  readonly certificates: readonly CertificateDue[];
}

export const destructionJob = "destructions";

/** After this a destruction that has begun is taken for broken off: its process has died. */
const patienceMs = 5 * 60_000;
/** Until it is tried again. */
const pauseMs = 60_000;
/** How long one that was dropped is remembered. */
const memoryMs = 90 * 86_400_000;

/**
 * Runs `work` in one transaction. Where the journal cannot be written nothing is destroyed. It is certified when this
 * resolves, or by the worker later: somebody may still be reading from the write-ahead log.
 *
 * @throws StoreError STORE_JOURNAL_UNWRITABLE · whatever `work` throws
 */
export async function destroyForGood<T>(
  deps: Deps,
  controller: string,
  certifiers: Certifiers,
  work: (unit: Unit) => Promise<Destroyed<T>>,
): Promise<T> {
  const { store, erasures } = deps;
  const id = Buffer.from(deps.random(12)).toString("base64url");
  await store.write(controller, (unit) => unit.destructions.begin(id, instant(deps.clock())));
  let value: T;
  try {
    value = await store.write(controller, async (unit) => {
      const done = await work(unit);
      if (done.gone.length === 0 && done.certificates.length === 0) return done.value;
      await unit.destructions.destroyed(id, done.certificates);
      // The last step: after it there is only the commit.
      await erasures?.intend({ id, erasures: done.gone.map((one) => ({ controller, ...one })) });
      return done.value;
    });
  } catch (reason) {
    await giveUp(deps, controller, id).catch(() => hasten(deps, controller));
    throw reason;
  }
  // From here on it has happened, whatever fails now; the worker completes it.
  try {
    const row = await store.read(controller, (unit) => unit.destructions.get(id));
    if (row?.state === "begun") await giveUp(deps, controller, id);
    else if (row !== undefined) await complete(deps, controller, certifiers, row);
  } catch {
    await hasten(deps, controller);
  }
  return value;
}

async function hasten({ store, clock }: Deps, controller: string, inMs = 0): Promise<void> {
  const due = instant(new Date(clock().getTime() + inMs));
  await store.jobs.hasten(destructionJob, controller, due).catch(() => undefined);
}

/** Goes on with whatever has stopped half-way; returns how many destructions were certified, and how many wait. */
export async function settleDestructions(deps: Deps, controller: string, certifiers: Certifiers) {
  const counts = { certified: 0, waiting: 0 };
  for (const row of await deps.store.read(controller, (unit) => unit.destructions.all())) {
    if (row.state === "destroyed") {
      const whole = await complete(deps, controller, certifiers, row).catch(() => false);
      counts[whole ? "certified" : "waiting"] += 1;
    } else await forget(deps, controller, row).catch(() => hasten(deps, controller, pauseMs));
  }
  return counts;
}

/**
 * One that did not happen. The row stays for a while: the intent may be in the journal of another process, which reads
 * here when it starts that it was dropped.
 */
async function forget(deps: Deps, controller: string, { id, state, begunAt }: Destruction): Promise<void> {
  const { store, erasures } = deps;
  const before = (ms: number): string => instant(new Date(deps.clock().getTime() - ms));
  if (state === "begun" && begunAt > before(patienceMs)) return;
  await store.write(controller, (unit) => unit.destructions.drop(id));
  // Whether the journal can be written again is found out by writing.
  if (erasures?.failing === true) await erasures.settle(id, "dropped");
  if (state === "dropped" && begunAt <= before(memoryMs)) {
    await store.write(controller, (unit) => unit.destructions.remove(id));
  }
}

/** What has been destroyed is noted, purged and certified. False where the purge has to wait. */
async function complete(
  deps: Deps,
  controller: string,
  certifiers: Certifiers,
  { id, certificates }: Destruction,
): Promise<boolean> {
  const { store, erasures } = deps;
  await erasures?.settle(id, "done");
  if (!(await store.purge())) {
    await hasten(deps, controller, pauseMs);
    return false;
  }
  const whose = await store.controller(controller);
  if (whose === undefined) return false;
  await store.write(controller, async (unit) => {
    // Whoever takes the row away certifies, so it happens once.
    if (!(await unit.destructions.remove(id))) return;
    for (const due of certificates) {
      const certify = certifiers[due.kind];
      if (certify === undefined) throw new Error("nobody certifies this kind of destruction");
      await certify(deps, { unit, controller: whose }, due);
    }
  });
  return true;
}

/** It did not happen, and now it cannot any more: this is in the database before the journal says so. */
export async function giveUp(
  { store, erasures }: Pick<Deps, "store" | "erasures">,
  controller: string,
  id: string,
): Promise<void> {
  const row = await store.write(controller, async (unit) => {
    await unit.destructions.drop(id);
    return unit.destructions.get(id);
  });
  // An error that came after the commit, for instance from a connection that broke.
  if (row?.state === "destroyed") return;
  await erasures?.settle(id, "dropped");
  await store.write(controller, (unit) => unit.destructions.remove(id));
}
