/** One's rights at one receiver: ask, see answers, consents, and who has opened. Fetched when it is first wanted. */
import { StepShell } from "@tillit/web-kit";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { fetchOverview } from "../../my-api.ts";
import {
  fetchAccesses,
  fetchConsents,
  fetchRequest,
  type Access,
  type OwnConsent,
  type RequestDetail,
} from "../../rights-api.ts";
import { useTexts } from "../../texts/load-texts.ts";
import { rightsTexts } from "../../texts/rights-texts.ts";
import { faultText } from "../../fault-text.ts";
import { Accesses } from "./accesses.tsx";
import { Consents } from "./consents.tsx";
import { RequestForm } from "./request-form.tsx";
import { Requests } from "./requests.tsx";
import type { PartProps, RightsProps } from "./rights-part.ts";

interface Loaded {
  readonly requests: readonly RequestDetail[];
  readonly consents: readonly OwnConsent[];
  readonly accesses: readonly Access[];
}

export function RightsPage({ application, language, withSession, onBack }: RightsProps): JSX.Element {
  const texts = useTexts();
  const words = rightsTexts[language];
  const [loaded, setLoaded] = useState<Loaded>();
  const [round, setRound] = useState(0);
  const [said, setSaid] = useState<{ readonly kind: "good" | "warn"; readonly text: string }>();
  const onFault = (error: unknown): void => setSaid({ kind: "warn", text: faultText(error, texts) });
  const onDone = (text: string): void => {
    setSaid({ kind: "good", text });
    setRound((before) => before + 1);
  };

  const status = useRef<HTMLDivElement>(null);
  // What is said stands at the top; whoever pressed a button further down is taken there.
  useEffect(() => {
    if (said !== undefined) status.current?.focus();
  }, [said]);

  useEffect(() => {
    let here = true;
    withSession(async ({ app, token }) => {
      const [requests, consents, accesses] = await Promise.all([
        requestsOf(app, application.id, token),
        fetchConsents(language, token),
        fetchAccesses(app, application.id, token),
      ]);
      const own = consents.filter((one) => one.application === application.id);
      if (here) setLoaded({ requests, consents: own, accesses });
    }).catch(onFault);
    return () => {
      here = false;
    };
  }, [round, language]);

  const part: PartProps = { application, language, words, withSession, onDone, onFault };
  return (
    <StepShell
      id="rights"
      title={words.title(application.controllerName)}
      service={`${texts.name} – ${texts.service}`}
      onBack={onBack}
    >
      <div role="status" ref={status} tabIndex={-1}>
        {said === undefined ? null : <p class={`panel ${said.kind}`}>{said.text}</p>}
        {loaded === undefined ? <p>{words.working}</p> : null}
      </div>
      {loaded === undefined ? null : (
        <>
          <Requests {...part} requests={loaded.requests} />
          <RequestForm key={round} {...part} />
          <Consents {...part} consents={loaded.consents} />
          <Accesses {...part} accesses={loaded.accesses} />
        </>
      )}
    </StepShell>
  );
}

async function requestsOf(app: string, record: string, token: string): Promise<readonly RequestDetail[]> {
  const own = (await fetchOverview(app, token)).find(({ id }) => id === record);
  return Promise.all((own?.requests ?? []).map(({ id }) => fetchRequest(id, token)));
}
