/**
 * The unlocked key: in this module's memory and nowhere else. It goes when the user says so, after ten idle
 * minutes, at logout, and when the page is left.
 */
import { useEffect, useState } from "preact/hooks";
import type { Decapsulator } from "@tillit/crypto-envelope";

export const idleMs: number = 10 * 60 * 1000;
/** How long before locking the user is told. */
export const warnMs: number = 60 * 1000;

export interface HeldKey {
  readonly decapsulator: Decapsulator;
  readonly controller: string;
  readonly fingerprint: string;
}

export type Vault =
  | { readonly status: "locked"; readonly idled: boolean }
  | { readonly status: "unlocked"; readonly key: HeldKey };

let vault: Vault = { status: "locked", idled: false };
let lastActivity = 0;
const listeners = new Set<() => void>();

function change(next: Vault): void {
  vault = next;
  for (const listener of listeners) listener();
}

export function holdKey(key: HeldKey): void {
  lastActivity = Date.now();
  change({ status: "unlocked", key });
}

export function lock(because: "user" | "idle" = "user"): void {
  if (vault.status === "unlocked") change({ status: "locked", idled: because === "idle" });
}

/** Milliseconds until the key locks by itself; 0 when it is locked. */
export function timeLeft(): number {
  return vault.status === "unlocked" ? Math.max(0, lastActivity + idleMs - Date.now()) : 0;
}

function touch(): void {
  // A machine that has slept past the limit wakes to a locked key, not to a fresh ten minutes.
  if (timeLeft() > 0) lastActivity = Date.now();
}

function check(): void {
  if (vault.status === "unlocked" && timeLeft() === 0) lock("idle");
}

/** Starts the idle watch; call once when the app starts. */
export function watchIdle(): void {
  for (const kind of ["pointerdown", "pointermove", "keydown", "wheel"] as const) {
    addEventListener(kind, touch, { passive: true, capture: true });
  }
  addEventListener("visibilitychange", check);
  addEventListener("pagehide", () => lock());
  setInterval(check, 1000);
}

export function useVault(): Vault {
  const [state, setState] = useState(vault);
  useEffect(() => {
    const read = (): void => setState(vault);
    listeners.add(read);
    read();
    return () => {
      listeners.delete(read);
    };
  }, []);
  return state;
}

/** The time left, read again every second while the key is unlocked. */
export function useTimeLeft(): number {
  const { status } = useVault();
  const [left, setLeft] = useState(timeLeft());
  useEffect(() => {
    setLeft(timeLeft());
    if (status === "locked") return undefined;
    const timer = setInterval(() => setLeft(timeLeft()), 1000);
    return () => clearInterval(timer);
  }, [status]);
  return left;
}
