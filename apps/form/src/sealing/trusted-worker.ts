/** The one Trusted Types policy of the form: script addresses of its own origin, for its one worker. */

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): {
    createScriptURL(url: string): unknown;
  };
}

function ownOrigin(url: string): string {
  if (new URL(url, location.href).origin !== location.origin)
    throw new TypeError("A worker of another origin.");
  return url;
}

const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
const policy = types?.createPolicy("seal-worker", { createScriptURL: ownOrigin });

/** Starts a module worker of this origin under `require-trusted-types-for 'script'`. */
export function trustedWorker(url: string): Worker {
  const address = policy === undefined ? ownOrigin(url) : policy.createScriptURL(url);
  return new Worker(address as string, { type: "module" });
}
