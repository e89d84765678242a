/** The numbers of cases, as far as the reader reaches them, for lists that know a case by its id only. */
import { api, until, valueOf } from "../../api/api-client.ts";
import { useResource } from "../use-resource.ts";

const none: ReadonlyMap<string, string> = new Map();
/** Ids that the API takes at once. */
const atOnce = 100;

/** Of the records that are cases; asked for by name, so that it takes as long however many cases there are. */
export async function caseNumbers(
  records: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(records)].filter((record) => /^[0-9a-f]{32}$/u.test(record));
  const numbers = new Map<string, string>();
  for (let n = 0; n < ids.length; n += atOnce) {
    const query = { records: ids.slice(n, n + atOnce).join() };
    const { applications } = await valueOf(api.desk.applications.$get({ query }, until(signal)));
    for (const { id, number } of applications) numbers.set(id, number);
  }
  return numbers;
}

/** Empty until it is known, and where it cannot be: a list then names a case by its receipt. */
export function useCaseNumbers(records: readonly string[] = []): ReadonlyMap<string, string> {
  const { resource } = useResource(`case-numbers-${records.join()}`, (signal) =>
    caseNumbers(records, signal),
  );
  return resource.status === "ready" ? resource.value : none;
}
