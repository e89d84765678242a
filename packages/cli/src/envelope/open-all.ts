import type { Language } from "@tillit/law-reference";
import { EnvelopeError, type Opened } from "@tillit/crypto-envelope";
import { join } from "node:path";
import type { CommonOptions, Io } from "../console/io.ts";
import { makeFolder } from "../files/ensure-folder.ts";
import { CommandError, exit } from "../console/outcome.ts";
import { checkOutput, say, writeJson } from "../files/output.ts";
import { partFile } from "../files/temporary-file.ts";
import { type Progress, startProgress } from "../console/progress.ts";
import { writeContent } from "./files/content-file.ts";
import { blobOf } from "./files/folder.ts";
import { notes } from "./notes.ts";
import { refusalOf } from "./refusal.ts";

type Options = CommonOptions & { readonly out?: string; readonly force?: boolean };

/** Writes every section that this key may read to a folder; one that is damaged is named, and keeps back no other. */
export async function openAll(
  folder: string,
  opened: Opened,
  { lang, out, force = false }: Options,
  io: Io,
): Promise<void> {
  if (out === undefined) throw new CommandError("USAGE", "open takes --section or --out; see --help");
  const readable = opened.sections.filter(({ state }) => state === "readable");
  for (const { id } of readable) await checkOutput(join(out, id), force);
  const made = await makeFolder(out);
  const damaged = new Map<string, CommandError>();
  const progress = await startProgress(
    io,
    notes.opening[lang],
    readable.reduce((sum, { size }) => sum + size, 0),
  );
  try {
    for (const { id } of readable) {
      const damage = await damageOf(folder, opened, id, { file: join(out, id), force, lang }, progress);
      if (damage !== undefined) damaged.set(id, damage);
    }
  } finally {
    progress.stop();
    made.end();
  }
  await writeJson(io, {
    sections: opened.sections.map(({ id, state }) => ({ id, state: damaged.has(id) ? "damaged" : state })),
  });
  for (const [id, { code, exitCode, message }] of damaged) {
    say(io, `tillit: ${code} ${message} (${id})`);
    io.end(exitCode);
  }
  if (readable.length < opened.sections.length) {
    say(io, notes.notAllReadable[lang]);
    io.end(exit.partly);
  }
}

/** What is wrong with a section when it cannot be opened. A full disk, say, is no fault of it, and ends the command. */
async function damageOf(
  folder: string,
  opened: Opened,
  id: string,
  { file, force, lang }: { readonly file: string; readonly force: boolean; readonly lang: Language },
  progress: Progress,
): Promise<CommandError | undefined> {
  const blob = await blobOf(folder, id).catch(missing);
  if (blob === undefined) return new CommandError("BLOB_MISSING", notes.blobMissing[lang], exit.refused);
  const part = partFile(file);
  try {
    const { readable, done } = opened.stream(id, blob);
    await writeContent(readable, part.path, progress.advance);
    // Only now is it known that nothing is missing.
    await done;
    await part.keep(force);
    return undefined;
  } catch (error) {
    if (error instanceof EnvelopeError) return refusalOf(error, lang);
    throw error;
  } finally {
    await part.drop();
  }
}

function missing(error: unknown): undefined {
  if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
}
