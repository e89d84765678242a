/** The key's state, always visible: locked or unlocked, for how long, and the button that changes it. */
import { Note } from "../page/notice.tsx";
import { useTexts } from "../texts/language.ts";
import { lock, useTimeLeft, useVault, warnMs } from "./vault.ts";

export function KeyState({ onUnlock }: { readonly onUnlock: () => void }) {
  const { texts } = useTexts();
  const vault = useVault();
  const left = useTimeLeft();
  const open = vault.status === "unlocked";
  return (
    <div class={`key-state ${open ? "key-open" : "key-shut"}`}>
      <p>
        <strong>{open ? texts.key.unlocked : texts.key.locked}</strong>
        {open && <span class="key-left">{texts.key.minutesLeft(Math.ceil(left / 60_000))}</span>}
      </p>
      <button
        type="button"
        class={open ? "button secondary" : "button"}
        onClick={open ? () => lock() : onUnlock}
      >
        {open ? texts.key.lockNow : texts.key.unlockNow}
      </button>
    </div>
  );
}

/** Says that the key locks soon, or that it just did. */
export function KeyWarning() {
  const { texts } = useTexts();
  const vault = useVault();
  const left = useTimeLeft();
  const soon = vault.status === "unlocked" && left > 0 && left <= warnMs;
  const idled = vault.status === "locked" && vault.idled;
  return (
    <div role="status" class="key-warning">
      {soon && <Note kind="warn">{texts.key.soon}</Note>}
      {idled && <Note kind="warn">{texts.key.idled}</Note>}
    </div>
  );
}

/** The unlocked key's words, to compare aloud with a colleague or with a printed sheet. */
export function KeyFingerprint() {
  const { texts } = useTexts();
  const vault = useVault();
  if (vault.status === "locked") return null;
  return (
    <p>
      {texts.key.fingerprint}: <span class="fingerprint">{vault.key.fingerprint}</span>
    </p>
  );
}
