/** What happens to an answer: sealed for the subject, fetched, destroyed. */
import type { Dsse } from "@tillit/crypto-envelope";
import type { ErasureCertificate } from "@tillit/dsar-workflow";

export interface SubjectKeyEvents {
  readonly SubjectKeysGiven: { readonly document: Dsse };
}

export interface ExportEvents {
  /** `envelope`: digest of the manifest. */
  readonly ExportKept: { readonly request: string; readonly envelope: string; readonly expires: string };
  readonly ExportFetched: { readonly request: string };
  readonly ExportDestroyed: {
    readonly request: string;
    readonly reason: "expired" | "ended" | "fetched";
  };
  readonly ExportCertified: { readonly request: string; readonly certificate: ErasureCertificate };
}

export interface AnswerEvents {
  readonly AnswerAttested: { readonly request: string; readonly envelope: string; readonly package: string };
}
