import { ConfirmDialog, StepShell } from "@tillit/web-kit";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { OwnApplication } from "../my-api.ts";
import { useTexts } from "../texts/load-texts.ts";
import { ApplicationPanel } from "./application-panel.tsx";

type WithApplication = (application: OwnApplication) => void;

/** What an overview is given, however one has logged in. */
export interface OverviewProps {
  readonly applications: readonly OwnApplication[];
  readonly language: string;
  readonly assignmentNames: Readonly<Record<string, string>>;
  readonly message: { readonly kind: "good" | "warn"; readonly text: string } | undefined;
  readonly onWithdraw: WithApplication;
  readonly onAsk: WithApplication;
  readonly onLock: () => void;
}

interface Asked {
  readonly what: "withdraw" | "ask";
  readonly application: OwnApplication;
}

/** Every receiver's application, and the dialog before something is sent. Reading and rights take a receipt. */
export function ApplicationsPage(
  props: OverviewProps & {
    readonly id: string;
    readonly title: string;
    readonly lead: string;
    readonly onRead?: WithApplication;
    readonly onRights?: WithApplication;
  },
): JSX.Element {
  const texts = useTexts();
  const { overview, service, name } = texts;
  const { message, onRead, onRights } = props;
  const [asked, setAsked] = useState<Asked>();
  const words = asked?.what === "ask" ? texts.ask : texts.withdraw;
  return (
    <>
      <StepShell
        id={props.id}
        title={props.title}
        service={`${name} – ${service}`}
        more={
          <button type="button" class="button secondary" onClick={props.onLock}>
            {overview.lock}
          </button>
        }
      >
        <div role="status">
          {message === undefined ? null : <p class={`panel ${message.kind}`}>{message.text}</p>}
        </div>
        <p>{props.lead}</p>
        {props.applications.map((application) => (
          <ApplicationPanel
            key={application.id}
            application={application}
            language={props.language}
            assignmentNames={props.assignmentNames}
            onRead={onRead && (() => onRead(application))}
            onWithdraw={() => setAsked({ what: "withdraw", application })}
            onAsk={() => setAsked({ what: "ask", application })}
            onRights={onRights && (() => onRights(application))}
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
