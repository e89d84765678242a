/** What has happened with the case, newest first, and who did it. */
import type { HistoryEntry } from "../api/wire.ts";
import { eventText } from "../texts/codes.ts";
import { showTime, useTexts } from "../texts/language.ts";

export function HistoryPanel({ history }: { readonly history: readonly HistoryEntry[] }) {
  const { texts, lang } = useTexts();
  return (
    <section aria-labelledby="history-title" class="panel">
      <h2 id="history-title">{texts.case.history}</h2>
      <ol class="history">
        {history.toReversed().map((entry, index) => (
          <li key={`${entry.at}-${index}`}>
            <time dateTime={entry.at}>{showTime(entry.at, lang)}</time>{" "}
            <span>{eventText(entry.type, texts)}</span>
            {entry.by !== undefined && <span class="muted"> {entry.by}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
