import type { Answers } from "@tillit/application-case";
import { useEffect, useRef, useState } from "preact/hooks";
import { browserDrafts, type Draft } from "../draft/draft-store.ts";
import type { Outbox } from "../sending/outbox.ts";
import type { AttachedFile, FormState } from "../journey/form-state.ts";

export interface DraftKeeper {
  /** An earlier draft that was found, not taken up yet. */
  readonly found: Draft | undefined;
  readonly failed: boolean;
  readonly deleted: boolean;
  /** Some answers of the draft that was taken up did not fit any more. */
  readonly dropped: boolean;
  /** Forgets that a draft was found: it is taken up. */
  readonly take: () => void;
  readonly remove: () => void;
  /** Keeps a sealed application beside the draft; does nothing without one. */
  readonly keep: (outbox: Outbox) => Promise<void>;
}

const quiet = 400;

/** Saves the draft, a moment after each change, when the person has asked for that. */
export function useDraft(state: FormState, enabled: boolean): DraftKeeper {
  const [found, setFound] = useState<Draft>();
  const [failed, setFailed] = useState(false);
  const [deleted, setDeleted] = useState(false);
  const [dropped, setDropped] = useState(false);
  const savedFiles = useRef<readonly AttachedFile[]>(undefined);
  const queue = useRef(Promise.resolve());
  const on = state.draft && enabled;

  /** One thing at a time: two writers at once could each make a key, and one could not be read again. */
  function enqueue(work: () => Promise<void>): Promise<void> {
    queue.current = queue.current.then(work).catch(() => setFailed(true));
    return queue.current;
  }

  useEffect(() => {
    enqueue(async () => setFound(await browserDrafts.load(Date.now()).catch(() => undefined))).catch(
      () => undefined,
    );
  }, []);

  async function save(answers: Answers, files: readonly AttachedFile[]): Promise<void> {
    await browserDrafts.saveAnswers(answers, Date.now());
    if (savedFiles.current === files) return;
    await browserDrafts.saveFiles(files);
    savedFiles.current = files;
  }

  useEffect(() => {
    if (!on) return undefined;
    setDeleted(false);
    const timer = setTimeout(() => enqueue(() => save(state.answers, state.files)), quiet);
    return () => clearTimeout(timer);
  }, [on, state.answers, state.files]);

  return {
    found,
    failed,
    deleted,
    dropped,
    take: () => {
      setDropped(found?.dropped === true);
      setFound(undefined);
    },
    keep: async (outbox) => {
      if (!on) return;
      await enqueue(async () => {
        await save(state.answers, state.files);
        await browserDrafts.saveOutbox(outbox);
      });
    },
    remove: () => {
      setFound(undefined);
      setDeleted(true);
      savedFiles.current = undefined;
      enqueue(() => browserDrafts.remove()).catch(() => undefined);
    },
  };
}
