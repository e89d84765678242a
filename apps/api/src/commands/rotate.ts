/** `tillit-api rotate`: what an operator changes, shown first and done with `--yes`. */
import type { Language } from "@tillit/law-reference";
import { readFileSync } from "node:fs";
import type { KeyDocument } from "@tillit/crypto-envelope";
import { z } from "zod";
import { addDays } from "@tillit/civil-time";
import { swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import { currentKeys } from "../keys/current-keys.ts";
import { keyLog, keepKeyLog } from "../keys/key-log.ts";
import { handOverLogKey, originOf } from "../log/log-keys.ts";
import { checkDocument, documentIn, publishDocument } from "../keys/publish-keys.ts";
import { dsseSchema } from "@tillit/api-contract/ground/shapes";
import { Problem } from "../problem.ts";
import { texts } from "./rotate-texts.ts";

export type RotateDeps = Pick<Deps, "store" | "clock" | "logSecret" | "previousLogSecrets" | "session">;

export interface RotateArgs {
  readonly what?: string | undefined;
  readonly file?: string | undefined;
  readonly yes: boolean;
  readonly lang: Language;
}

/** How long before a key document runs out it is spoken of. */
const soonDays = 90;

const secret = z.string().min(32);
const list = z
  .string()
  .default("")
  .transform((text) => text.split(",").filter((one) => one !== ""));

/** The few settings that rotation needs; a missing one is named by the schema, no value is repeated. */
export const rotateSettings = z.object({
  SESSION_SECRET: secret,
  SESSION_SECRET_PREVIOUS: list,
  LOG_SECRET: secret,
  LOG_SECRET_PREVIOUS: list.pipe(z.array(secret)),
});

export function parseRotateArgs(args: readonly string[]): RotateArgs | undefined {
  const plain = args.filter((one, n) => !one.startsWith("--") && args[n - 1] !== "--lang");
  const lang = args.includes("--lang") ? args[args.indexOf("--lang") + 1] : "en";
  const [what, file] = plain;
  const known = what === undefined || what === "log-keys" || (what === "key-document" && file !== undefined);
  const flags = args.filter((one) => one.startsWith("--"));
  if (!known || (lang !== "sv" && lang !== "en")) return undefined;
  if (!flags.every((one) => one === "--yes" || one === "--lang")) return undefined;
  return { what, file, yes: args.includes("--yes"), lang };
}

export async function rotate(deps: RotateDeps, args: RotateArgs): Promise<string> {
  const words = texts[args.lang];
  if (args.what === "key-document") return rotateDocument(deps, args, args.file ?? "");
  const logs = await rotateLogs(deps, args);
  if (args.what === "log-keys") {
    if (logs.length === 0) return words.nothing;
    return [...logs, args.yes ? words.done : words.dryRun].join("\n");
  }
  const documents = await standing(deps, args.lang);
  const sessions = words.sessions(deps.session.previousSecrets?.length ?? 0);
  return [...logs, ...documents, sessions, words.dryRun].join("\n");
}

/** Every log whose key is not the one of the newest secret. Without a word about what to do, nothing is done. */
async function rotateLogs(deps: RotateDeps, { what, yes, lang }: RotateArgs): Promise<string[]> {
  const words = texts[lang];
  await keepKeyLog(deps);
  const names = [keyLog, ...(await deps.store.controllers()).map(({ id }) => id)];
  const lines: string[] = [];
  for (const name of names) {
    try {
      const dryRun = !(yes && what === "log-keys");
      const { changes, size, from, to } = await handOverLogKey(deps, name, { dryRun });
      if (changes) lines.push(words.log(originOf(name), size), words.keys(from, to));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      lines.push(words.lostKey(originOf(name)));
    }
  }
  return lines;
}

/** Key documents that have run out, or soon will. */
async function standing(deps: RotateDeps, lang: Language): Promise<string[]> {
  const words = texts[lang];
  const soon = addDays(swedishDay(deps.clock()), soonDays);
  const lines: string[] = [];
  for (const { id } of await deps.store.controllers()) {
    const document = await deps.store.keyDocument(id);
    const expires = document === undefined ? "" : documentIn(document).expires;
    if ((await currentKeys(deps, id)).length === 0) lines.push(words.unhealthy(id));
    else if (expires.slice(0, 10) <= soon) lines.push(words.expiring(id, expires.slice(0, 10)));
  }
  return lines;
}

async function rotateDocument(deps: RotateDeps, { yes, lang }: RotateArgs, file: string): Promise<string> {
  const words = texts[lang];
  const read = JSON.parse(readFileSync(file, "utf8")) as unknown;
  const document = z.union([dsseSchema, z.object({ document: dsseSchema })]).parse(read);
  const signed = "document" in document ? document.document : document;
  const { controller, current } = await checkDocument(deps, documentIn(signed).controller, signed);
  const lines = difference(documentIn(current), documentIn(signed), lang);
  if (yes) await publishDocument(deps, controller.id, signed, "system");
  return [...lines, yes ? words.done : words.dryRun].join("\n");
}

function difference(before: KeyDocument, after: KeyDocument, lang: Language): string[] {
  const words = texts[lang];
  const was = new Map(before.keys.map(({ kid, status }) => [kid, status]));
  const is = new Map(after.keys.map(({ kid, status }) => [kid, status]));
  const changes = [
    ...[...is.keys()].filter((kid) => !was.has(kid)).map((kid) => words.added(kid)),
    ...[...was.keys()].filter((kid) => !is.has(kid)).map((kid) => words.removed(kid)),
    ...[...is].flatMap(([kid, status]) => {
      const old = was.get(kid);
      return old === undefined || old === status ? [] : [words.status(kid, old, status)];
    }),
  ];
  return [
    words.document(after.controller, before.seq, after.seq),
    ...(changes.length === 0 ? [words.noChange] : changes),
    ...(before.expires === after.expires ? [] : [words.expires(before.expires, after.expires)]),
  ];
}
