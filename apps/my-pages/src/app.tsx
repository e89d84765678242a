/** My pages as a whole: locked, or open with one receipt; everything about it is in memory only. */
import type { Language } from "@tillit/law-reference";
import { PageShell } from "@tillit/web-kit";
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { EidEntry } from "./eid/eid-entry.tsx";
import { EidLink } from "./eid/eid-link.tsx";
import { EidOverview } from "./eid/eid-overview.tsx";
import { useEid } from "./eid/use-eid.ts";
import { loadTexts, TextsContext } from "./texts/load-texts.ts";
import type { MyTexts } from "./texts/my-texts.ts";
import { useMyPages } from "./use-my-pages.ts";
import { Answers } from "./views/answers.tsx";
import { OpenReceipt } from "./views/open-receipt.tsx";
import { Overview } from "./views/overview.tsx";
import { Rights } from "./views/rights/rights.tsx";

export function App(props: { readonly texts: MyTexts; readonly language: Language }): JSX.Element {
  const [texts, setTexts] = useState(props.texts);
  const [language, setLanguage] = useState(props.language);
  const model = useMyPages(texts, language);
  const eid = useEid(texts, language);

  useEffect(() => {
    document.documentElement.lang = language;
    history.replaceState(history.state, "", language === "sv" ? location.pathname : "?lang=en");
  }, [language]);

  async function changeLanguage(next: Language): Promise<void> {
    const loaded = await loadTexts(next);
    setTexts(loaded);
    setLanguage(next);
  }

  function view(): JSX.Element {
    const { session, reading } = model;
    if (session === undefined && eid.applications !== undefined) {
      return (
        <EidOverview
          eid={eid}
          applications={eid.applications}
          language={language}
          assignmentNames={model.assignmentNames}
        />
      );
    }
    if (session === undefined) {
      return (
        <OpenReceipt
          fault={model.fault}
          attempt={model.attempt}
          working={model.working}
          notice={model.wasLocked ? texts.locked : undefined}
          onOpen={model.open}
          onFault={model.refuse}
        />
      );
    }
    if (reading !== undefined) {
      return (
        <Answers
          controllerName={reading.application.controllerName}
          state={reading.state}
          onDownload={model.download}
          onBack={() => history.back()}
        />
      );
    }
    if (model.rights !== undefined) {
      return (
        <Rights
          application={model.rights}
          language={language}
          withSession={model.withSession}
          onBack={() => history.back()}
        />
      );
    }
    return (
      <Overview
        applications={model.applications}
        language={language}
        assignmentNames={model.assignmentNames}
        message={model.message}
        onRead={model.read}
        onWithdraw={model.withdraw}
        onAsk={model.ask}
        onRights={model.openRights}
        onLock={model.lock}
      />
    );
  }

  return (
    <TextsContext.Provider value={texts}>
      <PageShell
        language={language}
        onLanguage={(next) => {
          changeLanguage(next).catch(() => undefined);
        }}

        name={texts.name}
        footer={<p>{texts.footer}</p>}
      >
        {view()}
        {eid.offered && model.session === undefined && eid.applications === undefined && (
          <EidEntry eid={eid} />
        )}
        {eid.offered && model.session !== undefined && model.reading === undefined && (
          <EidLink token={model.session.token} />
        )}
      </PageShell>
    </TextsContext.Provider>
  );
}
