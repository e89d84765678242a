/** Declining a hand-over: why is sealed here to both sides before it leaves. */
import { sealingContexts } from "@tillit/application-case";
import type { TransferDetail } from "@tillit/api-contract/client";
import { ErrorSummary, TextArea } from "@tillit/web-kit";
import { useState } from "preact/hooks";
import { api } from "../api/api-client.ts";
import { useUnsaved } from "../page/unsaved.ts";
import { useTexts } from "../texts/language.ts";
import { TransferFailure } from "./transfer-failure.tsx";
import { transferTexts } from "./texts/transfer-texts.ts";

interface Props {
  readonly offer: TransferDetail;
  readonly own: string;
  readonly onDeclined: () => void;
}

export function DeclineForm({ offer, own, onDeclined }: Props) {
  const words = transferTexts[useTexts().lang];
  const [reason, setReason] = useState("");
  const [attempt, setAttempt] = useState(0);
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  useUnsaved(reason !== "" && !working);
  const missing = reason.trim() === "";

  const decline = async (): Promise<void> => {
    setAttempt((before) => before + 1);
    setError(undefined);
    if (missing) return;
    setWorking(true);
    try {
      const { sealText } = await import("../crypto/words.ts");
      const { id, app = "", sender } = offer;
      const sealed = await sealText(
        reason,
        sealingContexts.transferRefusal(id),
        { app, controller: own },
        sender,
      );
      await api.desk.transfers[":id"].refusal.$post({ param: { id }, json: { words: sealed } });
      onDeclined();
    } catch (failure) {
      setError(failure);
      setWorking(false);
    }
  };
  return (
    <form
      noValidate
      autocomplete="off"
      aria-label={words.decline}
      onSubmit={(event) => {
        event.preventDefault();
        void decline();
      }}
    >
      <ErrorSummary
        faults={attempt > 0 && missing ? [{ field: "decline-reason", message: words.needReason }] : []}
        attempt={attempt}
      />
      <TransferFailure error={error} />
      <TextArea
        name="decline-reason"
        label={words.reason}
        hint={words.reasonHint}
        required
        rows={3}
        value={reason}
        onInput={setReason}
        error={attempt > 0 && missing ? words.needReason : undefined}
      />
      <button type="submit" class="button danger" aria-disabled={working}>
        {words.decline}
      </button>
      <p role="status">{working ? words.working : ""}</p>
    </form>
  );
}
