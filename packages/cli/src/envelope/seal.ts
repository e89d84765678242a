import { type Dsse, type Manifest, Receipt, type Sealed, type SectionInput } from "@tillit/crypto-envelope";
import { seal as sealEnvelope, verifyKeyDocument } from "@tillit/crypto-envelope/node";
import { readFile, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { readJson, standardStream } from "../files/input.ts";
import type { CommonOptions, Io } from "../console/io.ts";
import { keepTogether } from "../files/replace-together.ts";
import { makeFolder } from "../files/ensure-folder.ts";
import { CommandError } from "../console/outcome.ts";
import { checkOutput, writeJson, writeWhole } from "../files/output.ts";
import { type PartFile, partFile } from "../files/temporary-file.ts";
import { startProgress } from "../console/progress.ts";
import { blobPath, keyringFile, manifestFile } from "./files/folder.ts";
import { fileSink } from "./files/file-sink.ts";
import { fileStream } from "./files/file-stream.ts";
import { instantAt } from "./instant.ts";
import { notes } from "./notes.ts";
import { refusals } from "./refusal.ts";
import { rootKeyOf } from "./keys/root-key.ts";

export type SealOptions = CommonOptions & {
  readonly document: string;
  readonly root: string;
  readonly controller: string;
  readonly receipt: string;
  readonly purpose: string;
  readonly schema: string;
  readonly app?: string;
  readonly class: string;
  readonly force?: boolean;
};

type Source = { readonly id: string; readonly file: string; readonly size: number };

const idForm = /^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/;
const longestId = 32;

async function sourceOf(argument: string): Promise<Source> {
  const at = argument.indexOf("=");
  const id =
    at < 0
      ? basename(argument)
          .normalize("NFD")
          .replaceAll(/\p{M}/gu, "")
          .toLowerCase()
          .replaceAll(/[^a-z0-9]+/g, "-")
          .replace(/^-/, "")
          .slice(0, longestId)
          .replace(/-$/, "")
      : argument.slice(0, at);
  if (!idForm.test(id)) {
    throw new CommandError(
      "SECTION_MALFORMED",
      "a section is written id=file, its id in at most 32 small letters, digits and -",
    );
  }
  const file = argument.slice(at + 1);
  const found = await stat(file);
  if (!found.isFile()) throw new CommandError("FILE_IS_FOLDER", "only files can be sealed");
  return { id, file, size: found.size };
}

/** `tillit envelope seal`: writes manifest, keyring, blobs and the receipt; prints application and sizes. */
export async function seal(
  folder: string,
  sections: readonly string[],
  options: SealOptions,
  io: Io,
): Promise<void> {
  const { force = false } = options;
  const sources = await Promise.all(sections.map(sourceOf));
  await checkOutput(join(folder, manifestFile), force);
  await checkOutput(options.receipt, force);
  for (const { id } of sources) await checkOutput(blobPath(folder, id), force);
  const app = options.app ?? crypto.randomUUID();
  await refusals(async () => {
    const created = instantAt(io.now());
    const keys = verifyKeyDocument((await readJson(io, options.document)) as Dsse, {
      roots: [rootKeyOf(options.root)],
      controller: options.controller,
      now: created,
    });
    const receipt = Receipt.create(app);
    const context = {
      app,
      controllers: [keys.controller],
      purpose: options.purpose,
      schema: options.schema,
      created,
    };
    const made = await makeFolder(join(folder, "blobs"));
    const blobs = new Map(sources.map(({ id }) => [id, partFile(blobPath(folder, id))]));
    const keyring = partFile(join(folder, keyringFile));
    const manifest = partFile(join(folder, manifestFile));
    const receiptFile = options.receipt === standardStream ? [] : [partFile(options.receipt)];
    // An envelope without a manifest is none: it gets its name last.
    const parts = [...receiptFile, ...blobs.values(), keyring, manifest];
    try {
      // Known before the work is done, and not after it.
      await stat(dirname(options.receipt));
      const sealed = await sealInto(sources, blobs, { context, receipt, to: { g1: [keys] } }, options, io);
      await writeNew(keyring, `${JSON.stringify(sealed.keyring)}\n`);
      await writeNew(manifest, `${JSON.stringify(sealed.manifest)}\n`);
      const words = `${receipt.toString()}\n`;
      for (const part of receiptFile) await writeNew(part, words, 0o600);
      if (receiptFile.length === 0) await writeWhole(io.stdout, words);
      await keepTogether(parts, force ? await filesOf(folder) : [], { force });
    } finally {
      for (const part of parts) await part.drop();
      made.end();
    }
    await writeJson(io, {
      app,
      controllers: [keys.controller],
      sections: sources.map(({ id, size }) => ({ id, size })),
    });
  }, options.lang);
}

async function writeNew(part: PartFile, text: string, mode = 0o644): Promise<void> {
  await writeFile(part.path, text, { flag: "wx", mode });
}

/** What an envelope that is overwritten has, its manifest first. */
async function filesOf(folder: string): Promise<readonly string[]> {
  const manifest = join(folder, manifestFile);
  const ids = await sectionIds(manifest);
  return [manifest, ...ids.map((id) => blobPath(folder, id))];
}

/** The sections that a manifest names, as far as it can be read. */
async function sectionIds(manifest: string): Promise<readonly string[]> {
  try {
    const { payload } = JSON.parse(await readFile(manifest, "utf8")) as Dsse;
    const { sections } = JSON.parse(Buffer.from(payload, "base64").toString("utf8")) as Manifest;
    return sections.map(({ id }) => id).filter((id) => idForm.test(id));
  } catch {
    return [];
  }
}

/** Seals the files into the blobs' parts, with a bar. */
async function sealInto(
  sources: readonly Source[],
  parts: ReadonlyMap<string, PartFile>,
  what: Pick<Parameters<typeof sealEnvelope>[0], "context" | "receipt" | "to">,
  options: SealOptions,
  io: Io,
): Promise<Sealed> {
  const progress = await startProgress(
    io,
    notes.sealing[options.lang],
    sources.reduce((sum, { size }) => sum + size, 0),
  );
  const done = new Map<string, number>();
  const sections = sources.map(({ id, file, size }): SectionInput => {
    return { id, class: options.class, data: fileStream(file), size };
  });
  try {
    return await sealEnvelope({
      ...what,
      sections,
      sink: (id) => fileSink(parts.get(id)?.path ?? ""),
      onProgress: (id, bytes) => {
        progress.advance(bytes - (done.get(id) ?? 0));
        done.set(id, bytes);
      },
    });
  } finally {
    progress.stop();
  }
}
