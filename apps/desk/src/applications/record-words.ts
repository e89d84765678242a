/** What an assessment or a decision can come to, and how it reaches the API with its sealed words. */
import type { SealedWords } from "@tillit/api-contract/client";
import { api } from "../api/api-client.ts";
import type { WordsKind } from "../api/wire.ts";

export type Judgement =
  | { readonly kind: "assessment"; readonly outcome: "proceed" | "needs-talk" | "decline" }
  | { readonly kind: "decision"; readonly outcome: "approved" | "declined" };

const judgements: readonly Judgement[] = [
  { kind: "assessment", outcome: "proceed" },
  { kind: "assessment", outcome: "needs-talk" },
  { kind: "assessment", outcome: "decline" },
  { kind: "decision", outcome: "approved" },
  { kind: "decision", outcome: "declined" },
];

export function judgementsOf(kind: WordsKind): readonly Judgement[] {
  return judgements.filter((one) => one.kind === kind);
}

/** Throws ApiProblem. */
export async function recordWords(id: string, judgement: Judgement, words: SealedWords): Promise<void> {
  const one = api.desk.applications[":id"];
  const param = { id };
  if (judgement.kind === "decision") {
    await one.decision.$post({ param, json: { outcome: judgement.outcome, words } });
  } else {
    await one.assessment.$post({ param, json: { outcome: judgement.outcome, words } });
  }
}
