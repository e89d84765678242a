/** Seals what the person asked to send: each receiver its own part, to the key that holds just now. */
import { answersFor, chosenAssignments, parseAnswers, questionnaire } from "@tillit/application-case";
import { rememberCheckpoint } from "@tillit/web-kit/key-log";
import { fileSection } from "../journey/form-state.ts";
import { fetchReceivers } from "../model/use-receivers.ts";
import type { KeyFault, Receiver } from "../sealing/seal-application.ts";
import type { Sealer } from "../sealing/sealer.ts";
import type { Outbox, SendInput } from "./outbox.ts";
import type { SendFacts } from "./send-envelopes.ts";

/** The sealed application, or whose key stops it and why. */
export async function sealInput(
  sealer: Sealer,
  now: string,
  input: SendInput,
  onProgress: (done: number, total: number) => void,
): Promise<Outbox | { readonly controller: string; readonly reason: KeyFault }> {
  const parsed = parseAnswers(questionnaire, input.answers);
  if (!parsed.ok) throw new Error("Answers that were reviewed do not parse.");
  const own = input.receivers.map(({ controller, accepts, ...chosen }) => {
    const answers = answersFor(questionnaire, parsed.answers, accepts);
    if (answers === undefined) throw new Error("A receiver that takes no chosen assignment was let through.");
    return { controller, answers, ...chosen };
  });
  const documents = await fetchReceivers(own);
  const result = await sealer.seal(
    {
      app: crypto.randomUUID(),
      now,
      schema: questionnaire.id,
      receivers: own.map(({ answers }, index) => ({ ...(documents[index] as Receiver), answers })),
      files: input.files.map(({ blob }, index) => ({ section: fileSection(index), blob })),
    },
    onProgress,
  );
  if (!result.ok) return { controller: result.controller, reason: result.reason };
  for (const checkpoint of result.remember) rememberCheckpoint(checkpoint);
  const facts = own.map(({ controller, answers, noticeVersion }): [string, SendFacts] => [
    controller,
    { assignments: [...chosenAssignments(answers)], noticeVersion, lang: input.language },
  ]);
  const { receipt, envelopes } = result;
  return { receipt, envelopes, facts: Object.fromEntries(facts) };
}
