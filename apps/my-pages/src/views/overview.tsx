import { ConfirmDialog, StepShell } from "@tillit/web-kit";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { OwnApplication } from "../my-api.ts";
import { useTexts } from "../texts/load-texts.ts";
import { ApplicationPanel } from "./application-panel.tsx";

interface Asked {
  readonly what: "withdraw" | "ask";
  readonly application: OwnApplication;
}

/** Every receiver's application, and the dialogs before something is sent. */
export function Overview(props: {
  readonly applications: readonly OwnApplication[];
  readonly language: string;
  readonly assignmentNames: Readonly<Record<string, string>>;
  readonly message: { readonly kind: "good" | "warn"; readonly text: string } | undefined;
  readonly onRead: (application: OwnApplication) => void;
  readonly onWithdraw: (application: OwnApplication) => void;
  readonly onAsk: (application: OwnApplication) => void;
  readonly onRights: (application: OwnApplication) => void;
  readonly onLock: () => void;
}): JSX.Element {
  const texts = useTexts();
  const { overview, service, name } = texts;
  const [asked, setAsked] = useState<Asked>();
  const words = asked?.what === "ask" ? texts.ask : texts.withdraw;
  return (
    <>
      <StepShell
        id="overview"
        title={overview.title}
        service={`${name} – ${service}`}
        more={
          <button type="button" class="button secondary" onClick={props.onLock}>
            {overview.lock}
          </button>
        }
      >
        <div role="status">
          {props.message === undefined ? null : (
            <p class={`panel ${props.message.kind}`}>{props.message.text}</p>
          )}
        </div>
        <p>{props.applications.length === 0 ? overview.none : overview.lead}</p>
        {props.applications.map((application) => (
          <ApplicationPanel
            key={application.id}
            application={application}
            language={props.language}
            assignmentNames={props.assignmentNames}
            onRead={() => props.onRead(application)}
            onWithdraw={() => setAsked({ what: "withdraw", application })}
            onAsk={() => setAsked({ what: "ask", application })}
            onRights={() => props.onRights(application)}
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
          (asked.what === "ask" ? props.onAsk : props.onWithdraw)(asked.application);
        }}
      >
        {words.text.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </ConfirmDialog>
    </>
  );
}
