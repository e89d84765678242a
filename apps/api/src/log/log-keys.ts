/** The keys that logs are signed with: one for each log, made from the operation's secret, and handed over when that changes. */
import {
  formatVerifier,
  signHandover,
  verifierOf,
  verifyCheckpoint,
  type LogSigner,
} from "@tillit/audit-chain";
import { rootOf, treeAt, treeNodes } from "@tillit/merkle-tree";
import { hkdfSync } from "node:crypto";
import { instant } from "../clock.ts";
import { append } from "../kernel/act.ts";
import { load } from "../kernel/load.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import type { Unit } from "@tillit/record-store";
import { readerOf } from "./log-nodes.ts";

type Secrets = Pick<Deps, "logSecret" | "previousLogSecrets">;

/** One name for each controller's log, for ever. */
export function originOf(controller: string): string {
  return `tillit/${controller}`;
}

/** The key under which disposal certificates name records: without it a name in one says nothing. */
export function disposalKey(deps: Secrets, controller: string): Uint8Array {
  return derived(deps.logSecret, `tillit/disposal/${controller}`);
}

function derived(secret: string, label: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, "", label, 32));
}

/** The keys a log can have had here, the newest first. */
function signersOf(
  { logSecret, previousLogSecrets = [] }: Secrets,
  controller: string,
): readonly [LogSigner, ...LogSigner[]] {
  const made = (secret: string): LogSigner => ({
    name: originOf(controller),
    secretKey: derived(secret, `tillit/log/${controller}`),
  });
  return [made(logSecret), ...previousLogSecrets.map(made)];
}

/** The public key, as deployments pin it, of a log whose secret has not been changed; `~keys` is the log of key documents. */
export function publicLogKey(deps: Secrets, controller: string): string {
  const [newest] = signersOf(deps, controller);
  return formatVerifier(verifierOf(newest));
}

export interface Handover {
  /** How long the log was that both keys signed; the entry that keeps the checkpoint comes after it. */
  readonly size: number;
  readonly from: string;
  readonly to: string;
  /** The checkpoint that both keys signed, of the log before the hand-over. */
  readonly checkpoint: string;
}

/** As the second line of a checkpoint says: another entry may have come between it and the entry that keeps it. */
function sizeIn(checkpoint: string): number {
  return Number(checkpoint.split("\n", 2)[1]);
}

export async function handoversOf(unit: Unit): Promise<readonly Handover[]> {
  const events = await load(unit, "log-key", unit.controller);
  return events.map(({ data: { from, to, checkpoint } }): Handover => {
    return { size: sizeIn(checkpoint), from, to, checkpoint };
  });
}

/**
 * The key that the log is at: what it was handed over to, or what signed its last checkpoint. A new secret alone does
 * not change it, so nothing is ever signed that a reader could not follow.
 *
 * @throws Problem NOT_READY with reason LOG_KEY_MISSING when the secret of that key is not among those given
 */
export async function currentSigner(deps: Secrets, unit: Unit): Promise<LogSigner> {
  const signers = signersOf(deps, unit.controller);
  const last = (await handoversOf(unit)).at(-1);
  const stored = last === undefined ? await unit.log.checkpoint() : undefined;
  if (last === undefined && stored === undefined) return signers[0];
  const found = signers.find((signer) =>
    last === undefined ? signed(stored?.note ?? "", signer) : formatVerifier(verifierOf(signer)) === last.to,
  );
  if (found === undefined) throw new Problem("NOT_READY", "LOG_KEY_MISSING");
  return found;
}

function signed(note: string, signer: LogSigner): boolean {
  try {
    verifyCheckpoint(note, verifierOf(signer));
    return true;
  } catch {
    return false;
  }
}

export interface Rotation {
  readonly controller: string;
  readonly size: number;
  readonly from: string;
  readonly to: string;
  readonly changes: boolean;
}

/** Hands the log over to the key of the newest secret: a checkpoint with both signatures, itself an entry of the log. */
export async function handOverLogKey(
  deps: Secrets & Pick<Deps, "store" | "clock">,
  controller: string,
  { dryRun }: { readonly dryRun: boolean },
): Promise<Rotation> {
  return deps.store[dryRun ? "read" : "write"](controller, async (unit) => {
    const from = await currentSigner(deps, unit);
    const [to] = signersOf(deps, controller);
    const size = await unit.log.size();
    const keys = { from: formatVerifier(verifierOf(from)), to: formatVerifier(verifierOf(to)) };
    const changes = keys.from !== keys.to;
    if (changes && !dryRun) {
      const tree = treeAt(size, await readerOf(unit, treeNodes(size)));
      const checkpoint = signHandover({ origin: originOf(controller), size, root: rootOf(tree) }, from, to);
      const at = instant(deps.clock());
      const data = { ...keys, checkpoint };
      await append(unit, "log-key", controller, "any", { type: "LogKeyHandedOver", at, by: "system", data });
    }
    return { controller, size, ...keys, changes };
  });
}
