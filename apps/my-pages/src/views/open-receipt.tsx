import { FileField, StepShell, TextField, type FieldFault } from "@tillit/web-kit";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { findReceipt } from "../receipt-text.ts";
import { useTexts } from "../texts/load-texts.ts";

/** The way in: paste the key, or choose the saved receipt. */
export function OpenReceipt(props: {
  readonly fault: string | undefined;
  readonly attempt: number;
  readonly working: boolean;
  readonly notice: string | undefined;
  readonly onOpen: (receipt: string) => void;
  readonly onFault: (message: string) => void;
}): JSX.Element {
  const { open, service, name } = useTexts();
  const [text, setText] = useState("");
  const faults: FieldFault[] = props.fault === undefined ? [] : [{ field: "receipt", message: props.fault }];

  function submit(): void {
    if (props.working) return;
    if (text.trim() === "") return props.onFault(open.empty);
    const found = findReceipt(text);
    if (found === undefined) return props.onFault(open.malformed);
    props.onOpen(found);
  }

  async function read(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    const found = file.size > 1_000_000 ? undefined : findReceipt(await file.text());
    if (found === undefined) return props.onFault(open.notInFile);
    props.onOpen(found);
  }

  return (
    <StepShell
      id="open"
      title={open.title}
      service={`${name} – ${service}`}
      faults={faults}
      attempt={props.attempt}
      onNext={submit}
      nextLabel={props.working ? open.working : open.button}
    >
      {props.notice === undefined ? null : (
        <p class="panel note" role="status">
          {props.notice}
        </p>
      )}
      <p>{open.lead}</p>
      <TextField
        name="receipt"
        label={open.label}
        hint={open.hint}
        error={props.fault}
        required
        value={text}
        onInput={setText}
      />
      <FileField
        name="receipt-file"
        label={open.file}
        hint={open.fileHint}
        required
        single
        buttonLabel={open.choose}
        accept=".html,.txt,text/html,text/plain"
        files={[]}
        onAdd={([file]) => {
          read(file).catch(() => props.onFault(open.notInFile));
        }}
        onRemove={() => undefined}
      />
      <details>
        <summary>{open.lostTitle}</summary>
        <p>{open.lost}</p>
      </details>
    </StepShell>
  );
}
