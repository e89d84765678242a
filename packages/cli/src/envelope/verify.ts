import { EnvelopeError, verifyKeyring } from "@tillit/crypto-envelope";
import { verify as verifyManifest, verifyBlob } from "@tillit/crypto-envelope/node";
import type { CommonOptions, Io } from "../console/io.ts";
import { exit } from "../console/outcome.ts";
import { writeJson } from "../files/output.ts";
import { blobOf, readKeyring, readManifest } from "./files/folder.ts";

/** What the envelope must be for. */
export type Expected = {
  readonly purpose: string;
  readonly schema: string;
  readonly app?: string;
  readonly controller?: string;
};

export type VerifyOptions = CommonOptions & Expected;

/** The options as the library's expectation. */
export function expectation({
  purpose,
  schema,
  app,
  controller,
}: Expected): Parameters<typeof verifyManifest>[1] {
  return {
    purpose,
    schemas: [schema],
    ...(app === undefined ? {} : { app }),
    ...(controller === undefined ? {} : { controller }),
  };
}

/** The fault an error tells of; a blob that is not there is one too. */
function faultOf(error: unknown, section: string | undefined): string | undefined {
  if (error instanceof EnvelopeError) return error.code;
  const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
  return missing && section !== undefined ? "BLOB_MISSING" : undefined;
}

/** `tillit envelope verify`: the verdict as JSON; exit 1 with the first fault when the envelope does not hold. */
export async function verify(folder: string, options: VerifyOptions, io: Io): Promise<void> {
  const manifest = await readManifest(io, folder);
  const keyring = await readKeyring(io, folder);
  let section: string | undefined;
  try {
    const verified = verifyManifest(manifest, expectation(options));
    const { slots } = verifyKeyring(verified, keyring);
    for (const { id } of verified.manifest.sections) {
      // What was destroyed has no blob to check.
      if (typeof slots[id] !== "string") continue;
      section = id;
      await verifyBlob(verified, id, await blobOf(folder, id));
    }
    const { context, sections } = verified.manifest;
    await writeJson(io, {
      valid: true,
      app: context.app,
      controllers: context.controllers,
      created: context.created,
      sections: sections.map(({ id, size }) => ({
        id,
        size,
        state: typeof slots[id] === "string" ? "sealed" : "shredded",
      })),
    });
  } catch (error) {
    const code = faultOf(error, section);
    if (code === undefined) throw error;
    await writeJson(io, { valid: false, code, ...(section !== undefined && { section }) });
    io.end(exit.findings);
  }
}
