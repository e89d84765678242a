import type { EidTexts } from "./eid-sv.ts";

/** Every word of My pages. */
export interface MyTexts {
  readonly service: string;
  readonly name: string;
  readonly yes: string;
  readonly footer: string;
  readonly open: {
    readonly title: string;
    readonly lead: string;
    readonly label: string;
    readonly hint: string;
    readonly file: string;
    readonly fileHint: string;
    readonly choose: string;
    readonly button: string;
    readonly working: string;
    readonly lostTitle: string;
    readonly lost: string;
    readonly empty: string;
    readonly notInFile: string;
    readonly malformed: string;
    readonly unknown: string;
    readonly refused: string;
    readonly offline: string;
    readonly failed: (code: string) => string;
  };
  readonly overview: {
    readonly title: string;
    readonly lead: string;
    readonly lock: string;
    readonly sent: string;
    readonly opened: string;
    readonly assignments: string;
    readonly status: string;
    readonly decided: string;
    readonly read: string;
    readonly withdraw: string;
    readonly ask: string;
    readonly rights: string;
    readonly requests: string;
    readonly access: string;
    readonly received: string;
    readonly lastDay: string;
    readonly of: (name: string) => string;
    readonly none: string;
  };
  readonly statuses: Readonly<Record<string, string>>;
  readonly outcomes: Readonly<Record<string, string>>;
  readonly requestStatuses: Readonly<Record<string, string>>;
  readonly otherStatus: string;
  readonly withdraw: {
    readonly title: (name: string) => string;
    readonly text: readonly string[];
    readonly confirm: string;
    readonly done: (name: string) => string;
    readonly tooLate: string;
  };
  readonly ask: {
    readonly title: (name: string) => string;
    readonly text: readonly string[];
    readonly confirm: string;
    readonly done: (name: string, lastDay: string) => string;
  };
  readonly answers: {
    readonly title: (name: string) => string;
    readonly lead: string;
    readonly working: string;
    readonly files: string;
    readonly download: string;
    readonly downloading: string;
    readonly gone: string;
    readonly changed: string;
    readonly missing: string;
    readonly back: string;
  };
  readonly locked: string;
  readonly eid: EidTexts;
}
