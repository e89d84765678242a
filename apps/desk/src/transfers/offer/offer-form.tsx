/** To whom, what would go, and the sealing itself: nothing leaves before the receiver's keys have been checked. */
import type { Controller } from "@tillit/api-contract/client";
import { ConfirmDialog, ErrorSummary, SelectField } from "@tillit/web-kit";
import { useRef, useState } from "preact/hooks";
import type { CaseView } from "../../api/wire.ts";
import { useTexts } from "../../texts/language.ts";
import { type HeldKey, useVault } from "../../unlock/vault.ts";
import { Contents } from "./contents.tsx";
import type { Preview } from "./send-offer.ts";
import { TransferFailure } from "../transfer-failure.tsx";
import { transferTexts } from "../texts/transfer-texts.ts";

interface Props {
  readonly view: CaseView;
  readonly receivers: readonly Controller[];
  readonly onUnlock: () => void;
  readonly onOffered: (transfer: string) => void;
}

export function OfferForm({ view, receivers, onUnlock, onOffered }: Props) {
  const words = transferTexts[useTexts().lang];
  const vault = useVault();
  const [receiver, setReceiver] = useState("");
  const [fault, setFault] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [preview, setPreview] = useState<Preview | undefined>(undefined);
  const [asking, setAsking] = useState(false);
  const [progress, setProgress] = useState("");
  const [error, setError] = useState<unknown>(undefined);
  const shown = useRef<HTMLDivElement>(null);
  const name = receivers.find(({ id }) => id === receiver)?.name ?? receiver;
  const working = progress !== "";

  const work = async (doing: () => Promise<void>): Promise<void> => {
    setProgress(words.working);
    setError(undefined);
    try {
      await doing();
    } catch (failure) {
      setError(failure);
    } finally {
      setProgress("");
    }
  };
  const look = (): void => {
    setAttempt((before) => before + 1);
    setFault(receiver === "");
    if (receiver === "") return;
    void work(async () => {
      const { previewOffer } = await import("./send-offer.ts");
      setPreview(await previewOffer(view.id, receiver));
      shown.current?.focus();
    });
  };
  const send = (held: HeldKey, wanted: Preview): void => {
    void work(async () => {
      const { sendOffer } = await import("./send-offer.ts");
      onOffered(await sendOffer(view, wanted, held, (done, all) => setProgress(words.sealing(done, all))));
    });
  };
  return (
    <section class="panel" aria-labelledby="offer-title">
      <h2 id="offer-title">{words.offerTitle}</h2>
      <TransferFailure error={error} />
      <form
        noValidate
        aria-labelledby="offer-title"
        onSubmit={(event) => {
          event.preventDefault();
          look();
        }}
      >
        <ErrorSummary
          faults={fault ? [{ field: "receiver", message: words.needReceiver }] : []}
          attempt={attempt}
        />
        <SelectField
          name="receiver"
          label={words.receiver}
          required
          value={receiver}
          onChange={(value) => {
            setReceiver(value);
            setPreview(undefined);
            setFault(false);
          }}
          choices={[
            { value: "", label: words.choose },
            ...receivers.map(({ id, name: label }) => ({ value: id, label })),
          ]}
          error={fault ? words.needReceiver : undefined}
        />
        <button type="submit" class="button secondary" aria-disabled={working}>
          {words.preview}
        </button>
      </form>
      <div ref={shown} tabIndex={-1} class="shown">
        {preview !== undefined && (
          <>
            <Contents {...preview} />
            <h2>{words.fingerprint}</h2>
            <p class="hint">{words.fingerprintHint}</p>
            <ul>
              {preview.fingerprints.map((one) => (
                <li key={one} class="fingerprint">
                  {one}
                </li>
              ))}
            </ul>
            {vault.status === "locked" ? (
              <>
                <p>{words.needKey}</p>
                <UnlockButton onUnlock={onUnlock} />
              </>
            ) : (
              <button type="button" class="button" aria-disabled={working} onClick={() => setAsking(true)}>
                {words.seal}
              </button>
            )}
          </>
        )}
      </div>
      <p role="status">{progress}</p>
      <ConfirmDialog
        open={asking && preview !== undefined && vault.status === "unlocked"}
        title={words.sealTitle(name)}
        confirmLabel={words.sealYes}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          if (preview !== undefined && vault.status === "unlocked") send(vault.key, preview);
        }}
      >
        <p>{words.sealSure(preview?.envelopes.length ?? 0)}</p>
      </ConfirmDialog>
    </section>
  );
}

export function UnlockButton({ onUnlock }: { readonly onUnlock: () => void }) {
  const { texts } = useTexts();
  return (
    <button type="button" class="button" onClick={onUnlock}>
      {texts.key.unlockNow}
    </button>
  );
}
