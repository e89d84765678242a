import { type Dsse, EnvelopeError, parseKeyring } from "@tillit/crypto-envelope";
import type { CommonOptions, Io } from "../console/io.ts";
import { writeJson } from "../files/output.ts";
import { isFolder, readKeyring, readManifest } from "./files/folder.ts";
import { refusals } from "./refusal.ts";

function malformed(): EnvelopeError {
  return new EnvelopeError("FORMAT", "the manifest is not a signed JSON document");
}

/** `tillit envelope inspect`: the manifest as it stands. Nothing is verified, and there are no keys in it. */
export async function inspect(place: string, { lang }: CommonOptions, io: Io): Promise<void> {
  await refusals(() => print(place, io), lang);
}

async function print(place: string, io: Io): Promise<void> {
  const signed: unknown = await readManifest(io, place);
  if (!isSigned(signed)) throw malformed();
  let manifest: unknown;
  try {
    manifest = JSON.parse(Buffer.from(signed.payload, "base64").toString("utf8"));
  } catch {
    throw malformed();
  }
  await writeJson(io, {
    payloadType: signed.payloadType,
    manifest,
    signatures: signed.signatures.map(({ keyid }) => keyid),
    ...(await keyringFacts(place, io)),
  });
}

/** Who has access now and what has been destroyed, where the manifest lies in an envelope's folder. */
async function keyringFacts(place: string, io: Io): Promise<object> {
  if (!(await isFolder(place))) return {};
  const { slots, stanzas } = parseKeyring(JSON.stringify(await readKeyring(io, place)));
  return {
    recipients: stanzas.map(({ group, kem, kid }) => ({ group, kem, kid })),
    shredded: Object.entries(slots).flatMap(([id, slot]) =>
      typeof slot === "string" ? [] : [{ id, ...slot }],
    ),
  };
}

function isSigned(value: unknown): value is Dsse {
  if (typeof value !== "object" || value === null) return false;
  const { payload, signatures } = value as Partial<Record<keyof Dsse, unknown>>;
  return typeof payload === "string" && Array.isArray(signatures) && signatures.every(isObject);
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
