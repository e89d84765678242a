import type { Dsse } from "@tillit/crypto-envelope";
import type { Io } from "../io.ts";
import { CommandError } from "../outcome.ts";
import { writeJson } from "../output.ts";
import { readManifest } from "./folder.ts";

function malformed(): CommandError {
  return new CommandError("FORMAT", "the manifest is not a signed JSON document");
}

/** `tillit envelope inspect`: the manifest as it stands. Nothing is verified, and there are no keys in it. */
export async function inspect(place: string, io: Io): Promise<void> {
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
  });
}

function isSigned(value: unknown): value is Dsse {
  if (typeof value !== "object" || value === null) return false;
  const { payload, signatures } = value as Partial<Record<keyof Dsse, unknown>>;
  return typeof payload === "string" && Array.isArray(signatures) && signatures.every(isObject);
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
