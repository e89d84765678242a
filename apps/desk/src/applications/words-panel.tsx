/** Assessment and decision of a case: what is written, and the form for the next step. */
import { useRef, useState } from "preact/hooks";
import type { CaseView, Session, WordsKind } from "../api/wire.ts";
import { has } from "../rights.ts";
import { Note } from "../page/notice.tsx";
import { useTexts } from "../texts/language.ts";
import { useVault } from "../unlock/vault.ts";
import { WordsForm } from "./words-form.tsx";
import { WordsList } from "./words-list.tsx";

interface Props {
  readonly view: CaseView;
  readonly session: Session;
  readonly onSaved: () => void;
}

/** The next thing to write, if the case stands where something may be written; an assessment may be made anew. */
function nextKinds({ status, restriction }: CaseView): readonly WordsKind[] {
  if (restriction !== undefined) return [];
  if (status === "opened") return ["assessment"];
  if (status === "assessed") return ["decision"];
  return [];
}

export function WordsPanel({ view, session, onSaved }: Props) {
  const { texts } = useTexts();
  const vault = useVault();
  const [message, setMessage] = useState("");
  const title = useRef<HTMLHeadingElement>(null);
  const held = vault.status === "unlocked" ? vault.key : undefined;
  const kinds = has(session.user.role, "assessment:write") ? nextKinds(view) : [];
  const saved = (said: string): void => {
    setMessage(said);
    // The form goes away: the reader goes on from the heading above the answer.
    title.current?.focus();
    onSaved();
  };
  const form = (kind: WordsKind) =>
    held !== undefined && (
      <WordsForm key={`${kind}-${view.words.length}`} kind={kind} view={view} held={held} onSaved={saved} />
    );
  return (
    <section aria-labelledby="words-title" class="panel">
      <h2 id="words-title" ref={title} tabIndex={-1}>
        {texts.words.title}
      </h2>
      <div role="status">{message !== "" && <Note kind="good">{message}</Note>}</div>
      <WordsList view={view} held={held} />
      {held === undefined &&
        has(session.user.role, "content:read") &&
        (kinds.length > 0 || view.words.length > 0) && <p>{texts.words.needKey}</p>}
      {view.status === "submitted" &&
        view.restriction === undefined &&
        has(session.user.role, "assessment:write") && <p>{texts.words.firstOpen}</p>}
      {held !== undefined && kinds.map(form)}
      {held !== undefined && kinds.includes("decision") && (
        <details>
          <summary>{texts.words.again}</summary>
          {form("assessment")}
        </details>
      )}
    </section>
  );
}
