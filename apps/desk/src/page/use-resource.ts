/** Loads a value when a key changes, drops answers that come too late, and can load again. */
import { useCallback, useEffect, useState } from "preact/hooks";

export type Resource<T> =
  | { readonly status: "loading" }
  | { readonly status: "ready"; readonly value: T }
  | { readonly status: "failed"; readonly error: unknown; readonly retry?: () => void };

export function useResource<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
  /** A change loads again too, but keeps showing the old value until the new one has come. */
  refresh = "",
): { readonly resource: Resource<T>; readonly reload: () => void } {
  const [round, setRound] = useState(0);
  const [state, setState] = useState<{ key: string; resource: Resource<T> }>({
    key,
    resource: { status: "loading" },
  });
  useEffect(() => {
    const abort = new AbortController();
    load(abort.signal).then(
      (value) => {
        if (!abort.signal.aborted) setState({ key, resource: { status: "ready", value } });
      },
      (error: unknown) => {
        if (abort.signal.aborted) return;
        // A refresh that fails takes nothing away from what is already shown.
        const failed = { key, resource: { status: "failed", error } } as const;
        setState((before) => (before.key === key && before.resource.status === "ready" ? before : failed));
      },
    );
    return () => abort.abort();
    // The key says everything that `load` depends on.
  }, [key, refresh, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  const current = state.key === key ? state.resource : ({ status: "loading" } as const);
  return { resource: current.status === "failed" ? { ...current, retry: reload } : current, reload };
}
