/** Why the receiver declined, opened here; both sides can. */
import { sealingContexts } from "@tillit/application-case";
import type { TransferDetail } from "@tillit/api-contract/client";
import { useState } from "preact/hooks";
import { Failure } from "../page/notice.tsx";
import { OpenedWords } from "../page/sealed/opened-words.tsx";
import { useTexts } from "../texts/language.ts";
import { useVault } from "../unlock/vault.ts";
import { UnlockButton } from "./offer/offer-form.tsx";
import { transferTexts } from "./texts/transfer-texts.ts";

interface Props {
  readonly offer: TransferDetail;
  readonly own: string;
  readonly onUnlock: () => void;
}

export function RefusalWords({ offer, own, onUnlock }: Props) {
  const { texts, lang } = useTexts();
  const words = transferTexts[lang];
  const vault = useVault();
  const [text, setText] = useState<string | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const { words: sealed, app = "" } = offer;
  const read = async (): Promise<void> => {
    if (sealed === undefined || vault.status === "locked") return;
    setError(undefined);
    try {
      const { openText } = await import("../crypto/words.ts");
      const expected = { app, controller: own };
      setText(
        await openText(sealed, sealingContexts.transferRefusal(offer.id), expected, vault.key.decapsulator),
      );
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <section class="panel" aria-labelledby="said-title">
      <h2 id="said-title">{words.said}</h2>
      {error !== undefined && <Failure error={error} />}
      {vault.status === "locked" ? (
        <>
          <p>{texts.words.needKey}</p>
          <UnlockButton onUnlock={onUnlock} />
        </>
      ) : text === undefined ? (
        <button type="button" class="button secondary" onClick={() => void read()}>
          {words.readReason}
        </button>
      ) : (
        <OpenedWords text={text} />
      )}
    </section>
  );
}
