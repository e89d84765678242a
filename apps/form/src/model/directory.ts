/** What the form fetches: who receives applications, what they say, their keys, and which keys to trust. */
import type { AssignmentKind } from "@tillit/application-case";
import type { Dsse } from "@tillit/crypto-envelope";
import { getJson, type Language } from "@tillit/web-kit";

export interface Controller {
  readonly id: string;
  readonly name: string;
  readonly kind: "public-authority" | "private-provider";
  readonly place?: string;
  readonly contact: { readonly phone: string };
  readonly accepts: readonly AssignmentKind[];
  readonly healthy: boolean;
}

export interface Notice {
  readonly controller: string;
  readonly version: string;
  readonly title: string;
  readonly blocks: readonly NoticeBlock[];
}

/** A part of a notice; `text` alone says everything. */
export interface NoticeBlock {
  readonly kind: string;
  readonly ref?: string;
  readonly text: string;
  readonly items?: readonly { readonly term: string; readonly text: string }[];
  readonly rows?: readonly (readonly string[])[];
}

/** A controller's pinned root keys: base64url Ed25519 public keys, and how many must have signed. */
export interface Pins {
  readonly roots: readonly string[];
  readonly threshold: number;
}

/** The deployment's own file, not part of the API. */
export interface Deployment {
  readonly pins: Readonly<Record<string, Pins>>;
  readonly operator?: string;
  /** Where My pages is, if the deployment says. */
  readonly myPages?: string;
}

export function fetchDeployment(): Promise<Deployment> {
  return getJson("/tillit-config.json");
}

export async function fetchControllers(): Promise<readonly Controller[]> {
  return (await getJson<{ controllers: readonly Controller[] }>("/api/controllers")).controllers;
}

export async function fetchKeys(controller: string): Promise<Dsse> {
  return (await getJson<{ document: Dsse }>(`/api/controllers/${controller}/keys`)).document;
}

export function fetchNotice(controller: string, language: Language): Promise<Notice> {
  return getJson(`/api/controllers/${controller}/notice?lang=${language}`);
}
