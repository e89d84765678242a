/** The answer: items as they were decided, hidden words proven gone, sealed to the subject's own key and to nobody else. */
import { sealingContexts } from "@tillit/application-case";
import type { Language } from "@tillit/law-reference";
import { memorySink, Receipt, seal, verifyKeyDocument } from "@tillit/crypto-envelope";
import type { ExportFile, ExportPackage, ItemOutcome, OpenedItem } from "@tillit/dsar-workflow";
import { buildExport } from "@tillit/dsar-workflow/export";
import { api, sendBytes, valueOf } from "../../api/api-client.ts";
import type { RequestView } from "../../api/wire.ts";
import { DeskError } from "../../crypto/desk-error.ts";
import { openText } from "../../crypto/words.ts";
import type { HeldKey } from "../../unlock/vault.ts";
import { readItems, type ItemReader } from "./item-reader.ts";
import { hexDigest } from "../keep-words.ts";

export interface Answering {
  readonly request: RequestView;
  readonly held: HeldKey;
  readonly lang: Language;
  readonly nameOf: (item: RequestView["items"][number]) => string;
}

type Item = RequestView["items"][number];

function outcomeOf({ outcome = "withhold", spans = [], harm }: Item): ItemOutcome {
  const because = { ...harm, reasoning: "", reviewer: "" };
  const plain = outcome === "disclose";
  return {
    kind: outcome,
    ...(spans.length > 0 ? { spans } : {}),
    ...(plain ? {} : { harm: because }),
  } as ItemOutcome;
}

async function openedItem(
  { request, nameOf }: Answering,
  reader: ItemReader,
  item: Item,
): Promise<OpenedItem> {
  const outcome = outcomeOf(item);
  const own = !item.id.startsWith("words-");
  return {
    id: item.id,
    section: item.section,
    title: nameOf(item),
    source: "applications",
    // What is withheld is not opened at all.
    text: outcome.kind === "withhold" ? "" : await reader.text(item),
    outcome,
    origin: {
      providedBySubject: own,
      basis: request.kind === "private-provider" ? "contract" : "public-task",
      automated: true,
    },
  };
}

/** Files the applicant sent go as they are when they are disclosed; their own names stand in the list of answers. */
async function filesOf({ request }: Answering, reader: ItemReader): Promise<readonly ExportFile[]> {
  const files: ExportFile[] = [];
  for (const item of request.items) {
    if (item.outcome !== "disclose") continue;
    const bytes = await reader.file(item);
    if (bytes !== undefined) files.push({ name: item.id, type: "application/octet-stream", bytes });
  }
  return files;
}

/** Letters that were kept with the request go with the answer. */
async function lettersOf({ request, held }: Answering): Promise<readonly ExportFile[]> {
  const letters: ExportFile[] = [];
  const expected = { app: request.app, controller: held.controller };
  for (const { id, kind } of request.words) {
    if (kind !== "letter") continue;
    const param = { id: request.id, words: id };
    const sealed = await valueOf(api.desk.requests[":id"].words[":words"].$get({ param }));
    const text = await openText(sealed, sealingContexts.request(request.id), expected, held.decapsulator);
    const name = `brev-${letters.length + 1}.txt`;
    letters.push({ name, type: "text/plain", bytes: new TextEncoder().encode(text) });
  }
  return letters;
}

async function packageOf(answering: Answering, reader: ItemReader): Promise<ExportPackage> {
  const { request, lang } = answering;
  const right = request.right === "portability" ? "portability" : "access";
  const items: OpenedItem[] = [];
  for (const item of request.items) items.push(await openedItem(answering, reader, item));
  const param = { id: request.id };
  const information = await valueOf(api.desk.requests[":id"].information.$get({ param }));
  return buildExport({
    case: request.id,
    right,
    decision: request.decision?.digest ?? "",
    lang,
    items,
    ...(right === "access" ? { information } : {}),
    letters: [...(await filesOf(answering, reader)), ...(await lettersOf(answering))],
  });
}

/** The files of an answer that no search could look through, as they are called on the desk. */
export function namesOfUnsearched(
  { request, nameOf }: Answering,
  { unsearched }: ExportPackage,
): readonly string[] {
  return unsearched.map(({ name }) => {
    const item = request.items.find(({ id }) => id === name);
    return item === undefined ? name : nameOf(item);
  });
}

/** Builds, seals and hands in the answer. Throws EnvelopeError where the keys are not the applicant's own. */
export async function sealAnswer(answering: Answering): Promise<ExportPackage> {
  const { request, held } = answering;
  const { id, app, keys } = request;
  if (keys === undefined) throw new DeskError("NO_SUBJECT_KEYS");
  const reader = await readItems(request, held);
  try {
    const to = verifyKeyDocument(keys, {
      roots: [reader.verified.applicant],
      controller: app,
      now: new Date().toISOString(),
    });
    const pack = await packageOf(answering, reader);
    const { manifest: list, manifestDigest, files } = pack;
    const { sink, blobs } = memorySink();
    const {
      purpose,
      schemas: [schema],
    } = sealingContexts.export(id);
    const { manifest, keyring } = await seal({
      context: {
        app,
        controllers: [held.controller],
        purpose,
        schema,
        created: `${new Date().toISOString().slice(0, 19)}Z`,
      },
      receipt: Receipt.create(app),
      to: { g1: [to] },
      sections: [
        { id: "list", class: "export", data: new TextEncoder().encode(JSON.stringify(list)), pad: "4k" },
        ...files.map(({ bytes }, index) => ({ id: `file-${index}`, class: "export", data: bytes })),
      ],
      sink,
    });
    const begun = await valueOf(
      api.desk.requests[":id"].export.$post({
        param: { id },
        json: { manifest, keyring, package: manifestDigest },
      }),
    );
    for (const { id: section, state } of begun.blobs) {
      const bytes = blobs.get(section);
      if (state === "missing" && bytes !== undefined) {
        const param = { id, record: begun.id, section };
        const path = api.desk.requests[":id"].export[":record"].blobs[":section"].$path({ param });
        await sendBytes(path, bytes.slice());
      }
    }
    return pack;
  } finally {
    reader.close();
  }
}

/** The files themselves, for someone who is handed them in person, and what the case is to know of them. */
export async function openAnswer(answering: Answering): Promise<ExportPackage> {
  const reader = await readItems(answering.request, answering.held);
  try {
    return await packageOf(answering, reader);
  } finally {
    reader.close();
  }
}

/** Stands for "no key": a package that is handed over by hand is sealed to nobody. */
export function noKey(): Promise<string> {
  return hexDigest(new Uint8Array());
}
