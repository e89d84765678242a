/** Fetches receivers, and for the chosen ones their notice and their key, checked in the worker. */
import type { Language } from "@tillit/law-reference";
import { fetchDeployment, type Deployment } from "@tillit/web-kit";
import { rememberCheckpoint } from "@tillit/web-kit/key-log";
import { useCallback, useRef, useState } from "preact/hooks";
import {
  fetchControllers,
  fetchEvidence,
  fetchKeys,
  fetchNotice,
  type Controller,
  type Notice,
} from "./directory.ts";
import type { Receiver } from "../sealing/seal-application.ts";
import type { Sealer } from "../sealing/sealer.ts";
import type { ReceiverCheck } from "./notice-faults.ts";

export interface Receivers {
  /** Undefined while loading. */
  readonly controllers: readonly Controller[] | "failed" | undefined;
  readonly deployment: Deployment | undefined;
  readonly checks: Readonly<Record<string, ReceiverCheck>>;
  /** Fetches notices and keys of these receivers, unless they are there in this language. */
  readonly check: (ids: readonly string[], again?: boolean) => void;
  /** Puts notices that were fetched elsewhere in the place of those that are here. */
  readonly renew: (notices: readonly Notice[]) => void;
  /** Fetches the list of receivers; again after a failure. */
  readonly load: () => void;
}

/**
 * Receivers' key documents, what the public key log says of them, and the pins of this deployment, fresh;
 * `keyVersion` is the version that was verified before.
 */
export async function fetchReceivers(
  chosen: readonly { readonly controller: string; readonly keyVersion?: number | undefined }[],
): Promise<readonly Receiver[]> {
  const { pins, logKeys } = await fetchDeployment();
  return Promise.all(
    chosen.map(async ({ controller, keyVersion }): Promise<Receiver> => {
      const first = await fetchKeys(controller);
      const log = await fetchEvidence(controller, logKeys["~keys"] ?? []);
      // Published between the two answers: the newer one is asked for once more.
      const outrun = log !== undefined && !log.proof.entry.includes(first.payload);
      const document = outrun ? await fetchKeys(controller) : first;
      return { controller, document, log, pins: pins[controller], minSeq: keyVersion };
    }),
  );
}

export function useReceivers(sealer: Sealer, language: Language, now: () => string): Receivers {
  const [controllers, setControllers] = useState<Receivers["controllers"]>();
  const [deployment, setDeployment] = useState<Deployment>();
  const [checks, setChecks] = useState<Readonly<Record<string, ReceiverCheck>>>({});
  const asked = useRef(new Set<string>());

  const load = useCallback(() => {
    // The list that is there holds until another has come.
    setControllers((before) => (before === "failed" ? undefined : before));
    fetchControllers().then(setControllers, () => setControllers("failed"));
    fetchDeployment().then(setDeployment, () => undefined);
  }, []);
  const update = (id: string, part: Partial<ReceiverCheck>): void =>
    setChecks((before) => ({
      ...before,
      [id]: { notice: "loading", key: "checking", ...before[id], ...part },
    }));

  const check = useCallback(
    (ids: readonly string[], again = false) => {
      for (const id of ids) {
        const mark = `${language}/${id}`;
        if (asked.current.has(mark) && !again) continue;
        asked.current.add(mark);
        update(id, { notice: "loading", key: "checking" });
        fetchNotice(id, language).then(
          (notice) => update(id, { notice }),
          () => update(id, { notice: "failed" }),
        );
        fetchReceivers([{ controller: id }])
          .then((receivers) => sealer.verify(receivers, now()))
          .then(
            ([verdict]) => {
              if (verdict?.ok === true) rememberCheckpoint(verdict.remember);
              update(id, { key: verdict ?? "failed" });
            },
            () => update(id, { key: "failed" }),
          );
      }
    },
    [language, sealer, now],
  );

  const renew = useCallback((notices: readonly Notice[]) => {
    for (const notice of notices) update(notice.controller, { notice });
  }, []);

  return { controllers, deployment, checks, check, renew, load };
}
