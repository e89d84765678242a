import { useEffect, useRef, useState } from "preact/hooks";
import { removeDatabase } from "../draft/draft-database.ts";
import { hear, tell } from "../draft/kept-news.ts";
import { saveSent } from "../draft/sending-store.ts";
import type { Sent } from "../sending/outbox.ts";

export interface ReceiptKeeper {
  readonly sent: Sent | undefined;
  readonly finished: boolean;
  /** Whether the person says that the receipt is saved: then it is not on the device any more. */
  readonly saved: boolean;
  readonly show: (sent: Sent) => void;
  readonly confirm: (saved: boolean) => void;
  /** Forgets the receipt and shows that all is done. */
  readonly finish: () => void;
}

/** The receipt from when it is shown until the person is done with it; `before` was on the device. */
export function useReceipt(before: Sent | undefined): ReceiptKeeper {
  const [sent, setSent] = useState(before);
  const [saved, setSaved] = useState(false);
  const [finished, setFinished] = useState(false);
  return {
    sent,
    finished,
    saved,
    show: setSent,
    confirm: (now) => {
      setSaved(now);
      if (now) {
        removeDatabase().then(
          () => tell("saved"),
          () => undefined,
        );
      } else if (sent !== undefined) {
        saveSent(sent).catch(() => undefined);
      }
    },
    finish: () => {
      setSent(undefined);
      setFinished(true);
    },
  };
}

/** Calls when the receipt was saved in another page of the form. */
export function useSavedElsewhere(onSaved: () => void): void {
  const latest = useRef(onSaved);
  latest.current = onSaved;
  useEffect(() => hear((news) => (news === "saved" ? latest.current() : undefined)), []);
}
