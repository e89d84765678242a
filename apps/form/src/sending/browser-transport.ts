import { api } from "../api.ts";
import { putBlob } from "./put-blob.ts";
import type { RetryDeps } from "./retry.ts";
import type { Transport } from "./send-envelopes.ts";

/** The API over the page's own origin. */
export const browserTransport: Transport = {
  submit: async ({ manifest, keyring }, facts, blobs) =>
    (await api.applications.$post({ json: { manifest, keyring, facts, blobs } })).json(),
  offset: async (record, section) => {
    const answer = await api.applications[":record"].blobs[":section"].$get({ param: { record, section } });
    return (await answer.json()).offset;
  },
  // The address is the client's; the sending is not, since fetch tells nothing about how far an upload has come.
  put: (record, section, blob, from, onProgress) =>
    putBlob(
      api.applications[":record"].blobs[":section"].$path({ param: { record, section } }),
      blob,
      from,
      onProgress,
    ),
};

/** Waits that end early when the connection is back. */
export const browserWaits: Pick<RetryDeps, "wait" | "isOnline"> = {
  isOnline: () => navigator.onLine,
  wait: (milliseconds) =>
    new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        removeEventListener("online", end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      addEventListener("online", end);
    }),
};
