import { sniffLength, sniffType } from "./sniff.ts";

/** What a virus scanner says of one attachment. */
export interface ScanResult {
  readonly verdict: "clean" | "infected";
  /** The scanner's name for what it found. */
  readonly finding?: string;
}

/** A scanner that runs where the content has been opened: never at the operator's. */
export type Scanner = (content: ReadableStream<Uint8Array>, declared: string) => Promise<ScanResult>;

/** What is known about an opened attachment before anybody looks at it. */
export interface Examination {
  /** The type the sender gave. */
  readonly declared: string;
  /** The type its first bytes speak for. */
  readonly sniffed: string | undefined;
  /** Whether they agree. */
  readonly agrees: boolean;
  /** May be shown inside a page: types agree, the kind cannot carry script, and the scanner did not object. */
  readonly inline: boolean;
  /** `failed`: the scanner gave no answer. `not-scanned`: there was none. */
  readonly scan: ScanResult["verdict"] | "failed" | "not-scanned";
  readonly finding?: string;
}

const inlineTypes: ReadonlySet<string> = new Set([
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
  "text/plain",
]);

/**
 * Examines an opened attachment: sniffs its type by magic bytes and, where a scanner is given, has it scanned. Call it
 * after `done` of `Opened.stream` and before showing or saving. Never throws for what it finds; a scanner that fails, or
 * answers anything but `clean` or `infected`, gives `scan: "failed"`.
 */
export async function examine(content: Blob, declared: string, scanner?: Scanner): Promise<Examination> {
  const head = new Uint8Array(await content.slice(0, sniffLength).arrayBuffer());
  const sniffed = sniffType(head);
  const agrees = sniffed === declared;
  const { finding, verdict } = await scanned(content, declared, scanner);
  const inline = agrees && inlineTypes.has(declared) && (verdict === "clean" || verdict === "not-scanned");
  return { declared, sniffed, agrees, inline, scan: verdict, ...(finding === undefined ? {} : { finding }) };
}

async function scanned(
  content: Blob,
  declared: string,
  scanner: Scanner | undefined,
): Promise<{ verdict: Examination["scan"]; finding?: string }> {
  if (scanner === undefined) return { verdict: "not-scanned" };
  try {
    const { finding, verdict } = await scanner(content.stream() as ReadableStream<Uint8Array>, declared);
    if (verdict === "clean" || verdict === "infected")
      return finding === undefined ? { verdict } : { verdict, finding };
  } catch {
    // Said below: no answer, or none that can be understood.
  }
  return { verdict: "failed" };
}
