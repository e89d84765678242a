/** One's requests, and the answer where there is one: opened here with the receipt, read and saved. */
import { saveFile } from "@tillit/web-kit";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { openAnswer, type OpenedAnswer } from "../../own-rights.ts";
import type { RequestDetail } from "../../rights-api.ts";
import { useTexts } from "../../texts/load-texts.ts";
import { Answerer } from "./answerer.tsx";
import { dateText } from "../application-panel.tsx";
import type { PartProps } from "./rights-part.ts";

function Answer({
  answer,
  request,
  ...part
}: PartProps & { readonly answer: OpenedAnswer; readonly request: string }): JSX.Element {
  const { words } = part;
  const opened = useRef<HTMLDivElement>(null);
  // The button that opened it is gone: the reader goes on from the answer.
  useEffect(() => opened.current?.focus(), []);
  return (
    <div ref={opened} tabIndex={-1} role="group" aria-label={words.opened}>
      <Answerer {...part} answerer={answer.answerer} request={request} />
      <p>{words.answerLead}</p>
      {answer.items.map(({ title, text, provision }, index) => (
        <section key={index}>
          <h4>{title === "" ? words.withheld : title}</h4>
          {text === undefined ? null : <p class="panel">{text}</p>}
          {provision === undefined ? null : <p>{words.according(provision)}</p>}
        </section>
      ))}
      <ul class="file-list">
        {answer.files.map(({ name, content }) => (
          <li key={name}>
            <span>{name}</span>
            <button type="button" class="link-button" onClick={() => saveFile(name, content)}>
              {words.save}
              <span class="visually-hidden"> {name}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function One({ request, ...part }: PartProps & { readonly request: RequestDetail }): JSX.Element {
  const { application, language, words, withSession, onFault } = part;
  const { requestStatuses, otherStatus } = useTexts();
  const [answer, setAnswer] = useState<OpenedAnswer>();
  const [working, setWorking] = useState(false);
  const names: Readonly<Record<string, string>> = words.rights;
  const outcomes: Readonly<Record<string, string>> = words.outcomes;
  const name = names[request.right] ?? request.right;

  function open(): void {
    setWorking(true);
    withSession(async (session) => setAnswer(await openAnswer(session, application, request.id)))
      .catch(onFault)
      .finally(() => setWorking(false));
  }

  return (
    <li>
      <h3>{name}</h3>
      <p>
        {request.outcome === undefined
          ? (requestStatuses[request.status] ?? otherStatus)
          : (outcomes[request.outcome] ?? otherStatus)}
        . {words.lastDay} <time dateTime={request.lastDay}>{dateText(request.lastDay, language)}</time>
        {request.extended ? ` (${words.extended})` : ""}.
      </p>
      {request.words.length > 0 ? <p>{words.said}</p> : null}
      {request.appealLastDay === undefined ? null : (
        <p>{words.appeal(dateText(request.appealLastDay, language))}</p>
      )}
      {request.export === undefined || answer !== undefined ? null : (
        <>
          <p>{words.waits(dateText(request.export.expires, language))}</p>
          <button type="button" class="button" aria-disabled={working} onClick={open}>
            {words.open}
            <span class="visually-hidden">: {name}</span>
          </button>
        </>
      )}
      <p role="status">{working ? words.working : ""}</p>
      {answer === undefined ? null : <Answer {...part} answer={answer} request={request.id} />}
    </li>
  );
}

export function Requests(
  props: PartProps & { readonly requests: readonly RequestDetail[] },
): JSX.Element | null {
  const { requests, ...part } = props;
  if (requests.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="own-requests">
      <h2 id="own-requests">{part.words.requests}</h2>
      <ul>
        {requests.map((request) => (
          <One key={request.id} {...part} request={request} />
        ))}
      </ul>
    </section>
  );
}
