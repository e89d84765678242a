import {
  Receipt,
  decapsulatorFromSeed,
  generateKey,
  memorySink,
  open,
  seal,
  verify,
  verifyKeyDocument,
} from "@tillit/crypto-envelope";
import { generateRoot, keyEntry, signKeyDocument } from "@tillit/crypto-envelope/directory";
import { shred } from "@tillit/crypto-envelope/keyring";

const now = "2026-11-21T18:00:00Z";

// The controller: a key pair, and a document about it that its root key signs.
const root = generateRoot();
const { seed, publicKey } = await generateKey("xwing");
const keyDocument = signKeyDocument(
  {
    controller: "example-municipality",
    expires: "2027-11-21T00:00:00Z",
    keys: [keyEntry(publicKey, now, "2028-01-01T00:00:00Z")],
    seq: 1,
    v: 1,
  },
  [root.seed],
);

// The applicant: pins the root, seals two sections, keeps a receipt.
const keys = verifyKeyDocument(keyDocument, {
  roots: [root.publicKey],
  controller: "example-municipality",
  now,
});
const app = "7f2c1b7e-0f4c-4b0e-9d57-3f0c2a9b1e55";
const receipt = Receipt.create(app);
const { sink, blobs } = memorySink();
const text = new TextEncoder();
const { manifest, keyring } = await seal({
  context: {
    app,
    controllers: ["example-municipality"],
    purpose: "application",
    schema: "form/1",
    created: now,
  },
  receipt,
  to: { g1: [keys] },
  sections: [
    { id: "contact", class: "ordinary", data: text.encode('{"town":"Skinnskatteberg"}'), pad: "4k" },
    { id: "health", class: "health", data: text.encode('{"allergies":false}'), pad: "4k" },
  ],
  sink,
});

// The operator: can check everything and read nothing.
const verified = verify(manifest, { app, purpose: "application", schemas: ["form/1"] });

// The caseworker: opens with the private key.
const opened = await open(verified, keyring, await decapsulatorFromSeed("xwing", seed));
const contact = await opened.read("contact", blobs.get("contact") ?? new Uint8Array());
console.log(new TextDecoder().decode(contact));

// The operator again: one section must go. Nobody can read it after this, the rest stays readable.
const later = shred(keyring, "health", { at: "2027-02-01T00:00:00Z", rule: "rule-17-2" });
const left = await open(verified, later, await receipt.decapsulator());
console.log(left.sections.map(({ id, state }) => `${id}: ${state}`).join(", "));
