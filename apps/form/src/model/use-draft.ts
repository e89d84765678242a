import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { removeDatabase } from "../draft/draft-database.ts";
import { saveAnswers, saveFiles, type Draft } from "../draft/draft-store.ts";
import { hear, tell } from "../draft/kept-news.ts";
import type { AttachedFile, FormState } from "../journey/form-state.ts";

export interface DraftKeeper {
  /** An earlier draft that was found, not taken up yet. */
  readonly found: Draft | undefined;
  readonly failed: boolean;
  /** The draft was deleted: here, or in another page. */
  readonly deleted: boolean;
  /** Whether something that was answered is not on the device yet. */
  readonly isBehind: () => boolean;
  /** Forgets that a draft was found: it is taken up. */
  readonly take: () => void;
  readonly remove: () => void;
}

/**
 * Saves the draft at every change, when the person has asked for that; while one is being written, the next waits, and
 * the last one is always written.
 */
export function useDraft(
  state: FormState,
  enabled: boolean,
  before: Draft | undefined,
  onGone: () => void,
): DraftKeeper {
  const [found, setFound] = useState(before);
  const [failed, setFailed] = useState(false);
  const [deleted, setDeleted] = useState(false);
  // What the page opened with is what is there.
  const savedFiles = useRef<readonly AttachedFile[] | undefined>(state.files);
  const wanted = useRef<FormState>(undefined);
  const writing = useRef(false);
  const { answers, files, place, noticesRead } = state;
  // Nothing is put on the device before there is something to keep.
  const on = state.draft && enabled && (place !== "start" || Object.keys(answers).length > 0);

  async function write(): Promise<void> {
    writing.current = true;
    try {
      for (let next = wanted.current; next !== undefined; next = wanted.current) {
        wanted.current = undefined;
        await saveAnswers(next, Date.now());
        if (savedFiles.current === next.files) continue;
        await saveFiles(next.files);
        savedFiles.current = next.files;
      }
    } catch {
      setFailed(true);
    } finally {
      writing.current = false;
    }
  }

  useLayoutEffect(() => {
    if (!on) return;
    setDeleted(false);
    wanted.current = state;
    if (!writing.current) write().catch(() => undefined);
  }, [on, answers, files, place, noticesRead]);

  function forget(): void {
    wanted.current = undefined;
    savedFiles.current = undefined;
    setFound(undefined);
    setDeleted(true);
  }

  const gone = useRef(onGone);
  gone.current = onGone;
  useEffect(
    () =>
      hear((news) => {
        if (news !== "removed") return;
        forget();
        gone.current();
      }),
    [],
  );

  return {
    found,
    failed,
    deleted,
    isBehind: () => writing.current || wanted.current !== undefined,
    take: () => setFound(undefined),
    remove: () => {
      forget();
      removeDatabase().then(
        () => tell("removed"),
        () => undefined,
      );
    },
  };
}
