/** Stopping a list: why is sealed here before it leaves, and it is asked once more, since a stopped list stays stopped. */
import type { DisposalList } from "@tillit/api-contract/client";
import { ErrorSummary, TextArea, type FieldFault } from "@tillit/web-kit";
import { useState } from "preact/hooks";
import { api } from "../api/api-client.ts";
import { Failure, Note } from "../page/notice.tsx";
import { useUnsaved } from "../page/unsaved.ts";
import { useTexts } from "../texts/language.ts";
import { listWordsTexts } from "./list-words-texts.ts";
import { sealListWords } from "./seal-list-words.ts";

interface Props {
  readonly list: DisposalList;
  readonly controller: string;
  readonly onStopped: (said: string) => void;
}

export function StopForm({ list, controller, onStopped }: Props) {
  const { lang } = useTexts();
  const words = listWordsTexts[lang];
  const [text, setText] = useState("");
  const [attempt, setAttempt] = useState(0);
  const [sure, setSure] = useState(false);
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  useUnsaved(text !== "" && !working);
  const faults: FieldFault[] = text.trim() === "" ? [{ field: "stop-text", message: words.needText }] : [];
  const shown = attempt === 0 ? [] : faults;
  const stop = async (): Promise<void> => {
    setWorking(true);
    setError(undefined);
    try {
      const sealed = await sealListWords(text, list.id, controller);
      const one = api.desk.disposals[":id"].review;
      await one.$post({ param: { id: list.id }, json: { type: "Abort", words: sealed } });
      setText("");
      onStopped(words.stopped);
    } catch (failure) {
      setError(failure);
    } finally {
      setWorking(false);
      setSure(false);
    }
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    setAttempt((before) => before + 1);
    if (faults.length > 0) return;
    if (sure) void stop();
    else setSure(true);
  };
  return (
    <section class="panel no-print" aria-labelledby="stop-title">
      <h2 id="stop-title">{words.stopTitle}</h2>
      <p>{words.stopLead}</p>
      <form onSubmit={submit} noValidate autocomplete="off" aria-labelledby="stop-title">
        <ErrorSummary faults={shown} attempt={attempt} />
        {error !== undefined && <Failure error={error} />}
        <TextArea
          name="stop-text"
          label={words.text}
          hint={words.stopHint}
          required
          rows={3}
          value={text}
          onInput={(value) => {
            setText(value);
            setSure(false);
          }}
          error={shown[0]?.message}
        />
        <div role="status">{sure && <Note kind="warn">{words.sure}</Note>}</div>
        <div class="actions">
          <button type="submit" class="button danger" aria-disabled={working}>
            {sure ? words.yes : words.stop}
          </button>
          {sure && (
            <button type="button" class="button secondary" onClick={() => setSure(false)}>
              {words.no}
            </button>
          )}
        </div>
        <p role="status">{working ? words.working : ""}</p>
      </form>
    </section>
  );
}
