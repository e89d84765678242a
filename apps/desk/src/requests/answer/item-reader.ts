/** The items of a request, opened here: the text that is reviewed, and the same text that is given. */
import { isSectionDocument, questionnaire, questionText, sealingContexts } from "@tillit/application-case";
import { open, type Opened, type Verified, verify } from "@tillit/crypto-envelope";
import { api, bytesOf, valueOf } from "../../api/api-client.ts";
import type { RequestView } from "../../api/wire.ts";
import { answerTexts } from "../../applications/content/answers-panel.tsx";
import { expectedOf } from "../../crypto/sealed-context.ts";
import { readingQuery } from "../../page/sealed/restricted-reading.tsx";
import { openWords } from "../../crypto/words.ts";
import type { HeldKey } from "../../unlock/vault.ts";

type Item = RequestView["items"][number];

export interface ItemReader {
  /** The applicant's own application, checked: its key is the root of the keys an answer is sealed to. */
  readonly verified: Verified;
  text(item: Item): Promise<string>;
  /** A file's bytes; undefined for an item of words. */
  file(item: Item): Promise<Uint8Array<ArrayBuffer> | undefined>;
  close(): void;
}

const wordsPrefix = "words-";
const filePrefix = "file-";

/** Answers as lines, always in Swedish: a hidden stretch is a place in this text, whoever reads it next. */
function linesOf(bytes: Uint8Array): string {
  const document: unknown = JSON.parse(new TextDecoder().decode(bytes));
  if (!isSectionDocument(document)) return new TextDecoder().decode(bytes);
  const given: Readonly<Record<string, unknown>> = document.answers;
  const answers = questionnaire.questions
    .filter(({ id, kind }) => kind !== "files" && id in given)
    .map(({ id }) => `${questionText("sv", id).label}: ${answerTexts("sv", id, given[id], "Ja").join(", ")}`);
  const files = (document.files ?? []).map(({ name }) => name);
  return [...answers, ...files].join("\n");
}

async function blobOf({ application }: RequestView, section: string): Promise<Uint8Array<ArrayBuffer>> {
  const param = { id: application, section };
  const query = readingQuery(application);
  return bytesOf(api.desk.applications[":id"].blobs[":section"].$get({ param, query }));
}

/** Opens the application that the request is about; every fetch is in the log before it is answered. */
export async function readItems(request: RequestView, held: HeldKey): Promise<ItemReader> {
  const { application: id, app } = request;
  const query = { lang: "sv" } as const;
  const { sealedFor } = await valueOf(api.desk.applications[":id"].$get({ param: { id }, query }));
  const expected = await expectedOf(sealedFor === undefined ? { app } : { app, sealedFor }, held.controller);
  const purpose = readingQuery(id);
  const envelope = await valueOf(
    api.desk.applications[":id"].envelope.$get({ param: { id }, query: purpose }),
  );
  const verified = verify(envelope.manifest, {
    ...expected,
    ...sealingContexts.application,
  });
  const opened: Opened = await open(verified, envelope.keyring, held.decapsulator);
  const read = async (section: string): Promise<Uint8Array<ArrayBuffer>> =>
    (await opened.read(section, await blobOf(request, section))).slice();
  const isElsewhere = ({ id: item }: Item): boolean =>
    !item.startsWith(wordsPrefix) && !verified.manifest.sections.some((section) => section.id === item);
  return {
    verified,
    async text(item) {
      if (item.id.startsWith(filePrefix)) return item.id;
      // Found in another source: it is not here, and is handed over from there.
      if (isElsewhere(item)) return "";
      if (!item.id.startsWith(wordsPrefix)) return linesOf(await read(item.id));
      const param = { id, words: item.id.slice(wordsPrefix.length) };
      const sealed = await valueOf(
        api.desk.applications[":id"].words[":words"].$get({ param, query: readingQuery(id) }),
      );
      const kind = item.section === "decision" ? "decision" : "assessment";
      return openWords(sealed, kind, expected, held.decapsulator);
    },
    file: async (item) => (item.id.startsWith(filePrefix) && !isElsewhere(item) ? read(item.id) : undefined),
    close: () => opened.close(),
  };
}
