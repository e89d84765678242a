/**
 * A controller with one key, and an application to it, by the package as it is built and published: what is timed is
 * what one installs. The sources, read as they are, take more memory, which every garbage collection walks through.
 */
import * as platform from "@tillit/crypto-envelope";
import { generateRoot, keyEntry, signKeyDocument } from "@tillit/crypto-envelope/directory";
import * as node from "@tillit/crypto-envelope/node";

const name = "familjehem-sverige";
const app = "7f2c1b7e-0f4c-4b0e-9d57-3f0c2a9b1e55";
const now = "2026-11-21T18:00:00Z";
const purpose = "foster-care-application";
const schema = "fam-intresse/1";

export { node, platform };
export const expected = { app, controller: name, purpose, schemas: [schema] };
export const context = { app, controllers: [name], purpose, schema, created: now };

export async function controller(): Promise<{
  readonly keys: platform.VerifiedKeys;
  readonly holder: platform.Decapsulator;
}> {
  const { publicKey, seed } = await platform.generateKey("x25519");
  const root = generateRoot();
  const document = {
    controller: name,
    expires: "2027-11-21T00:00:00Z",
    keys: [keyEntry(publicKey, "2026-01-01T00:00:00Z", "2028-01-01T00:00:00Z")],
    seq: 1,
    v: 1,
  } as const;
  const signed = signKeyDocument(document, [root.seed]);
  const keys = platform.verifyKeyDocument(signed, { roots: [root.publicKey], controller: name, now });
  return { keys, holder: await platform.decapsulatorFromSeed("x25519", seed) };
}

/** A receipt for the application. */
export function receipt(): platform.Receipt {
  return platform.Receipt.create(app);
}
