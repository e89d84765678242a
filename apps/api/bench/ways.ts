/** How a submission comes in: into the store alone, in one request, or in two. */
import { sealingContexts } from "@tillit/application-case";
import { verify } from "@tillit/crypto-envelope/node";
import { acceptedWhole } from "../src/submissions/accept-application.ts";
import { storedEnvelope, uploaded } from "../src/envelopes/stored-envelope.ts";
import { publicAuthority, type Harness } from "../test/setup/harness.ts";
import type { Arriving } from "./sealed-submissions.ts";

/** The durable transaction with all its rows: what the bare insert is held against. */
export function storing(h: Harness, { manifest, keyring, facts, contact }: Arriving): () => Promise<void> {
  const verified = verify(manifest, sealingContexts.application);
  const at = "2026-11-23T09:30:00Z";
  const parts = storedEnvelope({ verified, manifest, keyring, kind: "application", at });
  return async () => {
    const envelope = { ...parts.envelope, facts, complete: true };
    const kept = await h.store.submit(publicAuthority, {
      ...parts,
      envelope,
      sections: parts.sections.map((section) => uploaded(section, "u")),
      bodies: [{ section: "contact", upload: "u", body: contact }],
      ...acceptedWhole(h.deps, publicAuthority, envelope),
    });
    if (!kept) throw new Error("was there already");
  };
}

/** One request through the app: parsing, signature, keyring, hash, and everything stored. */
export function asking(h: Harness, { text }: Arriving): () => Promise<void> {
  const headers = { "content-type": "application/json", "content-length": String(text.length) };
  return async () => {
    const answer = await h.app.request("/api/applications", { method: "POST", headers, body: text });
    if (answer.status !== 201) throw new Error(`answered ${answer.status}`);
  };
}

/** The way of large parts: manifest first, then the bytes; two requests and two durable transactions. */
export function askingTwice(
  h: Harness,
  { manifest, keyring, facts, contact }: Arriving,
): () => Promise<void> {
  const body = JSON.stringify({ manifest, keyring, facts });
  const first = { "content-type": "application/json", "content-length": String(body.length) };
  const second = { "content-type": "application/octet-stream", "content-length": String(contact.length) };
  return async () => {
    const begun = await h.app.request("/api/applications", { method: "POST", headers: first, body });
    const { id } = (await begun.json()) as { id: string };
    const path = `/api/applications/${id}/blobs/contact`;
    const last = await h.app.request(path, { method: "PUT", headers: second, body: Buffer.from(contact) });
    if (last.status !== 200) throw new Error(`answered ${last.status}`);
  };
}
