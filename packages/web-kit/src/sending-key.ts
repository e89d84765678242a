import { useRef } from "preact/hooks";

/** The key of one thing that is sent, as `Idempotency-Key`. */
export interface SendingKey {
  /** The same as long as the same is sent: a lost answer then makes no second case. */
  of(facts: readonly string[]): string;
  /** It has been received: what is sent next is something else, even where it says the same. */
  renew(): void;
}

/** Keys for what a form sends. */
export function useSendingKey(): SendingKey {
  const sending = useRef({ facts: "", key: "" });
  return {
    of(facts) {
      const now = JSON.stringify(facts);
      if (sending.current.facts !== now) sending.current = { facts: now, key: crypto.randomUUID() };
      return sending.current.key;
    },
    renew() {
      sending.current = { facts: "", key: "" };
    },
  };
}
