import type { Language } from "@tillit/law-reference";
import type { CalendarDate } from "@tillit/civil-time";
import type { Readable, Writable } from "node:stream";
import type { ExitCode } from "./exit-code.ts";

/** A stream that may be a terminal. */
export type Terminal = Writable & { readonly isTTY?: boolean };

/** Everything of the world that a command may touch besides the files it is told. */
export type Io = {
  readonly stdin: Readable;
  /** Data, nothing else. */
  readonly stdout: Terminal;
  /** Messages and progress. */
  readonly stderr: Terminal;
  /** The date in Sweden. */
  readonly today: () => CalendarDate;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** What the process shall end with; the highest code said wins. */
  readonly end: (code: ExitCode) => void;
};

/** The options every command has. */
export type CommonOptions = { readonly lang: Language; readonly debug?: boolean };
