import {
  type Dsse,
  fromBase64Url,
  Receipt,
  type SectionInput,
  verifyKeyDocument,
} from "@tillit/crypto-envelope";
import { seal as sealEnvelope } from "@tillit/crypto-envelope/node";
import { createWriteStream, openAsBlob } from "node:fs";
import { mkdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { Writable } from "node:stream";
import { readJson } from "../input.ts";
import type { CommonOptions, Io } from "../io.ts";
import { CommandError } from "../outcome.ts";
import { checkOutput, writeJson, writeOutput } from "../output.ts";
import { startProgress } from "../progress.ts";
import { blobPath, keyringFile, manifestFile } from "./folder.ts";
import { instantAt } from "./instant.ts";

export type SealOptions = CommonOptions & {
  readonly document: string;
  readonly root: string;
  readonly receipt: string;
  readonly purpose: string;
  readonly schema: string;
  readonly app?: string;
  readonly class: string;
  readonly force?: boolean;
};

type Source = { readonly id: string; readonly file: string; readonly size: number };

const idForm = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

async function sourceOf(argument: string): Promise<Source> {
  const at = argument.indexOf("=");
  const id =
    at < 0
      ? basename(argument)
          .toLowerCase()
          .replaceAll(/[^a-z0-9]+/g, "-")
      : argument.slice(0, at);
  if (!idForm.test(id)) {
    throw new CommandError(
      "SECTION_MALFORMED",
      "a section is written id=file, its id in small letters, digits and -",
    );
  }
  const file = argument.slice(at + 1);
  return { id, file, size: (await stat(file)).size };
}

/** `tillit envelope seal`: writes manifest, keyring, blobs and the receipt; prints application and sizes. */
export async function seal(
  folder: string,
  sections: readonly string[],
  options: SealOptions,
  io: Io,
): Promise<void> {
  const { force = false } = options;
  await checkOutput(join(folder, manifestFile), force);
  await checkOutput(options.receipt, force);
  const now = instantAt(io.now());
  const keys = verifyKeyDocument((await readJson(io, options.document)) as Dsse, {
    roots: [fromBase64Url(options.root, 32)],
    now,
  });
  const sources = await Promise.all(sections.map(sourceOf));
  const app = options.app ?? crypto.randomUUID();
  const receipt = Receipt.create(app);

  await mkdir(join(folder, "blobs"), { recursive: true });
  const progress = await startProgress(
    io,
    "sealing",
    sources.reduce((sum, { size }) => sum + size, 0),
  );
  const done = new Map<string, number>();
  const inputs: SectionInput[] = [];
  for (const { id, file, size } of sources) {
    inputs.push({ id, class: options.class, data: await openAsBlob(file), size });
  }
  const sealed = await sealEnvelope({
    context: {
      app,
      controllers: [keys.controller],
      purpose: options.purpose,
      schema: options.schema,
      created: now,
    },
    receipt,
    to: { g1: [keys] },
    sections: inputs,
    sink: (id) => Writable.toWeb(createWriteStream(blobPath(folder, id), { flags: force ? "w" : "wx" })),
    onProgress: (id, bytes) => {
      progress.advance(bytes - (done.get(id) ?? 0));
      done.set(id, bytes);
    },
  });
  progress.stop();
  // The manifest comes last: an envelope without one is none.
  await writeOutput(io, options.receipt, `${receipt.toString()}\n`, { force, mode: 0o600 });
  await writeOutput(io, join(folder, keyringFile), `${JSON.stringify(sealed.keyring)}\n`, { force });
  await writeOutput(io, join(folder, manifestFile), `${JSON.stringify(sealed.manifest)}\n`, { force });
  await writeJson(io, {
    app,
    controllers: [keys.controller],
    sections: sources.map(({ id, size }) => ({ id, size })),
  });
}
