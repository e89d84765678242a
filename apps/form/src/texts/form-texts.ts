/** Every word of the form that is not a question. A language without one of them does not compile. */
import type { KeyLogFault } from "@tillit/web-kit/key-log";
import type { AnswerProblemCode, AssignmentKind } from "@tillit/application-case";

export interface FormTexts {
  readonly service: string;
  readonly yes: string;
  /** "a, b och c". */
  readonly list: (items: readonly string[]) => string;
  /** In running text. */
  readonly kinds: Readonly<Record<AssignmentKind, string>>;
  readonly start: {
    readonly title: string;
    readonly lead: string;
    readonly facts: readonly string[];
    readonly howTitle: string;
    readonly how: readonly string[];
    readonly draftTitle: string;
    readonly draftLabel: string;
    readonly draftHint: string;
    readonly otherWayTitle: string;
    readonly otherWay: string;
    readonly begin: string;
    readonly resume: string;
    readonly resumeInfo: (saved: string) => string;
    readonly resumeSending: string;
    readonly unsentInfo: (saved: string) => string;
  };
  readonly draft: {
    readonly on: string;
    readonly deleteLabel: string;
    readonly deleted: string;
    readonly failed: string;
    readonly dropped: string;
  };
  /** Told when the page opens with something that was on the device. */
  readonly returned: {
    readonly draft: string;
    readonly sending: string;
    readonly receipt: string;
  };
  readonly receivers: {
    readonly loading: string;
    readonly failed: string;
    readonly retry: string;
    readonly none: string;
    readonly publicAuthority: string;
    readonly privateProvider: string;
    readonly notHealthy: string;
    readonly notForYou: string;
    readonly takesOnly: (kinds: string) => string;
    readonly kindsLeft: (kinds: string) => string;
  };
  readonly notices: {
    readonly title: string;
    readonly lead: string;
    readonly leadAgain: string;
    readonly markNew: string;
    readonly markChanged: string;
    readonly changed: (name: string) => string;
    readonly show: (name: string) => string;
    readonly loading: string;
    readonly failed: (name: string) => string;
    readonly keyWords: string;
    readonly keyHelp: string;
    readonly checking: string;
    readonly keyFailed: (name: string) => string;
    readonly keyRefused: (name: string) => string;
    readonly keyRefusedAdvice: string;
    readonly keyLogged: string;
    readonly keyLog: Readonly<Record<KeyLogFault, (name: string) => string>>;
  };
  readonly problems: Readonly<Record<AnswerProblemCode, string>>;
  readonly requiredChoice: (label: string) => string;
  readonly requiredText: (label: string) => string;
  readonly requiredTick: string;
  readonly identityMalformed: string;
  readonly identityChecksum: string;
  readonly identityUnder18: string;
  readonly fileKind: (name: string) => string;
  readonly fileTooLarge: (name: string) => string;
  readonly fileEmpty: (name: string) => string;
  readonly fileTooMany: string;
  readonly talkHint: string;
  readonly exit: {
    readonly protectedTitle: string;
    readonly protectedText: readonly string[];
    readonly ageTitle: string;
    readonly ageText: readonly string[];
    readonly nothingSent: string;
    readonly phones: string;
    readonly change: string;
    readonly erase: string;
  };
  readonly review: {
    readonly title: string;
    readonly lead: string;
    readonly whoTitle: string;
    readonly whoHint: string;
    readonly change: string;
    readonly noAnswers: string;
    readonly truth: string;
    readonly send: string;
  };
  readonly send: {
    readonly title: string;
    readonly sealing: string;
    readonly toTitle: string;
    readonly waiting: string;
    readonly sendingTo: (percent: number) => string;
    readonly done: string;
    readonly stopped: string;
    readonly offline: string;
    readonly retrying: string;
    readonly keep: string;
    readonly goesOn: string;
    readonly elsewhere: string;
    readonly taken: string;
    readonly failed: string;
    readonly partly: string;
    readonly failedKey: (name: string) => string;
    readonly failedKeyAdvice: string;
    readonly failedHealth: (name: string) => string;
    readonly refusedHealth: (name: string) => string;
    readonly refusedKinds: (name: string) => string;
    readonly refusedNotice: (name: string) => string;
    readonly failedServer: string;
    readonly failedRefused: (name: string, code: string) => string;
    readonly again: string;
    readonly settle: string;
    readonly back: string;
  };
  readonly receipt: {
    readonly title: string;
    readonly lead: string;
    readonly numberFor: (name: string) => string;
    readonly keyTitle: string;
    readonly keyText: string;
    readonly keyWarning: string;
    readonly keyLabel: string;
    readonly qrLabel: string;
    readonly print: string;
    readonly save: string;
    readonly copy: string;
    readonly copied: string;
    readonly onDevice: string;
    readonly notOnDevice: string;
    readonly saved: string;
    readonly finish: string;
    readonly nextTitle: string;
    readonly next: readonly string[];
    readonly call: (name: string, phone: string) => string;
    readonly draftGone: string;
    readonly finishedTitle: string;
    readonly finishedText: string;
    readonly myPages: string;
    readonly sentAt: string;
    readonly mustSave: string;
    readonly missed: (name: string) => string;
  };
  readonly footer: string;
  readonly broken: string;
}
