/** Who a case is for: unit, persons, and whether the identity in it is protected. */
import { useRef, useState } from "preact/hooks";
import type { CaseView, Session } from "../../api/wire.ts";
import { Note } from "../../page/notice.tsx";
import { has } from "../../rights.ts";
import { useTexts } from "../../texts/language.ts";
import { nobodyInParticular } from "./placement.ts";
import { PlacementForm } from "./placement-form.tsx";
import { placementTexts } from "./placement-texts.ts";

interface Props {
  readonly view: CaseView;
  readonly session: Session;
  readonly onPlaced: () => void;
}

export function PlacementPanel({ view, session, onPlaced }: Props) {
  const { lang } = useTexts();
  const words = placementTexts[lang];
  const [changing, setChanging] = useState(false);
  const [saved, setSaved] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const { unit, assignees, protectedIdentity } = view.placement ?? nobodyInParticular;
  const close = (): void => {
    setChanging(false);
    title.current?.focus();
  };
  const codes = assignees.map((ref) =>
    ref === session.user.ref ? `${ref.slice(0, 6)} (${words.you})` : ref.slice(0, 6),
  );
  return (
    <section aria-labelledby="placement-title" class="panel">
      <h2 id="placement-title" ref={title} tabIndex={-1}>
        {words.title}
      </h2>
      <div role="status">{saved && <Note kind="good">{words.saved}</Note>}</div>
      <dl class="facts">
        <dt>{words.unit}</dt>
        <dd>{unit ?? words.whole}</dd>
        <dt>{words.assignees}</dt>
        <dd>{codes.length === 0 ? words.everyone : codes.join(", ")}</dd>
        <dt>{words.protectedIdentity}</dt>
        <dd>{protectedIdentity ? <strong>{words.yes}</strong> : words.no}</dd>
      </dl>
      {has(session.user.role, "case:place") && !changing && (
        <button
          type="button"
          class="button secondary"
          onClick={() => {
            setSaved(false);
            setChanging(true);
          }}
        >
          {words.change}
        </button>
      )}
      {changing && (
        <PlacementForm
          view={view}
          session={session}
          onCancel={close}
          onSaved={() => {
            setSaved(true);
            close();
            onPlaced();
          }}
        />
      )}
    </section>
  );
}
