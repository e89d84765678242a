/** The shapes the desk gets from the API. They hold states, dates and sealed objects, never words or names. */
import type { AssignmentKind } from "@tillit/application-case";
import type { Dsse, Keyring } from "@tillit/crypto-envelope";

export interface Session {
  readonly user: {
    readonly name: string;
    readonly role: string;
    readonly controller: string;
    readonly controllerName: string;
  };
  readonly csrf: string;
}

export interface InboxRow {
  readonly id: string;
  readonly app: string;
  readonly number: string;
  readonly receivedAt: string;
  readonly assignments: readonly AssignmentKind[];
  readonly status: string;
  readonly due?: string;
}

export interface Citation {
  readonly act: string;
  readonly at: string;
}

export interface Disposition {
  readonly id: string;
  readonly outcome: string;
  readonly status: string;
  readonly dutyArises?: string;
  readonly earliest?: string;
  readonly latest?: string;
  readonly transferTo?: string;
  readonly deciding?: { readonly rule: string; readonly cite: readonly Citation[]; readonly grade: string };
  readonly missing?: readonly string[];
  readonly heldBy?: readonly string[];
  readonly explanation?: readonly string[];
}

export interface HistoryEntry {
  readonly type: string;
  readonly at: string;
  readonly by?: string;
}

export type WordsKind = "assessment" | "decision";

export interface WordsEntry {
  readonly kind: WordsKind;
  readonly id: string;
  readonly at: string;
  readonly by?: string;
  readonly outcome?: string;
}

export interface CaseView {
  readonly id: string;
  readonly app: string;
  readonly number?: string;
  readonly status: string;
  readonly receivedAt: string;
  readonly assignments: readonly AssignmentKind[];
  readonly history: readonly HistoryEntry[];
  readonly disposition?: Disposition;
  readonly words: readonly WordsEntry[];
}

export interface SealedEnvelope {
  readonly manifest: Dsse;
  readonly keyring: Keyring;
}

export interface SealedWords extends SealedEnvelope {
  readonly blobs: { readonly words: string };
}

export interface RetentionPlan {
  readonly asOf: string;
  readonly dispositions: readonly Disposition[];
}

export interface RequestRow {
  readonly id: string;
  readonly application: string;
  readonly right: string;
  readonly status: string;
  readonly received: string;
  readonly lastDay: string;
}

export interface RequestView extends RequestRow {
  /** Names of the commands that the state allows; a role may still not give them. */
  readonly allowed: readonly string[];
  readonly trace: readonly { readonly law: Citation }[];
  readonly history: readonly HistoryEntry[];
}

/** The deployment's own file: which root keys may speak for which controller. */
export interface DeploymentConfig {
  readonly operator: string;
  readonly pins: Readonly<Record<string, { readonly roots: readonly string[]; readonly threshold: number }>>;
}
