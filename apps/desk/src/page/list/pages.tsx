/** Long lists, a page at a time: the first when the view opens, the next when the reader asks for more. */
import { useEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../../texts/language.ts";
import { Failure } from "../notice.tsx";
import { useResource, type Resource } from "../use-resource.ts";

/** Rows that come at a time to a table that is read. */
export const pageRows = "200";
/** Rows that come at a time where all are needed. */
const mostRows = "1000";

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next?: string | undefined;
}

/** What a list is asked for. */
export interface PageAsked {
  readonly limit: string;
  readonly after?: string;
}

export type LoadPage<Row> = (asked: PageAsked, signal: AbortSignal) => Promise<Page<Row>>;

/** All rows of a list, for a choice among them. */
export async function everyRow<Row>(load: LoadPage<Row>, signal: AbortSignal): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let page = await load({ limit: mostRows }, signal);
  for (;;) {
    rows.push(...page.rows);
    if (page.next === undefined) return rows;
    page = await load({ limit: mostRows, after: page.next }, signal);
  }
}

export interface Pages<Row> {
  readonly resource: Resource<Page<Row>>;
  readonly more: () => void;
  readonly working: boolean;
  readonly error: unknown;
}

/** @param key - says everything that `load` depends on */
export function usePages<Row>(key: string, load: LoadPage<Row>): Pages<Row> {
  const { resource } = useResource(key, (signal) => load({ limit: pageRows }, signal));
  const [further, setFurther] = useState<Page<Row>>();
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>();
  const abort = useRef(new AbortController());
  const first = resource.status === "ready" ? resource.value : undefined;
  useEffect(() => {
    setFurther(undefined);
    setError(undefined);
    abort.current = new AbortController();
    return () => abort.current.abort();
  }, [first]);
  const next = further === undefined ? first?.next : further.next;
  const more = (): void => {
    if (working || next === undefined) return;
    const { signal } = abort.current;
    setWorking(true);
    setError(undefined);
    load({ limit: pageRows, after: next }, signal)
      .then(
        (page) => {
          if (signal.aborted) return;
          setFurther((before) => ({ rows: [...(before?.rows ?? []), ...page.rows], next: page.next }));
        },
        (failure: unknown) => {
          if (!signal.aborted) setError(failure);
        },
      )
      .finally(() => setWorking(false));
  };
  if (first === undefined) return { resource, more, working, error };
  const value = { rows: [...first.rows, ...(further?.rows ?? [])], next };
  return { resource: { status: "ready", value }, more, working, error };
}

/** The way to the next page, and how many rows are shown so far; nothing where the list is whole. */
export function MoreRows<Row>({ pages }: { readonly pages: Pages<Row> }) {
  const { texts } = useTexts();
  const { resource, more, working, error } = pages;
  if (resource.status !== "ready") return null;
  const { rows, next } = resource.value;
  return (
    <div class="more-rows">
      {error !== undefined && <Failure error={error} />}
      {next !== undefined && (
        <>
          <p role="status">{texts.inbox.shownSoFar(rows.length)}</p>
          <button type="button" class="button secondary" aria-busy={working} onClick={more}>
            {texts.inbox.more}
          </button>
        </>
      )}
    </div>
  );
}
