/** The numbers of the cases that the reader reaches, for lists that know a case by its id only. */
import { applicationPage } from "../api/lists.ts";
import { everyRow } from "./pages.tsx";
import { useResource } from "./use-resource.ts";

const none: ReadonlyMap<string, string> = new Map();

export async function caseNumbers(signal: AbortSignal): Promise<ReadonlyMap<string, string>> {
  const applications = await everyRow(applicationPage, signal);
  return new Map(applications.map(({ id, number }) => [id, number]));
}

/** Empty until it is known, and where it cannot be: a list then names a case by its receipt. */
export function useCaseNumbers(): ReadonlyMap<string, string> {
  const { resource } = useResource("case-numbers", caseNumbers);
  return resource.status === "ready" ? resource.value : none;
}
