/** What has been collected, item by item: read with the key, and assessed by the one who reviews secrecy. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { RequestView, Session } from "../../api/wire.ts";
import { Failure, Note } from "../../page/notice.tsx";
import { RestrictedReading } from "../../page/sealed/restricted-reading.tsx";
import { has } from "../../rights.ts";
import { useTexts } from "../../texts/language.ts";
import { useVault, type HeldKey } from "../../unlock/vault.ts";
import { AssessForm } from "./assess-form.tsx";

interface Props {
  readonly request: RequestView;
  readonly session: Session;
  readonly onTaken: () => void;
}

type Item = RequestView["items"][number];

interface RowProps extends Props {
  readonly item: Item;
  readonly held: HeldKey | undefined;
}

/** How an item is called; a section of the application by its name, words and files by what they are. */
export function useItemName(): (item: Item) => string {
  const { texts } = useTexts();
  return ({ id, section }) => {
    const sections: Readonly<Record<string, string>> = texts.case.section;
    if (id.startsWith("words-")) {
      return section === "decision" ? texts.words.decision : texts.words.assessment;
    }
    return id.startsWith("file-") ? texts.requests.file(id.slice(5)) : (sections[id] ?? id);
  };
}

function Row({ item, request, session, held, onTaken }: RowProps) {
  const { texts } = useTexts();
  const words = texts.requests;
  const nameOf = useItemName();
  const [text, setText] = useState<string>();
  const [spans, setSpans] = useState<readonly { from: number; to: number }[]>([]);
  const [error, setError] = useState<unknown>(undefined);
  const [saved, setSaved] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const shown = useRef<HTMLTextAreaElement>(null);
  // The button that read it is gone: the reader goes on in the text.
  useEffect(() => {
    if (text !== undefined) shown.current?.focus();
  }, [text]);
  const read = async (key: HeldKey): Promise<void> => {
    setError(undefined);
    try {
      const { readItems } = await import("./item-reader.ts");
      const reader = await readItems(request, key);
      try {
        setText(await reader.text(item));
      } finally {
        reader.close();
      }
    } catch (failure) {
      setError(failure);
    }
  };
  const outcomes: Readonly<Record<string, string>> = words.outcomes;
  const law = request.provisions.find(({ id }) => id === item.harm?.provision)?.law;
  const assesses = request.yours.includes("AssessItem");
  const shownId = `item-${item.id}`;
  return (
    <li>
      <h3 ref={title} tabIndex={-1} class="shown">
        {nameOf(item)}
      </h3>
      <div role="status">{saved && <Note kind="good">{words.itemAssessed(nameOf(item))}</Note>}</div>
      <p>
        {item.outcome === undefined ? words.unassessed : (outcomes[item.outcome] ?? item.outcome)}
        {law !== undefined && ` (${law})`}
      </p>
      {error !== undefined && <Failure error={error} />}
      {held !== undefined && text === undefined && (
        <button type="button" class="button secondary" onClick={() => void read(held)}>
          {words.readItem(nameOf(item))}
        </button>
      )}
      {text !== undefined && (
        <div class="field">
          <label for={shownId}>{words.itemText}</label>
          {assesses && <p class="hint">{words.markHint}</p>}
          <textarea ref={shown} id={shownId} rows={8} readOnly value={text} />
          {assesses && (
            <button
              type="button"
              class="button secondary"
              onClick={() => {
                const area = document.getElementById(shownId);
                if (!(area instanceof HTMLTextAreaElement)) return;
                const { selectionStart: from, selectionEnd: to } = area;
                if (to > from) setSpans((before) => [...before, { from, to }]);
              }}
            >
              {words.mark}
            </button>
          )}
          <p role="status">{spans.length > 0 ? words.marked(spans.length) : ""}</p>
        </div>
      )}
      {assesses && (
        <AssessForm
          item={item}
          spans={spans}
          request={request}
          session={session}
          onTaken={() => {
            setSaved(true);
            title.current?.focus();
            onTaken();
          }}
        />
      )}
    </li>
  );
}

export function ItemsPanel({ request, session, onTaken }: Props) {
  const { texts } = useTexts();
  const vault = useVault();
  const held = vault.status === "unlocked" ? vault.key : undefined;
  if (request.items.length === 0) return null;
  return (
    <section aria-labelledby="items-title" class="panel">
      <h2 id="items-title">{texts.requests.items}</h2>
      {held === undefined && has(session.user.role, "content:read") && <p>{texts.words.needKey}</p>}
      {request.recordRestricted && has(session.user.role, "content:read") && (
        <RestrictedReading record={request.application} />
      )}
      {request.erasure?.keeps === true && (
        <p class="panel warn note-line">
          {texts.requests.lawKeeps(request.erasure.law.map(({ act, at }) => `${act} ${at}`).join("; "))}
        </p>
      )}
      <ul class="words-list">
        {request.items.map((item) => (
          <Row
            key={`${item.id}-${held === undefined}`}
            item={item}
            request={request}
            session={session}
            held={held}
            onTaken={onTaken}
          />
        ))}
      </ul>
    </section>
  );
}
