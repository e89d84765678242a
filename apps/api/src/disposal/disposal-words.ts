/**
 * Why a list was stopped or sent back, and why a record on it was kept or is of another kind: sealed words, bound to the
 * list by its id, named in the log by digest. What is said about a record goes when the record goes.
 */
import { sealingContexts } from "@tillit/application-case";
import type { RestrictedUse } from "@tillit/dsar-workflow";
import { instant } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { Session } from "@tillit/login";
import { Problem } from "../problem.ts";
import { load, type Logged } from "../kernel/load.ts";
import type { Unit } from "@tillit/record-store";
import { logAccess } from "../records/access-log.ts";
import { listFor } from "./disposal-list.ts";
import {
  checkWords,
  keepWords,
  keptWords,
  type CheckedWords,
  type SealedWords,
} from "../envelopes/sealed-words.ts";
import { staffName } from "../kernel/staff-name.ts";

export type DisposalWordsKind = "keep" | "reclassify" | "changes" | "abort";

export interface DisposalWords {
  /** As the words are fetched by. */
  readonly id: string;
  readonly kind: DisposalWordsKind;
  /** The record that they are about; none where they are about the list. */
  readonly record?: string;
  readonly at: string;
  readonly by: string;
}

/** Throws EnvelopeError where they are not sealed for this controller and list. */
export function checkListWords(words: SealedWords, controller: string, list: string): Promise<CheckedWords> {
  return checkWords(words, { ...sealingContexts.disposal(list), controller });
}

/** In the caller's transaction. */
export async function keepListWords(
  unit: Unit,
  words: CheckedWords,
  { list, record, at }: { readonly list: string; readonly record?: string | undefined; readonly at: string },
): Promise<void> {
  await keepWords(unit, words, { kind: "disposal", parent: record ?? list, at });
}

export async function wordsOfList(unit: Unit, list: string): Promise<readonly DisposalWords[]> {
  return (await load(unit, "disposal", list)).flatMap(saidIn);
}

function saidIn({ at, by, data: { event } }: Logged<"disposal">): readonly DisposalWords[] {
  const said = (kind: DisposalWordsKind, digest: string, record?: string): readonly DisposalWords[] => [
    {
      id: Buffer.from(digest, "base64url").toString("hex").slice(0, 32),
      kind,
      ...(record === undefined ? {} : { record }),
      at,
      by,
    },
  ];
  switch (event.type) {
    case "Answered":
      return event.answer.kind === "dispose"
        ? []
        : said(event.answer.kind, event.answer.reason, event.record);
    case "ChangesRequested":
      return said("changes", event.comment);
    case "Aborted":
      return said("abort", event.reason);
    default:
      return [];
  }
}

/** Handed out to the desk, logged first; what was said about a record that is gone is gone with it. */
export async function readListWords(
  deps: Deps,
  staff: Session,
  list: string,
  { words: id, restrictedUse }: { readonly words: string; readonly restrictedUse: RestrictedUse | undefined },
) {
  return deps.store.write(staff.controller, async (unit) => {
    await listFor(unit, staff, list);
    const found = (await wordsOfList(unit, list)).find((one) => one.id === id);
    if (found === undefined) throw new Problem("NOT_FOUND");
    const record = found.record ?? list;
    const kept = await keptWords(unit, id, record);
    const at = instant(deps.clock());
    await logAccess(unit, { record, at, by: staffName(staff), purpose: "handling", part: id, restrictedUse });
    return kept;
  });
}
