/** Carrying an erasure out, so that neither a crash nor a restored backup brings anything back. */
import type { Instant, Ref } from "../case/request.ts";
import { DsarError } from "../errors.ts";
import { certificateOf, type Destroyed, type ErasureCertificate } from "./certificate.ts";
import type { ErasurePlan } from "./plan.ts";

/** The stores, as erasure needs them. Every call may come twice and then changes nothing more. */
export type ErasurePort = {
  /** Writes the intent down durably before anything is destroyed. */
  readonly record: (plan: ErasurePlan) => Promise<void>;
  /** Destroys the items of one section in one store; answers what it did, also when they were gone already. */
  readonly destroy: (
    store: Ref,
    section: Ref,
    items: readonly Ref[],
  ) => Promise<Omit<Destroyed, "store" | "section">>;
  /** Does the store still return the item? */
  readonly holds: (store: Ref, item: Ref) => Promise<boolean>;
  readonly killExport: (id: Ref) => Promise<void>;
  readonly killToken: (id: Ref) => Promise<void>;
};

type Place = { readonly store: Ref; readonly section: Ref; readonly items: readonly Ref[] };

function placesOf({ destroy }: ErasurePlan): readonly Place[] {
  const places = new Map<string, { store: Ref; section: Ref; items: Ref[] }>();
  for (const { store, section, item } of destroy) {
    const place = places.get(`${store}\n${section}`) ?? { store, section, items: [] };
    place.items.push(item);
    places.set(`${store}\n${section}`, place);
  }
  return [...places.values()];
}

async function destroyAll(plan: ErasurePlan, port: ErasurePort): Promise<readonly Destroyed[]> {
  const done: Destroyed[] = [];
  for (const { store, section, items } of placesOf(plan)) {
    done.push({ store, section, ...(await port.destroy(store, section, items)) });
  }
  for (const id of plan.kill.exports) await port.killExport(id);
  for (const id of plan.kill.tokens) await port.killToken(id);
  for (const { store, item } of plan.destroy) {
    if (await port.holds(store, item)) {
      throw new DsarError("ERASURE_INCOMPLETE", "a store still returns what it was to destroy");
    }
  }
  return done;
}

/**
 * Writes the intent, destroys every copy, ends earlier exports and tokens, asks every store whether it still returns
 * anything, and only then makes out the certificates.
 *
 * @throws {@link DsarError} `ERASURE_INCOMPLETE` when a store still returns an item; nothing is certified then
 */
export async function executeErasure(
  plan: ErasurePlan,
  port: ErasurePort,
  signed: { readonly salt: Uint8Array; readonly at: Instant; readonly by: Ref },
): Promise<readonly ErasureCertificate[]> {
  await port.record(plan);
  const done = await destroyAll(plan, port);
  return done.map((destroyed) => certificateOf(plan, destroyed, signed));
}

/**
 * Carries recorded erasures out again after a backup has been restored. Doing it twice is the same as once; no new
 * certificates are made.
 *
 * @throws {@link DsarError} `ERASURE_INCOMPLETE`
 */
export async function replayErasures(plans: readonly ErasurePlan[], port: ErasurePort): Promise<void> {
  for (const plan of plans) await destroyAll(plan, port);
}
