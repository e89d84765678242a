/** Words about a disposal list: bound to the list by its id, sealed to the own controller, opened again with the key. */
import { sealingContexts } from "@tillit/application-case";
import type { SealedWords } from "@tillit/api-contract/client";
import { api, valueOf } from "../api/api-client.ts";
import { readingQuery } from "../page/sealed/restricted-reading.tsx";
import type { HeldKey } from "../unlock/vault.ts";

/** No application is meant: the envelope's own is made up for this once. */
export async function sealListWords(text: string, list: string, controller: string): Promise<SealedWords> {
  const { sealText } = await import("../crypto/words.ts");
  return sealText(text, sealingContexts.disposal(list), { app: crypto.randomUUID(), controller });
}

/** Throws ApiProblem, EnvelopeError or DeskError. */
export async function openListWords(
  list: string,
  { id: words, record }: { readonly id: string; readonly record?: string },
  key: HeldKey,
): Promise<string> {
  const { openText } = await import("../crypto/words.ts");
  const one = api.desk.disposals[":id"].words[":words"];
  const sealed = await valueOf(one.$get({ param: { id: list, words }, query: readingQuery(record) }));
  return openText(sealed, sealingContexts.disposal(list), { controller: key.controller }, key.decapsulator);
}
