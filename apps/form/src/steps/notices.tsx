import { controlId, StepShell, type FieldFault } from "@tillit/web-kit";
import type { JSX } from "preact";
import { useTexts } from "../context.ts";
import type { Controller, Notice } from "../model/directory.ts";
import type { ReceiverCheck } from "../model/notice-faults.ts";
import { NoticeText } from "./notice-text.tsx";

function KeyLine(props: { readonly name: string; readonly check: ReceiverCheck }): JSX.Element {
  const { form } = useTexts();
  const { key } = props.check;
  if (key === "checking") return <p class="hint">{form.notices.checking}</p>;
  if (key === "failed") return <p class="field-error">{form.notices.keyFailed(props.name)}</p>;
  if (key.ok) {
    return (
      <>
        <p class="hint">
          {form.notices.keyWords}: <span class="secret">{key.words}</span>
        </p>
        <p class="hint">{form.notices.keyLogged}</p>
        <p class="hint">{form.notices.keyHelp}</p>
      </>
    );
  }
  const { notices, send } = form;
  if (key.reason === "unhealthy") return <p class="field-error">{send.failedHealth(props.name)}</p>;
  const fault =
    key.reason === "refused" ? notices.keyRefused(props.name) : notices.keyLog[key.reason](props.name);
  return (
    <p class="field-error">
      {fault} {notices.keyRefusedAdvice}
    </p>
  );
}

/** What stands above the fold: who is responsible, what for and with what right, and for how long (Art. 13). */
function essentials({ blocks }: Notice): readonly string[] {
  return ["13.1.a", "13.1.c", "13.2.a"].flatMap(
    (item) => blocks.find(({ kind, ref }) => kind !== "h" && ref === item)?.text ?? [],
  );
}

/** The notice of each chosen receiver, short with the whole to unfold, and whether its key is the right one. */
export function Notices(props: {
  readonly controllers: readonly Controller[];
  /** Whose notice has not been shown as it is now, and the versions that have been. */
  readonly unread: readonly string[];
  readonly read: Readonly<Record<string, string>>;
  readonly checks: Readonly<Record<string, ReceiverCheck>>;
  readonly place: { readonly number: number; readonly of: number } | undefined;
  readonly faults: readonly FieldFault[];
  readonly attempt: number;
  readonly onRetry: () => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}): JSX.Element {
  const { form } = useTexts();
  const { notices, receivers } = form;
  const failed = props.controllers.some(({ id }) => {
    const check = props.checks[id];
    return check?.notice === "failed" || check?.key === "failed";
  });
  const isUnread = ({ id }: Controller): boolean => props.unread.includes(id);
  // Only where something was read before is there anything new to point out.
  const again = props.controllers.some(({ id }) => props.read[id] !== undefined);
  const changed = props.controllers.filter((each) => isUnread(each) && props.read[each.id] !== undefined);
  const ordered = [
    ...props.controllers.filter(isUnread),
    ...props.controllers.filter((each) => !isUnread(each)),
  ];
  return (
    <StepShell
      id="notices"
      title={notices.title}
      service={form.service}
      step={props.place}
      faults={props.faults}
      attempt={props.attempt}
      onBack={props.onBack}
      onNext={props.onNext}
      more={
        failed ? (
          <button type="button" class="button secondary" onClick={props.onRetry}>
            {receivers.retry}
          </button>
        ) : null
      }
    >
      {changed.map(({ id, name }) => (
        <p key={id} class="panel warn">
          {notices.changed(name)}
        </p>
      ))}
      <p>{again ? notices.leadAgain : notices.lead}</p>
      {ordered.map(({ id, name, contact }) => {
        const check: ReceiverCheck = props.checks[id] ?? { notice: "loading", key: "checking" };
        return (
          <section key={id} class="panel" id={controlId(`notice-${id}`)} tabIndex={-1} aria-label={name}>
            <h2>{name}</h2>
            {again && props.unread.includes(id) ? (
              <p>
                <b>{props.read[id] === undefined ? notices.markNew : notices.markChanged}</b>
              </p>
            ) : null}
            <p>
              <a href={`tel:${contact.phone.replaceAll(/[^+\d]/g, "")}`}>{contact.phone}</a>
            </p>
            {check.notice === "loading" ? <p class="hint">{notices.loading}</p> : null}
            {check.notice === "failed" ? <p class="field-error">{notices.failed(name)}</p> : null}
            {typeof check.notice === "string" ? null : (
              <>
                {essentials(check.notice).map((text) => (
                  <p key={text}>{text}</p>
                ))}
                <details>
                  <summary>{notices.show(name)}</summary>
                  <NoticeText notice={check.notice} />
                </details>
              </>
            )}
            <KeyLine name={name} check={check} />
          </section>
        );
      })}
    </StepShell>
  );
}
