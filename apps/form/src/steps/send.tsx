import { StepShell } from "@tillit/web-kit";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { useTexts } from "../context.ts";
import type { KeyFault } from "../sealing/seal-application.ts";
import type { Delivery } from "../sending/send-envelopes.ts";
import type { Pause } from "../sending/retry.ts";

/** Where sealing and sending stand. */
export type SendStatus =
  /** Another page of the form is at it. */
  | { readonly phase: "elsewhere" }
  | { readonly phase: "sealing"; readonly percent: number }
  | { readonly phase: "sending"; readonly deliveries: readonly Delivery[]; readonly pause: Pause | undefined }
  | { readonly phase: "failed"; readonly deliveries: readonly Delivery[] }
  | { readonly phase: "stopped"; readonly controller: string | undefined; readonly reason: StopReason };

/** Why nothing was sent at all. */
export type StopReason = KeyFault | "unreachable" | "broken" | "taken";

function words(texts: ReturnType<typeof useTexts>, delivery: Delivery): string {
  const { send } = texts.form;
  switch (delivery.state) {
    case "waiting":
      return send.waiting;
    case "sending":
      return send.sendingTo(delivery.percent);
    case "done":
      return send.done;
    case "failed":
      return send.stopped;
  }
}

function reasonText(
  texts: ReturnType<typeof useTexts>,
  status: SendStatus,
  names: Readonly<Record<string, string>>,
): readonly string[] {
  const { send, broken, notices } = texts.form;
  if (status.phase === "failed") {
    return status.deliveries
      .filter(({ state }) => state === "failed")
      .map(({ controller, code = "", passing }) => {
        const name = names[controller] ?? controller;
        if (passing === true) return send.failedServer;
        if (code === "KEYS_UNHEALTHY") return send.refusedHealth(name);
        if (code === "NOTICE_UNKNOWN") return send.refusedNotice(name);
        return code === "ASSIGNMENT_NOT_ACCEPTED" ? send.refusedKinds(name) : send.failedRefused(name, code);
      });
  }
  if (status.phase !== "stopped") return [];
  const name = names[status.controller ?? ""] ?? "";
  if (status.reason === "refused") return [send.failedKey(name), send.failedKeyAdvice];
  if (status.reason === "unhealthy") return [send.failedHealth(name)];
  if (status.reason === "broken") return [broken];
  if (status.reason === "taken") return [send.taken];
  if (status.reason === "unreachable") return [send.failedServer];
  return [notices.keyLog[status.reason](name), send.failedKeyAdvice];
}

/** Sealing, then one line per receiver with its progress; on failure what happened and what to do. */
export function Send(props: {
  readonly status: SendStatus;
  /** Whether a page that is closed can go on later. */
  readonly kept: boolean;
  readonly names: Readonly<Record<string, string>>;
  readonly onAgain: () => void;
  readonly onSettle: () => void;
  readonly onBack: () => void;
}): JSX.Element {
  const texts = useTexts();
  const { send, service } = texts.form;
  const { status } = props;
  // Loaded before it is needed, while there is a connection; the receipt does without it where that fails.
  useEffect(() => {
    import("../receipt/qr-path.ts").catch(() => undefined);
  }, []);
  const over = status.phase === "failed" || status.phase === "stopped";
  const deliveries = "deliveries" in status ? status.deliveries : [];
  const someDone = deliveries.some(({ state }) => state === "done");
  return (
    <StepShell
      id={over ? "send-failed" : "send"}
      title={over ? (someDone ? send.partly : send.failed) : send.title}
      service={service}
      more={
        over ? (
          <>
            <button type="button" class="button" onClick={props.onAgain}>
              {send.again}
            </button>
            <button type="button" class="button secondary" onClick={someDone ? props.onSettle : props.onBack}>
              {someDone ? send.settle : send.back}
            </button>
          </>
        ) : null
      }
    >
      {over ? (
        <div class="error-summary" role="alert">
          {[...new Set(reasonText(texts, status, props.names))].map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      ) : (
        <p class={props.kept ? undefined : "panel warn"}>{props.kept ? send.goesOn : send.keep}</p>
      )}
      <div role="status">
        {status.phase === "elsewhere" ? <p>{send.elsewhere}</p> : null}
        {status.phase === "sealing" ? <p>{send.sealing}</p> : null}
        {status.phase === "sending" && status.pause !== undefined ? (
          <p class="panel warn">{status.pause === "offline" ? send.offline : send.retrying}</p>
        ) : null}
      </div>
      {status.phase === "sealing" ? (
        <progress max={100} value={status.percent} aria-label={send.sealing} />
      ) : null}
      {deliveries.length === 0 ? null : (
        <>
          <h2>{send.toTitle}</h2>
          <dl class="summary">
            {deliveries.map((delivery) => {
              const name = props.names[delivery.controller] ?? delivery.controller;
              return (
                <div key={delivery.controller}>
                  <dt>{name}</dt>
                  <dd>
                    {words(texts, delivery)}
                    {delivery.state === "sending" ? (
                      <progress max={100} value={delivery.percent} aria-label={name} />
                    ) : null}
                  </dd>
                </div>
              );
            })}
          </dl>
        </>
      )}
    </StepShell>
  );
}
