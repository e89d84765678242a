/** Small sealed parts that came in the same request as the manifest. */
import type { Verified } from "@tillit/crypto-envelope";
import { mostInline } from "@tillit/api-contract/submissions/routes";
import { verifyBlob } from "@tillit/crypto-envelope/node";
import { Problem } from "../problem.ts";

export interface InlinePart {
  readonly section: string;
  readonly body: Uint8Array;
}

/**
 * Decodes and checks them: each must be a section of the manifest, with its size and its hash.
 *
 * @throws Problem ENVELOPE_CONTEXT · BLOB_SIZE · BLOB_HASH · TOO_LARGE
 */
export async function inlineParts(
  verified: Verified,
  given: Readonly<Record<string, string>> = {},
): Promise<readonly InlinePart[]> {
  const parts: InlinePart[] = [];
  let total = 0;
  for (const [section, text] of Object.entries(given)) {
    const signed = verified.manifest.sections.find(({ id }) => id === section);
    if (signed === undefined) throw new Problem("ENVELOPE_CONTEXT");
    const body = Buffer.from(text, "base64url");
    total += body.length;
    if (total > mostInline) throw new Problem("TOO_LARGE");
    if (body.length !== signed.size) throw new Problem("BLOB_SIZE");
    parts.push({ section, body });
  }
  for (const { section, body } of parts) {
    await verifyBlob(verified, section, body).catch((cause: unknown) => {
      throw new Problem("BLOB_HASH", undefined, { cause });
    });
  }
  return parts;
}
