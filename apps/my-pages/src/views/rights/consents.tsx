/** Consents, where there are any: withdrawing is one press, as giving is. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { actOnConsent, type Act, type OwnConsent } from "../../rights-api.ts";
import { dateText } from "../application-panel.tsx";
import type { PartProps } from "./rights-part.ts";

function One({ consent, ...part }: PartProps & { readonly consent: OwnConsent }): JSX.Element {
  const { language, words, withSession, onDone, onFault } = part;
  const [working, setWorking] = useState(false);
  const states: Readonly<Record<string, string>> = words.consentStates;
  const given = consent.state === "given";

  function take(act: Act): void {
    setWorking(true);
    withSession(async ({ token }) => {
      const stops = await actOnConsent(consent, act, language, token);
      const reasons = stops.map(({ title, reason }) => `${title}: ${reason}`).join(" ");
      onDone(act === "give" ? words.given(consent.title) : `${words.withdrawn(consent.title)} ${reasons}`);
    })
      .catch(onFault)
      .finally(() => setWorking(false));
  }

  return (
    <li>
      <h3>{consent.title}</h3>
      <p>{consent.text}.</p>
      <p>
        {words.data}: {consent.data.join(", ")}. {consent.retention}.
      </p>
      <p>
        <strong>{states[consent.state] ?? states["unknown"]}</strong>
        {consent.since === undefined ? "" : ` ${dateText(consent.since, language)}`}
      </p>
      <button
        type="button"
        class="button secondary"
        aria-disabled={working}
        onClick={() => take(given ? "withdraw" : "give")}
      >
        {given ? words.withdraw : words.give}
        <span class="visually-hidden">: {consent.title}</span>
      </button>
    </li>
  );
}

export function Consents(props: PartProps & { readonly consents: readonly OwnConsent[] }): JSX.Element {
  const { consents, ...part } = props;
  return (
    <section class="panel" aria-labelledby="own-consents">
      <h2 id="own-consents">{part.words.consents}</h2>
      {consents.length === 0 ? <p>{part.words.noConsents}</p> : null}
      <ul>
        {consents.map((consent) => (
          <One key={consent.purpose} {...part} consent={consent} />
        ))}
      </ul>
    </section>
  );
}
