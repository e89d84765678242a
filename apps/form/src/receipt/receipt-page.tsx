import { controlId, saveFile, StepShell, type FieldFault } from "@tillit/web-kit";
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../context.ts";
import type { QrPath } from "./qr-path.ts";
import { receiptFile, type ReceiptContent } from "./receipt-file.ts";

/** The receipt: numbers, key as text and QR code, ways to keep it, what happens next. */
export function Receipt(props: {
  readonly content: ReceiptContent;
  readonly draftGone: boolean;
  /** Names of receivers that never got the application. */
  readonly missed: readonly string[];
  /** Whether the receipt is on the device until it is saved. */
  readonly kept: boolean;
  /** Whether the person says that it is saved. */
  readonly saved: boolean;
  readonly onSaved: (saved: boolean) => void;
  readonly onFinish: () => void;
}): JSX.Element {
  const { form, language } = useTexts();
  const { receipt } = form;
  const { content, saved } = props;
  const [copied, setCopied] = useState(false);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [qr, setQr] = useState<QrPath>();
  useEffect(() => {
    import("./qr-path.ts").then(
      ({ qrPath }) => setQr(qrPath(content.receipt)),
      () => undefined,
    );
  }, [content.receipt]);
  return (
    <StepShell
      id="receipt"
      title={receipt.title}
      service={form.service}
      faults={faults}
      attempt={attempt}
      nextLabel={receipt.finish}
      onNext={() => {
        if (saved) return props.onFinish();
        setFaults([{ field: "saved", message: receipt.mustSave }]);
        setAttempt(attempt + 1);
      }}
    >
      <p>{receipt.lead}</p>
      <p>
        {receipt.sentAt}: {content.sentAt}
      </p>
      {props.missed.map((name) => (
        <p key={name} class="panel warn">
          {receipt.missed(name)}
        </p>
      ))}
      <dl class="panel good">
        {content.receivers.map(({ name, number }) => (
          <div key={name}>
            <dt>{receipt.numberFor(name)}</dt>
            <dd class="number">{number}</dd>
          </div>
        ))}
      </dl>
      <h2>{receipt.keyTitle}</h2>
      <p>{receipt.keyText}</p>
      <p class="panel warn">{receipt.keyWarning}</p>
      <div class="panel">
        <p>
          <b id="receipt-key">{receipt.keyLabel}</b>
        </p>
        <p>
          <output class="secret" aria-labelledby="receipt-key" data-testid="receipt">
            {content.receipt}
          </output>
        </p>
        {qr === undefined ? null : (
          <svg class="qr" viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={receipt.qrLabel}>
            <rect width={qr.size} height={qr.size} fill="#fff" />
            <path d={qr.path} fill="#000" />
          </svg>
        )}
      </div>
      <div class="actions">
        <button
          type="button"
          class="button"
          onClick={() =>
            saveFile(
              "tillit-kvitto.html",
              new Blob([receiptFile(content, qr, form, language)], { type: "text/html" }),
            )
          }
        >
          {receipt.save}
        </button>
        <button type="button" class="button secondary" onClick={() => window.print()}>
          {receipt.print}
        </button>
        <button
          type="button"
          class="button secondary"
          onClick={() => {
            navigator.clipboard.writeText(content.receipt).then(
              () => setCopied(true),
              () => undefined,
            );
          }}
        >
          {receipt.copy}
        </button>
      </div>
      <p role="status">{copied ? receipt.copied : ""}</p>
      <h2>{receipt.nextTitle}</h2>
      <ol>
        {receipt.next.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ol>
      <ul>
        {content.receivers.map(({ name, phone }) => (
          <li key={name}>{receipt.call(name, phone)}</li>
        ))}
      </ul>
      {props.draftGone ? <p>{receipt.draftGone}</p> : null}
      {content.myPages === undefined ? null : (
        <p>
          <a href={content.myPages} target="_blank" rel="noopener noreferrer">
            {receipt.myPages}
          </a>
        </p>
      )}
      <p class={props.kept ? "hint no-print" : "panel warn no-print"}>
        {props.kept ? receipt.onDevice : receipt.notOnDevice}
      </p>
      <div class={faults.length === 0 ? "no-print" : "no-print has-error"}>
        <label class="option" for={controlId("saved")}>
          <input
            type="checkbox"
            id={controlId("saved")}
            checked={saved}
            onChange={(event) => {
              props.onSaved(event.currentTarget.checked);
              setFaults([]);
            }}
          />
          <span>{receipt.saved}</span>
        </label>
      </div>
    </StepShell>
  );
}
