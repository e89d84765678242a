/** What needs words in a request: sealed in a browser, bound to the request, named in the log by kind and digest. */
import { sealingContexts } from "@tillit/application-case";
import { instant } from "../clock.ts";
import { append } from "../kernel/act.ts";
import { load } from "../kernel/load.ts";
import type { Deps } from "../deps.ts";
import type { Applicant, Session } from "@tillit/login";
import { Problem } from "../problem.ts";
import type { RequestWordsKind } from "@tillit/api-contract/requests/words-kinds";
import type { Unit } from "@tillit/record-store";
import { logAccess } from "../records/access-log.ts";
import { applicationHandedOver } from "../envelopes/sealed-for.ts";
import { liveRequest, ownLiveRequest, ownRequest, withinReach } from "./request-reach.ts";
import {
  checkWords,
  keepWords,
  keptWords,
  type CheckedWords,
  type SealedWords,
} from "../envelopes/sealed-words.ts";
import { staffName } from "../kernel/staff-name.ts";

export interface KeptRequestWords {
  readonly id: string;
  readonly digest: string;
  readonly kind: string;
  readonly at: string;
  readonly by: string;
}

export async function wordsOfRequest(unit: Unit, request: string): Promise<readonly KeptRequestWords[]> {
  const events = await load(unit, "request-words", request);
  return events.map(({ at, by, data: { id, words, kind } }) => ({ id, digest: words, kind, at, by }));
}

/** The log still knows it when the application itself has been erased. */
export async function applicationIdOf(unit: Unit, record: string): Promise<string> {
  const [submitted] = await load(unit, "application", record);
  const app =
    submitted?.type === "ApplicationSubmitted"
      ? submitted.data.app
      : await applicationHandedOver(unit, record);
  if (app === undefined) throw new Problem("NOT_FOUND");
  return app;
}

async function keep(
  unit: Unit,
  request: string,
  words: CheckedWords,
  { kind, at, by }: { readonly kind: RequestWordsKind; readonly at: string; readonly by: string },
) {
  await keepWords(unit, words, { kind: "request", parent: request, at });
  const data = { id: words.id, words: words.digest, kind };
  await append(unit, "request-words", request, "any", { type: "RequestWordsKept", at, by, data });
  return { id: words.id, digest: words.digest, at };
}

export async function keepRequestWords(
  deps: Deps,
  staff: Session,
  request: string,
  { kind, words }: { readonly kind: RequestWordsKind; readonly words: SealedWords },
) {
  const { controller } = staff;
  const app = await deps.store.read(controller, async (unit) => {
    const { application } = await liveRequest(unit, staff, request);
    return applicationIdOf(unit, application);
  });
  const checked = await checkWords(words, { ...sealingContexts.request(request), controller, app });
  const said = { kind, at: instant(deps.clock()), by: staffName(staff) };
  return deps.store.write(controller, (unit) => keep(unit, request, checked, said));
}

/** The subject's own: signed with the receipt, so that nobody else can have written them. */
export async function keepOwnWords(
  deps: Deps,
  applicant: Applicant,
  request: string,
  { kind, words }: { readonly kind: RequestWordsKind; readonly words: SealedWords },
) {
  const { where } = await ownLiveRequest(deps, applicant, request);
  const { controller, app } = where;
  const checked = await checkWords(words, { ...sealingContexts.request(request), controller, app });
  if (checked.verified.manifest.context.applicant !== applicant.key) throw new Problem("ENVELOPE_CONTEXT");
  const said = { kind, at: instant(deps.clock()), by: "applicant" };
  return deps.store.write(controller, (unit) => keep(unit, request, checked, said));
}

/** Handed out again to the desk, logged first on the record that the request is about. */
export async function readRequestWords(deps: Deps, staff: Session, request: string, wordsId: string) {
  return deps.store.write(staff.controller, async (unit) => {
    const { application } = await withinReach(unit, staff, request);
    const words = await keptWords(unit, wordsId, request);
    const at = instant(deps.clock());
    await logAccess(unit, {
      record: application,
      at,
      by: staffName(staff),
      purpose: "request",
      part: wordsId,
    });
    return words;
  });
}

/** The subject reads what the subject wrote; what the desk wrote about it comes as letters. */
export async function readOwnWords(deps: Deps, applicant: Applicant, request: string, wordsId: string) {
  const { where, row } = await ownRequest(deps, applicant, request);
  return deps.store.write(where.controller, async (unit) => {
    const own = (await wordsOfRequest(unit, request)).find(({ id }) => id === wordsId);
    if (own?.by !== "applicant") throw new Problem("NOT_FOUND");
    const words = await keptWords(unit, wordsId, request);
    const access = { record: row.application, by: "applicant", purpose: "own-copy", part: wordsId } as const;
    await logAccess(unit, { ...access, at: instant(deps.clock()) });
    return words;
  });
}

/**
 * The digests by which a command names words. A reason that nobody can read is none.
 *
 * @throws Problem WORDS_UNKNOWN
 */
export async function assertWordsKept(unit: Unit, request: string, command: object): Promise<void> {
  const named = digestsIn(command);
  if (named.length === 0) return;
  const kept = new Set((await wordsOfRequest(unit, request)).map(({ digest }) => digest));
  if (!named.every((digest) => kept.has(digest))) throw new Problem("WORDS_UNKNOWN");
}

/** Fields of commands whose digest stands for something written here; others stand for documents kept elsewhere. */
const wordFields: ReadonlySet<string> = new Set([
  "reason",
  "answer",
  "words",
  "opinion",
  "reasoning",
  "condition",
]);

function digestsIn(value: object): readonly string[] {
  return Object.entries(value).flatMap(([name, part]: [string, unknown]) => {
    if (typeof part === "string") return wordFields.has(name) ? [part] : [];
    return typeof part === "object" && part !== null ? digestsIn(part) : [];
  });
}
