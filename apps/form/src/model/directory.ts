/** What the form fetches: who receives applications, what they say, their keys, and which keys to trust. */
import type { Language } from "@tillit/law-reference";
import type { Controller, Dsse, Notice } from "@tillit/api-contract/client";
import { ApiProblem } from "@tillit/web-kit";
import { gatherEvidence, type KeyLogEvidence } from "@tillit/web-kit/key-log";
import { api } from "../api.ts";

export type { Controller, Notice };

/** A part of a notice; `text` alone says everything. */
export type NoticeBlock = Notice["blocks"][number];

export async function fetchControllers(): Promise<readonly Controller[]> {
  return (await (await api.controllers.$get()).json()).controllers;
}

export async function fetchKeys(controller: string): Promise<Dsse> {
  const answer = await api.controllers[":id"].keys.$get({ param: { id: controller } });
  return (await answer.json()).document;
}

/** What the log says of a controller's newest document; undefined when it is not in the log. */
export async function fetchEvidence(
  controller: string,
  pinned: readonly string[],
): Promise<KeyLogEvidence | undefined> {
  try {
    return await gatherEvidence(controller, pinned, {
      inclusion: async (of) => (await api.keys.inclusion.$get({ query: { controller: of } })).json(),
      consistency: async (first, second) => {
        const query = { first: String(first), second: String(second) };
        return (await api.keys.consistency.$get({ query })).json();
      },
    });
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return undefined;
    throw error;
  }
}

export async function fetchNotice(controller: string, language: Language): Promise<Notice> {
  const answer = await api.controllers[":id"].notice.$get({
    param: { id: controller },
    query: { lang: language },
  });
  return answer.json();
}
