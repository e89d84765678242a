import { ConfirmDialog, StepShell } from "@tillit/web-kit";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { OwnApplication } from "../my-api.ts";
import { useTexts } from "../texts/load-texts.ts";
import { ApplicationPanel } from "../views/application-panel.tsx";
import type { Eid } from "./use-eid.ts";

interface Asked {
  readonly what: "withdraw" | "ask";
  readonly application: OwnApplication;
}

/** The applications that this e-identification is linked to. What was answered needs the receipt. */
export function EidOverview(props: {
  readonly eid: Eid;
  readonly applications: readonly OwnApplication[];
  readonly language: string;
  readonly assignmentNames: Readonly<Record<string, string>>;
}): JSX.Element {
  const texts = useTexts();
  const { overview, service, name } = texts;
  const { eid } = props;
  const [asked, setAsked] = useState<Asked>();
  const words = asked?.what === "ask" ? texts.ask : texts.withdraw;
  return (
    <>
      <StepShell
        id="eid-overview"
        title={texts.eid.overviewTitle}
        service={`${name} – ${service}`}
        more={
          <button type="button" class="button secondary" onClick={eid.lock}>
            {overview.lock}
          </button>
        }
      >
        <div role="status">
          {eid.message === undefined ? null : <p class={`panel ${eid.message.kind}`}>{eid.message.text}</p>}
        </div>
        <p>{texts.eid.overviewLead}</p>
        {props.applications.map((application) => (
          <ApplicationPanel
            key={application.id}
            application={application}
            language={props.language}
            assignmentNames={props.assignmentNames}
            onRead={undefined}
            onWithdraw={() => setAsked({ what: "withdraw", application })}
            onAsk={() => setAsked({ what: "ask", application })}
          />
        ))}
      </StepShell>
      <ConfirmDialog
        open={asked !== undefined}
        title={words.title(asked?.application.controllerName ?? "")}
        confirmLabel={words.confirm}
        danger={asked?.what === "withdraw"}
        onCancel={() => setAsked(undefined)}
        onConfirm={() => {
          if (asked === undefined) return;
          setAsked(undefined);
          (asked.what === "ask" ? eid.ask : eid.withdraw)(asked.application);
        }}
      >
        {words.text.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </ConfirmDialog>
    </>
  );
}
