/** What has happened with the case, newest first, and who did it. */
import type { HistoryEntry } from "../api/wire.ts";
import { actorText, eventText } from "../texts/codes.ts";
import { showTime, useTexts } from "../texts/language.ts";

interface Line extends HistoryEntry {
  readonly count: number;
}

/** Fetching an application is one entry per part in the log; the same act by the same person in a minute is one line. */
export function linesOf(history: readonly HistoryEntry[]): readonly Line[] {
  const lines: Line[] = [];
  for (const entry of history) {
    const last = lines.at(-1);
    const same =
      last !== undefined &&
      last.type === entry.type &&
      last.by === entry.by &&
      last.at.slice(0, 16) === entry.at.slice(0, 16);
    if (same) lines[lines.length - 1] = { ...last, count: last.count + 1 };
    else lines.push({ ...entry, count: 1 });
  }
  return lines.toReversed();
}

export function HistoryPanel({ history }: { readonly history: readonly HistoryEntry[] }) {
  const { texts, lang } = useTexts();
  return (
    <section aria-labelledby="history-title" class="panel">
      <h2 id="history-title">{texts.case.history}</h2>
      <ol class="history">
        {linesOf(history).map((line, index) => (
          <li key={`${line.at}-${index}`}>
            <time dateTime={line.at}>{showTime(line.at, lang)}</time>
            <span>
              {eventText(line.type, texts)}
              {line.count > 1 && ` (${texts.parts(line.count)})`}
            </span>
            {line.by !== undefined && <span class="muted">{actorText(line.by, texts)}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
