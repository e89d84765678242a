/** Choose the key file, type the passphrase: both are read in this browser and sent nowhere. */
import { ErrorSummary, type FieldFault, FileField, TextField } from "@tillit/web-kit";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Session } from "../api/wire.ts";
import { Failure } from "../page/notice.tsx";
import { useTexts } from "../texts/language.ts";
import { holdKey } from "./vault.ts";

interface Props {
  readonly session: Session;
  readonly onClose: () => void;
}

export function UnlockDialog({ session, onClose }: Props) {
  const { texts } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const [file, setFile] = useState<File | undefined>(undefined);
  const [passphrase, setPassphrase] = useState("");
  const [visible, setVisible] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>(undefined);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const unlock = async (): Promise<void> => {
    setAttempt((before) => before + 1);
    setError(undefined);
    if (file === undefined || passphrase === "") return;
    setWorking(true);
    try {
      const { unlockKeyFile } = await import("../crypto/unlock-key-file.ts");
      holdKey(await unlockKeyFile(await file.text(), passphrase, session.user.controller));
      dialog.current?.close();
    } catch (failure) {
      setError(failure);
      setWorking(false);
    }
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    void unlock();
  };

  const faults: FieldFault[] = [];
  if (attempt > 0 && file === undefined) faults.push({ field: "key-file", message: texts.key.needFile });
  if (attempt > 0 && passphrase === "")
    faults.push({ field: "passphrase", message: texts.key.needPassphrase });
  const fault = (name: string): string | undefined => faults.find(({ field }) => field === name)?.message;

  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby="unlock-title">
      <form onSubmit={submit} noValidate autocomplete="off">
        <h2 id="unlock-title">{texts.key.title}</h2>
        <p>{texts.key.lead}</p>
        <ErrorSummary faults={faults} attempt={attempt} />
        {error !== undefined && <Failure error={error} />}
        <FileField
          name="key-file"
          label={texts.key.file}
          required
          single
          accept=".json,application/json"
          buttonLabel={texts.key.chooseFile}
          files={file === undefined ? [] : [{ key: file.name, name: file.name, note: "" }]}
          onAdd={([chosen]) => setFile(chosen)}
          onRemove={() => setFile(undefined)}
          error={fault("key-file")}
        />
        <TextField
          name="passphrase"
          label={texts.key.passphrase}
          required
          type={visible ? "text" : "password"}
          value={passphrase}
          onInput={setPassphrase}
          error={fault("passphrase")}
        />
        <label class="option">
          <input
            type="checkbox"
            checked={visible}
            onChange={(event) => setVisible(event.currentTarget.checked)}
          />
          <span>{texts.key.showPassphrase}</span>
        </label>
        <p role="status">{working ? texts.key.working : ""}</p>
        <div class="actions">
          <button type="submit" class="button" aria-disabled={working}>
            {texts.key.submit}
          </button>
          <button type="button" class="button secondary" onClick={() => dialog.current?.close()}>
            {texts.key.cancel}
          </button>
        </div>
      </form>
    </dialog>
  );
}
