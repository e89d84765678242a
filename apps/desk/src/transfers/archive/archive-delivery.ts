/** A case opened here and packed for an archive: METS, PREMIS, the manifest with its retention mark, and the content itself. */
import { sectionIds } from "@tillit/application-case";
import { open } from "@tillit/crypto-envelope";
import { archivePackage, contentFolder } from "@tillit/retention-policy";
import { api, bytesOf, valueOf } from "../../api/api-client.ts";
import type { CaseView } from "../../api/wire.ts";
import { sniff } from "../../applications/content/sniff.ts";
import { verifyKind } from "../../crypto/readdress.ts";
import { expectedOf } from "../../crypto/sealed-context.ts";
import { openWords } from "../../crypto/words.ts";
import { version } from "../../../package.json";
import type { HeldKey } from "../../unlock/vault.ts";
import { type PackedFile, tarFile } from "./tar-file.ts";

export interface Delivery {
  readonly name: string;
  readonly blob: Blob;
  readonly files: number;
}

interface Content {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const endings: Readonly<Record<string, string>> = {
  "application/pdf": ".pdf",
  "image/heic": ".heic",
  "image/jpeg": ".jpg",
  "image/png": ".png",
};

function fileOf(section: string, bytes: Uint8Array<ArrayBuffer>): Content {
  if (sectionIds.some((id) => id === section))
    return { name: `${section}.json`, mime: "application/json", bytes };
  // The name that the applicant gave stands in attachments.json; here it would have to be made safe.
  const mime = sniff(bytes);
  const ending = endings[mime];
  return ending === undefined
    ? { name: `${section}.bin`, mime: "application/octet-stream", bytes }
    : { name: `${section}${ending}`, mime, bytes };
}

/** Throws EnvelopeError, DeskError and ApiProblem; every fetch is in the log before it is answered. */
export async function archiveDelivery(
  view: CaseView,
  held: HeldKey,
  onPart: (done: number, all: number) => void,
): Promise<Delivery> {
  const one = api.desk.applications[":id"];
  const { id } = view;
  const metadata = await valueOf(one["archive-metadata"].$get({ param: { id } }));
  const expected = await expectedOf(view, held.controller);
  const envelope = await valueOf(one.envelope.$get({ param: { id }, query: {} }));
  const verified = verifyKind(envelope.manifest, "application", expected);
  const opened = await open(verified, envelope.keyring, held.decapsulator);
  const readable = opened.sections.filter(({ state }) => state === "readable");
  const all = readable.length + view.words.length;
  const content: Content[] = [];
  onPart(0, all);
  try {
    for (const { id: section } of readable) {
      const blob = await bytesOf(one.blobs[":section"].$get({ param: { id, section }, query: {} }));
      content.push(fileOf(section, new Uint8Array(await opened.read(section, blob))));
      onPart(content.length, all);
    }
  } finally {
    opened.close();
  }
  for (const { id: words, kind, at, outcome } of view.words) {
    const sealed = await valueOf(one.words[":words"].$get({ param: { id, words }, query: {} }));
    const text = await openWords(sealed, kind, expected, held.decapsulator);
    const bytes = new TextEncoder().encode(JSON.stringify({ kind, at, outcome, text }));
    content.push({ name: `words/${kind}-${words}.json`, mime: "application/json", bytes });
    onPart(content.length, all);
  }
  return packed(view, metadata as Metadata, content);
}

type Metadata = Pick<Parameters<typeof archivePackage>[0], "label" | "creator" | "manifest" | "events">;

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function packed({ id }: CaseView, metadata: Metadata, content: readonly Content[]): Promise<Delivery> {
  const now = new Date();
  const created = `${now.toISOString().slice(0, 19)}Z`;
  const name = `tillit-${id.slice(0, 16)}`;
  const { label, creator, manifest, events } = metadata;
  const listed = await Promise.all(
    content.map(async ({ name: file, mime, bytes }) => {
      return { name: file, mime, size: bytes.length, sha256: await hashOf(bytes), created };
    }),
  );
  const texts = archivePackage({
    id: name,
    label,
    creator,
    manifest,
    events: [...events, { type: "information package creation", at: created }],
    created,
    software: { name: "tillit", version },
    files: listed,
  });
  const files: PackedFile[] = [
    ...texts.map(({ path, text }) => ({ path: `${name}/${path}`, bytes: new TextEncoder().encode(text) })),
    ...content.map(({ name: file, bytes }) => ({ path: `${name}/${contentFolder}/${file}`, bytes })),
  ];
  return { name: `${name}.tar`, blob: tarFile(files, now), files: files.length };
}
