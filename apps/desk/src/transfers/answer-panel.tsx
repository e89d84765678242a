/** The receiver's part: check what is offered, then accept it, or decline it in sealed words. */
import type { TransferDetail } from "@tillit/api-contract/client";
import { ConfirmDialog } from "@tillit/web-kit";
import { useState } from "preact/hooks";
import { api, valueOf } from "../api/api-client.ts";
import type { Check } from "../crypto/check-transfer.ts";
import { Note } from "../page/notice.tsx";
import { useTexts } from "../texts/language.ts";
import { type HeldKey, useVault } from "../unlock/vault.ts";
import { DeclineForm } from "./decline-form.tsx";
import { UnlockButton } from "./offer/offer-form.tsx";
import { TransferFailure } from "./transfer-failure.tsx";
import { transferTexts } from "./texts/transfer-texts.ts";

interface Props {
  readonly offer: TransferDetail;
  readonly own: string;
  readonly onUnlock: () => void;
  readonly onDone: (said: string) => void;
}

export function AnswerPanel({ offer, own, onUnlock, onDone }: Props) {
  const words = transferTexts[useTexts().lang];
  const vault = useVault();
  const [held, setHeld] = useState<readonly Check[]>([]);
  const [sound, setSound] = useState(false);
  const [asking, setAsking] = useState(false);
  const [progress, setProgress] = useState("");
  const [error, setError] = useState<unknown>(undefined);

  const work = async (saying: string, doing: () => Promise<void>): Promise<void> => {
    setProgress(saying);
    setError(undefined);
    try {
      await doing();
    } catch (failure) {
      setError(failure);
    } finally {
      setProgress("");
    }
  };
  const check = (key: HeldKey): Promise<void> =>
    work(words.checking, async () => {
      setHeld([]);
      setSound(false);
      const { checkTransfer } = await import("../crypto/check-transfer.ts");
      const onHeld = (one: Check): void => setHeld((before) => [...before, one]);
      await checkTransfer(offer, { controller: own, key: key.decapsulator, onHeld });
      setSound(true);
    });
  const accept = (): Promise<void> =>
    work(words.working, async () => {
      const accepted = api.desk.transfers[":id"].acceptance.$post({ param: { id: offer.id } });
      onDone(words.accepted((await valueOf(accepted)).number));
    });
  return (
    <>
      <section class="panel" aria-labelledby="check-title">
        <h2 id="check-title">{words.checkTitle}</h2>
        <p>{words.checkLead}</p>
        <TransferFailure error={error} />
        {held.length > 0 && (
          <ul class="held">
            {held.map((one) => (
              <li key={one}>{words.checks[one]}</li>
            ))}
          </ul>
        )}
        <div role="status">
          {progress !== "" && <p>{progress}</p>}
          {sound && <Note kind="good">{words.checked}</Note>}
        </div>
        {vault.status === "locked" ? (
          <>
            <p>{words.needKeyToCheck}</p>
            <UnlockButton onUnlock={onUnlock} />
          </>
        ) : (
          <button
            type="button"
            class={sound ? "button secondary" : "button"}
            aria-disabled={progress !== ""}
            onClick={() => void check(vault.key)}
          >
            {words.check}
          </button>
        )}
      </section>
      <section class="panel" aria-labelledby="answer-title">
        <h2 id="answer-title">{words.answer}</h2>
        {sound ? (
          <button
            type="button"
            class="button"
            aria-disabled={progress !== ""}
            onClick={() => setAsking(true)}
          >
            {words.accept}
          </button>
        ) : (
          <p>{words.checkFirst}</p>
        )}
        <details>
          <summary>{words.decline}</summary>
          <DeclineForm offer={offer} own={own} onDeclined={() => onDone(words.declined)} />
        </details>
      </section>
      <ConfirmDialog
        open={asking}
        title={words.acceptTitle}
        confirmLabel={words.acceptYes}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void accept();
        }}
      >
        <p>{words.acceptSure}</p>
      </ConfirmDialog>
    </>
  );
}
