/** The sender takes an offer back that has not been answered. */
import { ConfirmDialog } from "@tillit/web-kit";
import { useState } from "preact/hooks";
import { api } from "../api/api-client.ts";
import { useTexts } from "../texts/language.ts";
import { TransferFailure } from "./transfer-failure.tsx";
import { transferTexts } from "./texts/transfer-texts.ts";

export function WithdrawPanel({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const words = transferTexts[useTexts().lang];
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  return (
    <>
      <TransferFailure error={error} />
      <p>
        <button type="button" class="button secondary" onClick={() => setAsking(true)}>
          {words.withdraw}
        </button>
      </p>
      <ConfirmDialog
        open={asking}
        title={words.withdraw}
        confirmLabel={words.withdrawYes}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          setError(undefined);
          api.desk.transfers[":id"].withdrawal.$post({ param: { id } }).then(onDone, setError);
        }}
      >
        <p>{words.withdrawSure}</p>
      </ConfirmDialog>
    </>
  );
}
