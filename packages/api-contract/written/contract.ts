/** What the API takes and gives, as types. Written from its OpenAPI document by written/write.ts; not edited by hand. */

export type Access = {
  readonly seq: number;
  readonly record: string;
  readonly at: string;
  readonly by: string;
  readonly activity: string;
  readonly part: string;
  readonly purpose: string;
  readonly restricted?: string;
};

export type AccessReview = {
  readonly id: string;
  readonly unit?: string;
  readonly at: string;
  readonly by: string;
  readonly status: "none" | "open" | "signed";
  readonly period: { readonly from: string; readonly to: string };
  readonly population: number;
  readonly picked: number;
  readonly lines: number;
  readonly verdicts: {
    readonly "in-order": number;
    readonly "to-be-explained": number;
    readonly reported: number;
  };
  readonly signedBy?: string;
};

export type AccessReviewDetail = AccessReview & {
  readonly rules: string;
  readonly seed: { readonly size: number; readonly root: string };
  readonly sample: string;
  readonly accesses: readonly {
    readonly seq: number;
    readonly record: string;
    readonly at: string;
    readonly by: string;
    readonly part: string;
    readonly purpose: string;
    readonly why: readonly (
      | "protected-identity"
      | "outside-assignment"
      | "odd-hours"
      | "long-closed"
      | "many-in-a-day"
      | "flagged"
      | "sampled"
    )[];
    readonly verdict?: "in-order" | "to-be-explained" | "reported";
    readonly judgedBy?: string;
    readonly words?: string;
  }[];
};

export type AnswerProof = {
  readonly controller: string;
  readonly index: number;
  readonly size: number;
  readonly entry: string;
  readonly proof: readonly string[];
  readonly checkpoint: string;
  readonly key: string;
  readonly handovers: LogHandovers;
};

export type ArchiveMetadata = {
  readonly label: string;
  readonly creator: { readonly name: string };
  readonly manifest: TransferManifest;
  readonly events: readonly { readonly type: string; readonly at: string; readonly detail?: string }[];
  readonly accesses: number;
  readonly envelopes: readonly {
    readonly id: string;
    readonly kind: "application" | "assessment" | "decision";
    readonly digest: string;
  }[];
  readonly sections: readonly {
    readonly id: string;
    readonly class: string;
    readonly size: number;
    readonly hash: string;
  }[];
};

export type Case = InboxRow & {
  readonly sealedFor?: { readonly id: string; readonly name: string };
  readonly placement?: Placement;
  readonly restriction?: { readonly requests: readonly string[] };
  readonly history: readonly { readonly type: string; readonly at: string; readonly by: string }[];
  readonly disposition: Disposition;
  readonly words: readonly {
    readonly kind: "assessment" | "decision";
    readonly id: string;
    readonly at: string;
    readonly by: string;
    readonly outcome: string;
  }[];
};

export type Colleague = {
  readonly ref: string;
  readonly role: string;
  readonly unit?: string;
  readonly seen: string;
};

export type Consent = {
  readonly purpose: string;
  readonly title: string;
  readonly text: string;
  readonly data: readonly string[];
  readonly retention: string;
  readonly notice: { readonly version: string; readonly title: string };
  readonly withdrawal?: string;
};

export type Controller = {
  readonly id: string;
  readonly kind: "public-authority" | "private-provider";
  readonly name: string;
  readonly place?: string;
  readonly contact: { readonly phone: string };
  readonly accepts: readonly string[];
  readonly healthy: boolean;
};

export type Disclosure = {
  readonly recipient: string;
  readonly kind: "authority" | "municipality" | "provider" | "court" | "supervisor" | "care" | "processor";
  readonly on: string;
};

export type DisposalCertificate = {
  readonly certificate: {
    readonly proof: Readonly<Record<string, unknown>>;
    readonly leaves: readonly Readonly<Record<string, unknown>>[];
  };
  readonly protocol: string;
  readonly log: {
    readonly index: number;
    readonly size: number;
    readonly checkpoint: string;
    readonly key: string;
    readonly inclusion: readonly string[];
  };
};

export type DisposalList = {
  readonly id: string;
  readonly status:
    | "none"
    | "draft"
    | "reviewing"
    | "changes-requested"
    | "cooling-off"
    | "executing"
    | "executed"
    | "aborted";
  readonly asOf: string;
  readonly required: number;
  readonly approvals: number;
  readonly coolUntil?: string;
  readonly items: readonly {
    readonly record: string;
    readonly rule: string;
    readonly ruleText: string;
    readonly outcome: string;
    readonly earliest: string;
    readonly latest?: string;
    readonly answer?: { readonly kind: "dispose" | "keep" | "reclassify"; readonly until?: string };
    readonly result?: "gone" | "unlinked" | "transferred";
    readonly application?: ListedApplication;
  }[];
  readonly dropped: readonly {
    readonly record: string;
    readonly reason:
      | "NOT_DUE"
      | "NO_DATE"
      | "HELD"
      | "UNDETERMINED"
      | "CONFLICT"
      | "PRESERVED"
      | "KEPT_BY_REVIEW"
      | "RECLASSIFIED"
      | "FACTS_CHANGED"
      | "RULES_CHANGED"
      | "NOT_FOUND";
    readonly text: string;
  }[];
};

export type DisposalListWithWords = DisposalList & {
  readonly words: readonly {
    readonly id: string;
    readonly kind: "keep" | "reclassify" | "changes" | "abort";
    readonly record?: string;
    readonly at: string;
    readonly by: string;
  }[];
  readonly kept: readonly (KeptRecord & { readonly record: string })[];
};

export type DisposalNotice = {
  readonly id: string;
  readonly notice: {
    readonly format: "tillit-disposal-notice/1";
    readonly controller: string;
    readonly record: string;
    readonly recipient: string;
    readonly kind: string;
    readonly result: string;
    readonly rule: string;
    readonly on: string;
  };
  readonly settled?: { readonly at: string; readonly how: string };
};

export type DisposalReview =
  | { readonly type: "Approve" }
  | {
      readonly type: "Answer";
      readonly record: string;
      readonly answer:
        | { readonly kind: "dispose" }
        | { readonly kind: "keep"; readonly until: string; readonly words: SealedWords }
        | { readonly kind: "reclassify"; readonly words: SealedWords };
    }
  | { readonly type: "RequestChanges"; readonly words: SealedWords }
  | { readonly type: "Abort"; readonly words: SealedWords };

export type DisposedPart = {
  readonly controller: string;
  readonly controllerName: string;
  readonly on: string;
  readonly how: "gone" | "transferred";
  readonly rule: string;
};

export type Disposition = {
  readonly id: string;
  readonly outcome: string;
  readonly status: string;
  readonly dutyArises?: string;
  readonly earliest?: string;
  readonly latest?: string;
  readonly transferTo?: string;
  readonly deciding?: {
    readonly rule: string;
    readonly cite: readonly { readonly act: string; readonly at: string }[];
    readonly grade: string;
  };
  readonly missing?: readonly string[];
  readonly heldBy?: readonly string[];
  readonly explanation?: readonly string[];
};

export type DrawnReview = {
  readonly id?: string;
  readonly dryRun: boolean;
  readonly period: { readonly from: string; readonly to: string };
  readonly population: number;
  readonly picked: number;
  readonly lines: number;
  readonly rules: string;
};

export type Dsse = {
  readonly payload: string;
  readonly payloadType: string;
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[];
};

export type Hold = {
  readonly id: string;
  readonly ground: string;
  readonly text: string;
  readonly cite: { readonly act: string; readonly at: string };
  readonly scope: HoldScope;
  readonly unit?: string;
  readonly placed: string;
  readonly by: string;
  readonly released?: string;
  readonly stands: boolean;
};

export type HoldScope =
  | { readonly kind: "record"; readonly of: string }
  | {
      readonly kind: "assignment";
      readonly of: "family-home" | "emergency-home" | "contact-person" | "contact-family";
    }
  | { readonly kind: "unit"; readonly of: string }
  | { readonly kind: "controller" };

export type InboxRow = {
  readonly id: string;
  readonly app: string;
  readonly number: string;
  readonly receivedAt: string;
  readonly assignments: readonly string[];
  readonly status: string;
  readonly due?: string;
  readonly restricted?: true;
  readonly disposalFrom?: string;
};

export type KeptRecord = {
  readonly list: string;
  readonly since: string;
  readonly until: string;
  readonly by: string;
  readonly words: string;
  readonly conflict?: { readonly latest: string; readonly rule?: string };
};

export type Keyring = {
  readonly v: 1;
  readonly cid: string;
  readonly stanzas: readonly {
    readonly group: string;
    readonly kem: "x25519" | "xwing";
    readonly kid: string;
    readonly enc: string;
    readonly ct: string;
  }[];
  readonly slots: Readonly<Record<string, string | { readonly shredded: string; readonly rule: string }>>;
};

export type ListedApplication = {
  readonly outcome?: "undecided" | "approved" | "declined" | "withdrawn";
  readonly assignments: readonly string[];
};

export type ListedRequest = RequestSummary & { readonly urgency?: "late" | "near" };

export type LogHandovers = readonly {
  readonly checkpoint: string;
  readonly consistency: readonly string[];
}[];

export type Notice = {
  readonly controller: string;
  readonly lang: string;
  readonly version: string;
  readonly title: string;
  readonly blocks: readonly {
    readonly kind: string;
    readonly ref: string;
    readonly text: string;
    readonly items?: readonly { readonly term: string; readonly text: string }[];
    readonly rows?: readonly (readonly string[])[];
  }[];
};

export type OwnApplication = {
  readonly id: string;
  readonly controller: string;
  readonly controllerName: string;
  readonly status: string;
  readonly submittedAt: string;
  readonly assignments: readonly string[];
  readonly sealedFor?: string;
  readonly openedAt?: string;
  readonly decision?: { readonly outcome: string; readonly at: string };
  readonly requests: readonly {
    readonly id: string;
    readonly right: string;
    readonly status: string;
    readonly received: string;
    readonly lastDay: string;
    readonly restricted: boolean;
  }[];
};

export type OwnConsent = Consent & {
  readonly application: string;
  readonly controller: string;
  readonly state: string;
  readonly usable: boolean;
  readonly since?: string;
  readonly history: readonly { readonly type: string; readonly at: string }[];
};

export type OwnRequest = RequestSummary & {
  readonly words: readonly {
    readonly id: string;
    readonly digest: string;
    readonly kind: string;
    readonly at: string;
  }[];
  readonly outcome?: string;
  readonly decidedOn?: string;
  readonly appealLastDay?: string;
  readonly extended: boolean;
  readonly export?: { readonly keptAt: string; readonly expires: string };
};

export type PlacedHold = {
  readonly dryRun: boolean;
  readonly id?: string;
  readonly due: readonly string[];
  readonly more?: true;
  readonly lists: readonly string[];
};

export type Placement = {
  readonly unit?: string;
  readonly assignees: readonly string[];
  readonly protectedIdentity: boolean;
};

export type PlannedDisposition = Disposition & { readonly application?: ListedApplication };

export type PlannedRecord = {
  readonly record: string;
  readonly outcome: string;
  readonly status: string;
  readonly rule?: string;
  readonly earliest?: string;
  readonly latest?: string;
  readonly kept?: KeptRecord;
  readonly application?: ListedApplication;
};

export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code:
    | "INPUT_INVALID"
    | "JSON_INVALID"
    | "CURSOR_INVALID"
    | "JSON_BOUNDS"
    | "ENVELOPE_INVALID"
    | "ENVELOPE_CONTEXT"
    | "ENVELOPE_KEY_UNKNOWN"
    | "KEYRING_INVALID"
    | "ASSIGNMENT_NOT_ACCEPTED"
    | "NOTICE_UNKNOWN"
    | "UNIT_UNKNOWN"
    | "BLOB_SIZE"
    | "BLOB_HASH"
    | "EXPORT_KEY"
    | "WORDS_UNKNOWN"
    | "UPLOAD_BROKEN"
    | "STATEMENT_INVALID"
    | "LOGIN_INVALID"
    | "LOGIN_CANCELLED"
    | "NOT_LOGGED_IN"
    | "PROOF_INVALID"
    | "CSRF_TOKEN"
    | "ROLE_NOT_ALLOWED"
    | "UNIT_NOT_ALLOWED"
    | "LOGIN_TOO_WEAK"
    | "LOGIN_NOT_ALLOWED"
    | "RECEIPT_NEEDED"
    | "NOT_FOUND"
    | "EID_NOT_OFFERED"
    | "METHOD_NOT_ALLOWED"
    | "VERSION_CONFLICT"
    | "STATE_CONFLICT"
    | "UPLOAD_OFFSET"
    | "NOT_COMPLETE"
    | "KEYS_UNHEALTHY"
    | "CERTIFICATE_PENDING"
    | "GONE"
    | "RECORD_RESTRICTED"
    | "IDEMPOTENCY_KEY_USED"
    | "LENGTH_REQUIRED"
    | "TOO_LARGE"
    | "MEDIA_TYPE"
    | "TOO_MANY_REQUESTS"
    | "INTERNAL"
    | "ISSUER_UNREACHABLE"
    | "NOT_READY"
    | "JOURNAL_UNWRITABLE";
  readonly reason?: string;
  readonly controller?: string;
  readonly assignments?: readonly string[];
  readonly request?: string;
};

export type ProcessingInformation = {
  readonly purposes: readonly {
    readonly purpose: { readonly sv: string; readonly en: string };
    readonly basis: readonly { readonly sv: string; readonly en: string }[];
  }[];
  readonly categories: readonly { readonly sv: string; readonly en: string }[];
  readonly recipients: readonly { readonly sv: string; readonly en: string }[];
  readonly retention: readonly { readonly sv: string; readonly en: string }[];
  readonly rights: readonly { readonly sv: string; readonly en: string }[];
  readonly complaint: { readonly sv: string; readonly en: string };
  readonly sources: readonly { readonly sv: string; readonly en: string }[];
  readonly automatedDecisions: { readonly sv: string; readonly en: string };
  readonly transfers: readonly { readonly sv: string; readonly en: string }[];
};

export type ProposedDisposal = DisposalList & { readonly more?: true };

export type Received = {
  readonly id: string;
  readonly status: "receiving" | "submitted";
  readonly blobs: readonly {
    readonly id: string;
    readonly size: number;
    readonly state: "missing" | "stored" | "destroyed";
  }[];
};

export type RecordOfProcessing = {
  readonly controller: string;
  readonly lang: string;
  readonly asOf: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly missing: readonly { readonly code: string; readonly activity: string; readonly message: string }[];
};

export type Request = RequestSummary & {
  readonly app: string;
  readonly allowed: readonly string[];
  readonly yours: readonly string[];
  readonly trace: readonly {
    readonly rule: string;
    readonly from: string;
    readonly to: string;
    readonly law: { readonly act: string; readonly at: string; readonly grade: string };
  }[];
  readonly history: readonly { readonly type: string; readonly at: string; readonly by: string }[];
  readonly kind: string;
  readonly regime: string;
  readonly channel: string;
  readonly identity: string;
  readonly assuranceNeeded: number;
  readonly extended: boolean;
  readonly recordRestricted: boolean;
  readonly disclosed: boolean;
  readonly executed: boolean;
  readonly protection: readonly string[];
  readonly sources: readonly { readonly source: string; readonly status: string }[];
  readonly items: readonly {
    readonly id: string;
    readonly section: string;
    readonly sha256: string;
    readonly outcome?: string;
    readonly spans?: readonly { readonly from: number; readonly to: number; readonly protects: string }[];
    readonly harm?: { readonly provision: string; readonly test: string };
  }[];
  readonly recipients: readonly { readonly ref: string; readonly status: string }[];
  readonly holds: readonly string[];
  readonly outcomes: readonly string[];
  readonly provisions: readonly {
    readonly id: string;
    readonly tests: readonly string[];
    readonly law: string;
    readonly text: { readonly sv: string; readonly en: string };
  }[];
  readonly channels: readonly string[];
  readonly ground?: string;
  readonly fee?: number;
  readonly replyBy?: string;
  readonly draft?: { readonly digest: string; readonly outcome: string; readonly words: string };
  readonly decision?: {
    readonly digest: string;
    readonly outcome: string;
    readonly signedOn: string;
    readonly delegation: string;
    readonly findings: readonly string[];
  };
  readonly sealed?: { readonly manifest: string; readonly recipientKey: string };
  readonly servedOn?: string;
  readonly appealLastDay?: string;
  readonly liftOn?: string;
  readonly words: readonly {
    readonly id: string;
    readonly digest: string;
    readonly kind: string;
    readonly at: string;
    readonly by: string;
  }[];
  readonly letters: readonly { readonly id: string; readonly at: string }[];
  readonly keys?: Dsse;
  readonly export?: {
    readonly id: string;
    readonly keptAt: string;
    readonly expires: string;
    readonly fetchedAt?: string;
  };
  readonly erasure?: {
    readonly keeps: boolean;
    readonly rule?: string;
    readonly law: readonly { readonly act: string; readonly at: string }[];
    readonly reasons: readonly { readonly sv: string; readonly en: string }[];
  };
};

export type RequestCommand =
  | { readonly type: "ForwardToController"; readonly to: string }
  | {
      readonly type: "RecordProtection";
      readonly protection: readonly (
        | "sekretessmarkering"
        | "skyddad-folkbokforing"
        | "fingerade-uppgifter"
        | "internal"
      )[];
    }
  | { readonly type: "BlockGuardian"; readonly reason: string }
  | {
      readonly type: "AskIdentity";
      readonly doubt: "identity" | "authority";
      readonly reason: string;
      readonly replyBy: string;
    }
  | {
      readonly type: "AcceptIdentity";
      readonly assurance: 2 | 3 | 4;
      readonly method:
        | "eid"
        | "id-document"
        | "known"
        | "receipt-key"
        | "attestation"
        | "protected-procedure";
      readonly subject?: string;
      readonly authority?:
        | { readonly kind: "self" }
        | {
            readonly kind: "child";
            readonly age: number;
            readonly mature?: boolean;
            readonly evidence?: string;
          }
        | {
            readonly kind: "guardian";
            readonly childAge: number;
            readonly evidence: string;
            readonly both?: boolean;
            readonly childAgrees?: boolean;
          }
        | { readonly kind: "trustee"; readonly evidence: string; readonly covers: boolean }
        | { readonly kind: "proxy"; readonly evidence: string }
        | { readonly kind: "parent-without-custody"; readonly childAge: number };
    }
  | { readonly type: "RejectIdentity"; readonly reason: string }
  | { readonly type: "LapseIdentity"; readonly reason: string }
  | { readonly type: "AskScope"; readonly reason: string }
  | { readonly type: "AnswerScope"; readonly answer: string }
  | { readonly type: "AnnounceFee"; readonly reason: string; readonly amountSek: number }
  | {
      readonly type: "AssertUnfounded";
      readonly ground: "manifestly-unfounded" | "excessive";
      readonly measure: "refuse" | "fee";
      readonly reason: string;
    }
  | { readonly type: "Triage"; readonly sources: readonly string[] }
  | { readonly type: "RecordNoData"; readonly reason: string }
  | { readonly type: "ExtendDeadline"; readonly ground: "complexity" | "number"; readonly reason: string }
  | {
      readonly type: "AnswerSource";
      readonly source: string;
      readonly items: readonly {
        readonly id: string;
        readonly section: string;
        readonly sha256: string;
        readonly mentions?: readonly {
          readonly ref: string;
          readonly as: "third-party" | "reporter" | "protected";
        }[];
      }[];
      readonly recipients?: readonly string[];
    }
  | { readonly type: "WriteOffSource"; readonly source: string; readonly reason: string }
  | { readonly type: "CompleteSources" }
  | {
      readonly type: "AssessItem";
      readonly item: string;
      readonly outcome:
        | {
            readonly kind: "disclose";
            readonly considered?: {
              readonly provision:
                | "osl-26-1"
                | "osl-26-2"
                | "osl-26-4"
                | "osl-26-5"
                | "osl-12-3"
                | "osl-10-3"
                | "osl-21-1"
                | "osl-21-3"
                | "osl-21-3a"
                | "osl-21-7"
                | "osl-22-1"
                | "osl-22-2"
                | "sol-17-11"
                | "lss-29"
                | "psl-6-12"
                | "gdpr-15-4"
                | "dsl-5-1"
                | "dsl-5-2"
                | "gdpr-20-4"
                | "gdpr-20-3"
                | "gdpr-17-3-b"
                | "gdpr-17-3-d"
                | "gdpr-17-3-e"
                | "sol-16-1"
                | "sol-17-2"
                | "bfl-7-2"
                | "gdpr-16"
                | "sol-14-6"
                | "gdpr-18-1"
                | "gdpr-21-1"
                | "lag-2001-454-6";
              readonly test: "straight" | "reverse" | "absolute";
              readonly reasoning: string;
            };
          }
        | {
            readonly kind: "redact";
            readonly spans: readonly {
              readonly from: number;
              readonly to: number;
              readonly protects: string;
            }[];
            readonly harm: {
              readonly provision:
                | "osl-26-1"
                | "osl-26-2"
                | "osl-26-4"
                | "osl-26-5"
                | "osl-12-3"
                | "osl-10-3"
                | "osl-21-1"
                | "osl-21-3"
                | "osl-21-3a"
                | "osl-21-7"
                | "osl-22-1"
                | "osl-22-2"
                | "sol-17-11"
                | "lss-29"
                | "psl-6-12"
                | "gdpr-15-4"
                | "dsl-5-1"
                | "dsl-5-2"
                | "gdpr-20-4"
                | "gdpr-20-3"
                | "gdpr-17-3-b"
                | "gdpr-17-3-d"
                | "gdpr-17-3-e"
                | "sol-16-1"
                | "sol-17-2"
                | "bfl-7-2"
                | "gdpr-16"
                | "sol-14-6"
                | "gdpr-18-1"
                | "gdpr-21-1"
                | "lag-2001-454-6";
              readonly test: "straight" | "reverse" | "absolute";
              readonly reasoning: string;
            };
          }
        | {
            readonly kind: "deidentify";
            readonly spans: readonly {
              readonly from: number;
              readonly to: number;
              readonly protects: string;
            }[];
            readonly harm: {
              readonly provision:
                | "osl-26-1"
                | "osl-26-2"
                | "osl-26-4"
                | "osl-26-5"
                | "osl-12-3"
                | "osl-10-3"
                | "osl-21-1"
                | "osl-21-3"
                | "osl-21-3a"
                | "osl-21-7"
                | "osl-22-1"
                | "osl-22-2"
                | "sol-17-11"
                | "lss-29"
                | "psl-6-12"
                | "gdpr-15-4"
                | "dsl-5-1"
                | "dsl-5-2"
                | "gdpr-20-4"
                | "gdpr-20-3"
                | "gdpr-17-3-b"
                | "gdpr-17-3-d"
                | "gdpr-17-3-e"
                | "sol-16-1"
                | "sol-17-2"
                | "bfl-7-2"
                | "gdpr-16"
                | "sol-14-6"
                | "gdpr-18-1"
                | "gdpr-21-1"
                | "lag-2001-454-6";
              readonly test: "straight" | "reverse" | "absolute";
              readonly reasoning: string;
            };
          }
        | {
            readonly kind: "reserve";
            readonly condition: string;
            readonly harm: {
              readonly provision:
                | "osl-26-1"
                | "osl-26-2"
                | "osl-26-4"
                | "osl-26-5"
                | "osl-12-3"
                | "osl-10-3"
                | "osl-21-1"
                | "osl-21-3"
                | "osl-21-3a"
                | "osl-21-7"
                | "osl-22-1"
                | "osl-22-2"
                | "sol-17-11"
                | "lss-29"
                | "psl-6-12"
                | "gdpr-15-4"
                | "dsl-5-1"
                | "dsl-5-2"
                | "gdpr-20-4"
                | "gdpr-20-3"
                | "gdpr-17-3-b"
                | "gdpr-17-3-d"
                | "gdpr-17-3-e"
                | "sol-16-1"
                | "sol-17-2"
                | "bfl-7-2"
                | "gdpr-16"
                | "sol-14-6"
                | "gdpr-18-1"
                | "gdpr-21-1"
                | "lag-2001-454-6";
              readonly test: "straight" | "reverse" | "absolute";
              readonly reasoning: string;
            };
          }
        | {
            readonly kind: "withhold";
            readonly harm: {
              readonly provision:
                | "osl-26-1"
                | "osl-26-2"
                | "osl-26-4"
                | "osl-26-5"
                | "osl-12-3"
                | "osl-10-3"
                | "osl-21-1"
                | "osl-21-3"
                | "osl-21-3a"
                | "osl-21-7"
                | "osl-22-1"
                | "osl-22-2"
                | "sol-17-11"
                | "lss-29"
                | "psl-6-12"
                | "gdpr-15-4"
                | "dsl-5-1"
                | "dsl-5-2"
                | "gdpr-20-4"
                | "gdpr-20-3"
                | "gdpr-17-3-b"
                | "gdpr-17-3-d"
                | "gdpr-17-3-e"
                | "sol-16-1"
                | "sol-17-2"
                | "bfl-7-2"
                | "gdpr-16"
                | "sol-14-6"
                | "gdpr-18-1"
                | "gdpr-21-1"
                | "lag-2001-454-6";
              readonly test: "straight" | "reverse" | "absolute";
              readonly reasoning: string;
            };
          }
        | { readonly kind: "erase" }
        | { readonly kind: "rectify" }
        | { readonly kind: "restrict" }
        | { readonly kind: "stop" }
        | {
            readonly kind: "keep";
            readonly harm: {
              readonly provision:
                | "osl-26-1"
                | "osl-26-2"
                | "osl-26-4"
                | "osl-26-5"
                | "osl-12-3"
                | "osl-10-3"
                | "osl-21-1"
                | "osl-21-3"
                | "osl-21-3a"
                | "osl-21-7"
                | "osl-22-1"
                | "osl-22-2"
                | "sol-17-11"
                | "lss-29"
                | "psl-6-12"
                | "gdpr-15-4"
                | "dsl-5-1"
                | "dsl-5-2"
                | "gdpr-20-4"
                | "gdpr-20-3"
                | "gdpr-17-3-b"
                | "gdpr-17-3-d"
                | "gdpr-17-3-e"
                | "sol-16-1"
                | "sol-17-2"
                | "bfl-7-2"
                | "gdpr-16"
                | "sol-14-6"
                | "gdpr-18-1"
                | "gdpr-21-1"
                | "lag-2001-454-6";
              readonly test: "straight" | "reverse" | "absolute";
              readonly reasoning: string;
            };
            readonly disputeNoted?: boolean;
          };
    }
  | { readonly type: "CompleteReview" }
  | { readonly type: "ReopenReview"; readonly reason: string }
  | { readonly type: "DraftDecision"; readonly words: string }
  | { readonly type: "SignDecision"; readonly decision: string; readonly delegation: string }
  | { readonly type: "HandToIvo"; readonly opinion: string }
  | {
      readonly type: "RecordIvoDecision";
      readonly releases: "all" | "part" | "none";
      readonly decision: string;
    }
  | { readonly type: "PlaceHold"; readonly hold: string; readonly reason: string }
  | { readonly type: "ReleaseHold"; readonly hold: string; readonly reason: string }
  | {
      readonly type: "SealPackage";
      readonly manifest: string;
      readonly decision: string;
      readonly recipientKey: string;
    }
  | {
      readonly type: "ExecuteMeasure";
      readonly measure: "rectified" | "restricted" | "stopped" | "dispute-noted";
    }
  | { readonly type: "NotifyRecipient"; readonly recipient: string }
  | { readonly type: "RecordAcknowledgement"; readonly recipient: string; readonly acknowledgement: string }
  | { readonly type: "ExcuseNotice"; readonly recipient: string; readonly reason: string }
  | {
      readonly type: "Disclose";
      readonly manifest: string;
      readonly channel:
        | "self-service"
        | "secure-mailbox"
        | "registered-letter"
        | "letter"
        | "in-person"
        | "through-skatteverket";
    }
  | {
      readonly type: "ServeDecision";
      readonly servedOn: string;
      readonly channel:
        | "self-service"
        | "secure-mailbox"
        | "registered-letter"
        | "letter"
        | "in-person"
        | "through-skatteverket";
    }
  | {
      readonly type: "ReceiveAppeal";
      readonly receivedOn: string;
      readonly excuse?: "wrong-notice" | "reached-court";
    }
  | { readonly type: "DismissAppeal"; readonly reason: string }
  | { readonly type: "ChangeDecision"; readonly reason: string }
  | { readonly type: "RecordCourtUpheld"; readonly judgment: string }
  | { readonly type: "RecordCourtRemanded"; readonly judgment: string }
  | { readonly type: "RecordComplaint"; readonly filedOn: string }
  | { readonly type: "SettleComplaint"; readonly settledOn: string }
  | { readonly type: "AnnounceLifting"; readonly liftOn: string }
  | { readonly type: "LiftRestriction" }
  | { readonly type: "ForwardToCourt" }
  | { readonly type: "LapseAppeal" }
  | { readonly type: "WithdrawRequest" }
  | { readonly type: "CloseCase" };

export type RequestSummary = {
  readonly id: string;
  readonly application: string;
  readonly right: string;
  readonly status: string;
  readonly received: string;
  readonly lastDay: string;
  readonly restricted: boolean;
};

export type RetentionFacts = {
  readonly recordType?: "application" | "case-file";
  readonly documentFrom?:
    | "general"
    | "paternity"
    | "adoption"
    | "child-placement"
    | "child-inquiry"
    | "no-inquiry-decision";
  readonly placementForm?:
    | "family-home"
    | "hvb"
    | "supported-housing"
    | "sheltered-housing"
    | "special-support-housing"
    | "other-private-home";
  readonly subjectIsChild?: boolean;
  readonly subjectBirthDay?: number;
  readonly municipality?: string;
  readonly transferAgreement?: boolean;
};

export type RetentionPlan = {
  readonly asOf: string;
  readonly dispositions: readonly PlannedDisposition[];
  readonly next?: string;
};

export type SealedEnvelope = { readonly manifest: Dsse; readonly keyring: Keyring };

export type SealedWords = {
  readonly manifest: Dsse;
  readonly keyring: Keyring;
  readonly blobs: { readonly words: string };
};

export type Session = {
  readonly user: {
    readonly name: string;
    readonly role: string;
    readonly ref: string;
    readonly unit?: string;
    readonly controller: string;
    readonly controllerName: string;
  };
  readonly csrf: string;
};

export type Submission = {
  readonly manifest: Dsse;
  readonly keyring: Keyring;
  readonly facts: {
    readonly assignments: readonly ("family-home" | "emergency-home" | "contact-person" | "contact-family")[];
    readonly noticeVersion: string;
    readonly lang: "sv" | "en";
  };
  readonly blobs?: Readonly<Record<string, string>>;
};

export type Transfer = {
  readonly id: string;
  readonly sender: string;
  readonly senderName: string;
  readonly receiver: string;
  readonly receiverName: string;
  readonly record: string;
  readonly offeredAt: string;
  readonly state: "offered" | "accepted" | "declined" | "withdrawn";
};

export type TransferDetail = Transfer & {
  readonly manifest: TransferManifest;
  readonly basis: { readonly sv: string; readonly en: string };
  readonly envelopes: readonly {
    readonly id: string;
    readonly kind: "application" | "assessment" | "decision";
    readonly digest: string;
  }[];
  readonly sealedFor: string;
  readonly history: readonly { readonly type: string; readonly at: string }[];
  readonly app?: string;
  readonly gone: boolean;
  readonly number?: string;
  readonly words?: SealedWords;
  readonly log: {
    readonly index: number;
    readonly size: number;
    readonly checkpoint: string;
    readonly key: string;
    readonly inclusion: readonly string[];
    readonly entry: string;
    readonly handovers: LogHandovers;
  };
};

export type TransferManifest = {
  readonly format: "tillit-transfer/1";
  readonly list: string;
  readonly receiver: string;
  readonly entries: readonly {
    readonly record: string;
    readonly status: string;
    readonly date: string;
    readonly reference: string;
    readonly checksum: { readonly alg: string; readonly value: string };
  }[];
};

/** The routes by their tag in the document, in the form that hono/client reads. */
export type Routes = {
  Applicant: {
    "/api/applications": {
      $post:
        | { input: { json: Submission }; output: Received; outputFormat: "json"; status: 200 }
        | { input: { json: Submission }; output: Received; outputFormat: "json"; status: 201 };
    };
    "/api/applications/:record/blobs/:section": {
      $get: {
        input: { param: { record: string; section: string } };
        output: { readonly offset: number; readonly size: number; readonly complete: boolean };
        outputFormat: "json";
        status: 200;
      };
      $patch:
        | {
            input: { param: { record: string; section: string } };
            output: { readonly status: "submitted" };
            outputFormat: "json";
            status: 200;
          }
        | {
            input: { param: { record: string; section: string } };
            output: null;
            outputFormat: "body";
            status: 204;
          };
      $put:
        | {
            input: { param: { record: string; section: string } };
            output: { readonly status: "submitted" };
            outputFormat: "json";
            status: 200;
          }
        | {
            input: { param: { record: string; section: string } };
            output: null;
            outputFormat: "body";
            status: 204;
          };
    };
  };
  Desk: {
    "/api/desk/applications": {
      $get: {
        input: { query?: { limit?: string; after?: string; records?: string } };
        output: { readonly applications: readonly InboxRow[]; readonly next?: string };
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/desk/applications/:id": {
      $get: {
        input: { param: { id: string }; query?: { lang?: "sv" | "en" } };
        output: Case;
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/desk/applications/:id/assessment": {
      $post: {
        input: {
          param: { id: string };
          json: { readonly outcome: "proceed" | "needs-talk" | "decline"; readonly words: SealedWords };
        };
        output: { readonly id: string; readonly at: string };
        outputFormat: "json";
        status: 201;
      };
    };
    "/api/desk/applications/:id/blobs/:section": {
      $get: {
        input: {
          param: { id: string; section: string };
          query?: { purpose?: "consent" | "legal-claims" | "rights-of-others" | "public-interest" };
        };
        output: null;
        outputFormat: "body";
        status: 200;
      };
    };
    "/api/desk/applications/:id/consents": {
      $get: {
        input: { param: { id: string }; query?: { lang?: "sv" | "en" } };
        output: { readonly consents: readonly OwnConsent[] };
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/desk/applications/:id/decision": {
      $post: {
        input: {
          param: { id: string };
          json: { readonly outcome: "approved" | "declined"; readonly words: SealedWords };
        };
        output: { readonly id: string; readonly at: string };
        outputFormat: "json";
        status: 201;
      };
    };
    "/api/desk/applications/:id/envelope": {
      $get: {
        input: {
          param: { id: string };
          query?: { purpose?: "consent" | "legal-claims" | "rights-of-others" | "public-interest" };
        };
        output: SealedEnvelope;
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/desk/applications/:id/placement": {
      $post: {
        input: { param: { id: string }; json: Placement };
        output: null;
        outputFormat: "body";
        status: 204;
      };
    };
    "/api/desk/applications/:id/words/:words": {
      $get: {
        input: {
          param: { id: string; words: string };
          query?: { purpose?: "consent" | "legal-claims" | "rights-of-others" | "public-interest" };
        };
        output: SealedWords;
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/desk/colleagues": {
      $get: {
        input: {};
        output: { readonly units: readonly string[]; readonly colleagues: readonly Colleague[] };
        outputFormat: "json";
        status: 200;
      };
    };
  };
  Disposal: {
    "/api/desk/applications/:id/recipients": {
      $get: {
        input: { param: { id: string } };
        output: { readonly recipients: readonly Disclosure[] };
        outputFormat: "json";
        status: 200;
      };
      $post: {
        input: { param: { id: string }; json: Disclosure };
        output: null;
        outputFormat: "body";
        status: 204;
      };
    };
    "/api/desk/disposals": {
      $get: {
        input: { query?: { lang?: "sv" | "en" } };
        output: { readonly disposals: readonly DisposalList[] };
        outputFormat: "json";
        status: 200;
      };
      $post: {
        input: { query?: { lang?: "sv" | "en"; dryRun?: "true" | "false" } };
        output: ProposedDisposal;
        outputFormat: "json";
        status: 201;
      };
    };
    "/api/desk/disposals/:id": {
      $get: {
        input: { param: { id: string }; query?: { lang?: "sv" | "en" } };
        output: DisposalListWithWords;
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/desk/disposals/:id/certificate": {
      $get: {
        input: { param: { id: string } };
        output: DisposalCertificate;
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/desk/disposals/:id/execution": {
      $post: {
        input: { param: { id: string }; query?: { lang?: "sv" | "en"; dryRun?: "true" | "false" } };
        output: DisposalList;
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/desk/disposals/:id/notices": {
      $get: {
        input: { param: { id: string } };
        output: { readonly notices: readonly DisposalNotice[] };
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/desk/disposals/:id/notices/:notice/settlement": {
      $post: {
        input: {
          param: { id: string; notice: string };
          json: { readonly how: "sent" | "impossible" | "disproportionate" };
        };
        output: null;
        outputFormat: "body";
        status: 204;
      };
    };
    "/api/desk/disposals/:id/review": {
      $post: {
        input: { param: { id: string }; query?: { lang?: "sv" | "en" }; json: DisposalReview };
        output: DisposalListWithWords;
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/desk/disposals/:id/words/:words": {
      $get: {
        input: {
          param: { id: string; words: string };
          query?: { purpose?: "consent" | "legal-claims" | "rights-of-others" | "public-interest" };
        };
        output: SealedWords;
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/desk/keeps/:record/release": {
      $post: {
        input: { param: { record: string } };
        output: { readonly record: string; readonly list: string; readonly until: string };
        outputFormat: "json";
        status: 200;
      };
    };
  };
  Keys: {
    "/api/desk/keys": {
      $post: {
        input: { json: { readonly document: Dsse } };
        output: { readonly seq: number };
        outputFormat: "json";
        status: 201;
      };
    };
  };
  Log: {
    "/api/desk/applications/:id/access-flags": {
      $post: {
        input: { param: { id: string }; json: { readonly flag: "own-name-like" | "same-address-like" } };
        output: null;
        outputFormat: "body";
        status: 204;
      };
    };
    "/api/desk/audit/accesses": {
      $get: {
        input: { query?: { from?: string; limit?: string } };
        output: { readonly next: number; readonly accesses: readonly Access[] };
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/desk/audit/checkpoint": {
      $get: {
        input: {};
        output: { readonly size: number; readonly checkpoint: string; readonly key: string };
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/desk/audit/consistency": {
      $get: {
        input: { query?: { first?: string; second?: string } };
        output: { readonly first: number; readonly second: number; readonly proof: readonly string[] };
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/desk/audit/inclusion": {
      $get: {
        input: { query?: { index?: string; size?: string } };
        output: { readonly index: number; readonly size: number; readonly proof: readonly string[] };
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/desk/audit/log": { $get: { input: {}; output: null; outputFormat: "body"; status: 200 } };
    "/api/desk/audit/reviews": {
      $get: {
        input: {};
        output: {
          readonly reviews: readonly AccessReview[];
          readonly overdue: readonly {
            readonly unit?: string;
            readonly coveredTo: string;
            readonly days: number;
          }[];
        };
        outputFormat: "json";
        status: 200;
      };
      $post: {
        input: { json: { readonly until?: string; readonly dryRun?: boolean } };
        output: DrawnReview;
        outputFormat: "json";
        status: 201;
      };
    };
    "/api/desk/audit/reviews/:id": {
      $get: {
        input: { param: { id: string } };
        output: AccessReviewDetail;
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/desk/audit/reviews/:id/accesses/:seq": {
      $post: {
        input: {
          param: { id: string; seq?: string };
          json: {
            readonly verdict: "in-order" | "to-be-explained" | "reported";
            readonly words?: SealedWords;
          };
        };
        output: {
          readonly status: "none" | "open" | "signed";
          readonly verdicts: {
            readonly "in-order": number;
            readonly "to-be-explained": number;
            readonly reported: number;
          };
        };
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/desk/audit/reviews/:id/signature": {
      $post: {
        input: { param: { id: string } };
        output: {
          readonly status: "none" | "open" | "signed";
          readonly verdicts: {
            readonly "in-order": number;
            readonly "to-be-explained": number;
            readonly reported: number;
          };
        };
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/desk/audit/reviews/:id/words/:words": {
      $get: {
        input: { param: { id: string; words: string } };
        output: SealedWords;
        outputFormat: "json";
        status: 200;
      };
    };
  };
  "My pages": {
    "/api/mine/applications/:app": {
      $get: {
        input: { param: { app: string } };
        output: {
          readonly applications: readonly OwnApplication[];
          readonly disposed: readonly DisposedPart[];
        };
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/mine/applications/:app/challenge": {
      $post: {
        input: { param: { app: string } };
        output: { readonly nonce: string; readonly expires: string; readonly cids: readonly string[] };
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/mine/applications/:app/envelopes/:record": {
      $get: {
        input: { param: { app: string; record: string } };
        output: SealedEnvelope;
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/mine/applications/:app/envelopes/:record/accesses": {
      $get: {
        input: { param: { app: string; record: string } };
        output: {
          readonly accesses: readonly {
            readonly at: string;
            readonly role: string;
            readonly part: string;
            readonly purpose: string;
            readonly restricted?: string;
          }[];
        };
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/mine/applications/:app/envelopes/:record/blobs/:section": {
      $get: {
        input: { param: { app: string; record: string; section: string } };
        output: null;
        outputFormat: "body";
        status: 200;
      };
    };
    "/api/mine/applications/:app/session": {
      $post: {
        input: {
          param: { app: string };
          json: { readonly cid: string; readonly nonce: string; readonly proof: string };
        };
        output: { readonly token: string; readonly expires: string };
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/mine/applications/:app/withdrawal": {
      $post: {
        input: { param: { app: string }; json: { readonly statement: Dsse } };
        output: { readonly status: "withdrawn" };
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/mine/consents": {
      $get: {
        input: { query?: { lang?: "sv" | "en" } };
        output: { readonly consents: readonly OwnConsent[] };
        outputFormat: "json";
        status: 200;
      };
      $post: {
        input: {
          query?: { lang?: "sv" | "en" };
          json: {
            readonly application: string;
            readonly purpose: string;
            readonly act: "give" | "refuse" | "withdraw";
            readonly notice: string;
          };
        };
        output: {
          readonly purpose: string;
          readonly state: string;
          readonly usable: boolean;
          readonly since?: string;
          readonly history: readonly { readonly type: string; readonly at: string }[];
          readonly stops: readonly { readonly title: string; readonly reason: string }[];
          readonly goesOn: readonly { readonly title: string; readonly reason: string }[];
        };
        outputFormat: "json";
        status: 201;
      };
    };
    "/api/mine/eid": {
      $get: { input: {}; output: { readonly offered: boolean }; outputFormat: "json"; status: 200 };
    };
    "/api/mine/eid/callback": { $get: { input: {}; output: null; outputFormat: "body"; status: 302 } };
    "/api/mine/eid/link": {
      $delete: { input: {}; output: null; outputFormat: "body"; status: 204 };
      $get: { input: {}; output: { readonly linked: boolean }; outputFormat: "json"; status: 200 };
      $post: { input: {}; output: { readonly url: string }; outputFormat: "json"; status: 200 };
    };
    "/api/mine/eid/login": { $get: { input: {}; output: null; outputFormat: "body"; status: 302 } };
    "/api/mine/eid/session": {
      $post: {
        input: {};
        output: {
          readonly applications: readonly {
            readonly app: string;
            readonly token: string;
            readonly expires: string;
          }[];
        };
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/mine/eid/withdrawals": {
      $post: {
        input: { json: { readonly application: string } };
        output: { readonly status: "withdrawn" };
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/mine/requests": {
      $post: {
        input: {
          json: {
            readonly application: string;
            readonly right:
              | "access"
              | "rectification"
              | "erasure"
              | "restriction"
              | "objection"
              | "portability";
            readonly keys?: Dsse;
          };
        };
        output: RequestSummary;
        outputFormat: "json";
        status: 201;
      };
    };
    "/api/mine/requests/:id": {
      $get: { input: { param: { id: string } }; output: OwnRequest; outputFormat: "json"; status: 200 };
    };
    "/api/mine/requests/:id/export": {
      $get: {
        input: { param: { id: string } };
        output: SealedEnvelope & { readonly expires: string };
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/mine/requests/:id/export/blobs/:section": {
      $get: {
        input: { param: { id: string; section: string } };
        output: null;
        outputFormat: "body";
        status: 200;
      };
    };
    "/api/mine/requests/:id/export/proof": {
      $get: { input: { param: { id: string } }; output: AnswerProof; outputFormat: "json"; status: 200 };
    };
    "/api/mine/requests/:id/words": {
      $post: {
        input: {
          param: { id: string };
          json: { readonly kind: "wish" | "answer" | "dispute"; readonly words: SealedWords };
        };
        output: { readonly id: string; readonly digest: string; readonly at: string };
        outputFormat: "json";
        status: 201;
      };
    };
    "/api/mine/requests/:id/words/:words": {
      $get: {
        input: { param: { id: string; words: string } };
        output: SealedWords;
        outputFormat: "json";
        status: 200;
      };
    };
  };
  Operation: {
    "/healthz": { $get: { input: {}; output: { readonly status: "ok" }; outputFormat: "json"; status: 200 } };
    "/metrics": { $get: { input: {}; output: null; outputFormat: "body"; status: 200 } };
    "/readyz": { $get: { input: {}; output: { readonly status: "ok" }; outputFormat: "json"; status: 200 } };
  };
  Public: {
    "/api/controllers": {
      $get: {
        input: {};
        output: { readonly controllers: readonly Controller[] };
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/controllers/:id/consents": {
      $get: {
        input: { param: { id: string }; query?: { lang?: "sv" | "en" } };
        output: { readonly consents: readonly Consent[] };
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/controllers/:id/keys": {
      $get: {
        input: { param: { id: string } };
        output: { readonly document: Dsse };
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/controllers/:id/notice": {
      $get: {
        input: { param: { id: string }; query?: { lang?: "sv" | "en" } };
        output: Notice;
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/controllers/:id/notice/versions": {
      $get: {
        input: { param: { id: string } };
        output: {
          readonly current: string;
          readonly versions: readonly {
            readonly version: string;
            readonly since: string;
            readonly until?: string;
          }[];
        };
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/keys/checkpoint": {
      $get: {
        input: {};
        output: { readonly size: number; readonly checkpoint: string; readonly key: string };
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/keys/consistency": {
      $get: {
        input: { query?: { first?: string; second?: string } };
        output: { readonly first: number; readonly second: number; readonly proof: readonly string[] };
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/keys/entries": {
      $get: {
        input: { query?: { from?: string; limit?: string } };
        output: {
          readonly size: number;
          readonly next: number;
          readonly entries: readonly { readonly index: number; readonly entry: string }[];
        };
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/keys/inclusion": {
      $get: {
        input: { query: { controller: string; seq?: string } };
        output: {
          readonly index: number;
          readonly entry: string;
          readonly size: number;
          readonly proof: readonly string[];
          readonly checkpoint: string;
          readonly key: string;
          readonly handovers: LogHandovers;
        };
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/keys/log": { $get: { input: {}; output: null; outputFormat: "body"; status: 200 } };
  };
  Register: {
    "/api/desk/record-of-processing": {
      $get: {
        input: { query?: { lang?: "sv" | "en" } };
        output: RecordOfProcessing;
        outputFormat: "json";
        status: 200;
      };
    };
  };
  Requests: {
    "/api/desk/request-alerts": {
      $get: {
        input: { query?: { limit?: string; after?: string } };
        output: {
          readonly asOf: string;
          readonly late: readonly RequestSummary[];
          readonly near: readonly RequestSummary[];
          readonly next?: string;
        };
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/desk/requests": {
      $get: {
        input: { query?: { limit?: string; after?: string } };
        output: { readonly requests: readonly ListedRequest[]; readonly next?: string };
        outputFormat: "json";
        status: 200;
      };
      $post: {
        input: {
          json: {
            readonly application: string;
            readonly right:
              | "access"
              | "rectification"
              | "erasure"
              | "restriction"
              | "objection"
              | "portability";
            readonly channel: "form" | "email" | "letter" | "letterbox" | "phone" | "in-person";
            readonly receivedOn: string;
          };
        };
        output: RequestSummary;
        outputFormat: "json";
        status: 201;
      };
    };
    "/api/desk/requests/:id": {
      $get: { input: { param: { id: string } }; output: Request; outputFormat: "json"; status: 200 };
    };
    "/api/desk/requests/:id/collection": {
      $post: { input: { param: { id: string } }; output: RequestSummary; outputFormat: "json"; status: 200 };
    };
    "/api/desk/requests/:id/commands": {
      $post: {
        input: { param: { id: string }; json: RequestCommand };
        output: RequestSummary;
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/desk/requests/:id/erasure": {
      $post: { input: { param: { id: string } }; output: RequestSummary; outputFormat: "json"; status: 200 };
    };
    "/api/desk/requests/:id/export": {
      $post: {
        input: {
          param: { id: string };
          json: { readonly manifest: Dsse; readonly keyring: Keyring; readonly package: string };
        };
        output: {
          readonly id: string;
          readonly blobs: readonly {
            readonly id: string;
            readonly size: number;
            readonly state: "missing" | "stored";
          }[];
        };
        outputFormat: "json";
        status: 201;
      };
    };
    "/api/desk/requests/:id/export/:record/blobs/:section": {
      $put: {
        input: { param: { id: string; record: string; section: string } };
        output: { readonly status: "stored" | "kept" };
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/desk/requests/:id/information": {
      $get: {
        input: { param: { id: string } };
        output: ProcessingInformation;
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/desk/requests/:id/words": {
      $post: {
        input: {
          param: { id: string };
          json: {
            readonly kind:
              | "wish"
              | "answer"
              | "identity-note"
              | "reason"
              | "secrecy-test"
              | "grounds"
              | "opinion"
              | "letter"
              | "dispute";
            readonly words: SealedWords;
          };
        };
        output: { readonly id: string; readonly digest: string; readonly at: string };
        outputFormat: "json";
        status: 201;
      };
    };
    "/api/desk/requests/:id/words/:words": {
      $get: {
        input: { param: { id: string; words: string } };
        output: SealedWords;
        outputFormat: "json";
        status: 200;
      };
    };
  };
  Retention: {
    "/api/desk/applications/:id/retention-facts": {
      $post: {
        input: { param: { id: string }; json: RetentionFacts };
        output: null;
        outputFormat: "body";
        status: 204;
      };
    };
    "/api/desk/holds": {
      $get: {
        input: { query?: { limit?: string; after?: string; lang?: "sv" | "en" } };
        output: { readonly holds: readonly Hold[]; readonly next?: string };
        outputFormat: "json";
        status: 200;
      };
      $post: {
        input: {
          json: {
            readonly id: string;
            readonly ground: "supervision" | "appeal" | "damages" | "research" | "investigation";
            readonly scope: HoldScope;
            readonly words?: SealedWords;
            readonly dryRun?: boolean;
          };
        };
        output: PlacedHold;
        outputFormat: "json";
        status: 201;
      };
    };
    "/api/desk/holds/:id/release": {
      $post: {
        input: { param: { id: string }; json: { readonly dryRun?: boolean } };
        output: { readonly dryRun: boolean; readonly id: string; readonly records: number };
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/desk/holds/:id/words": {
      $get: {
        input: {
          param: { id: string };
          query?: { purpose?: "consent" | "legal-claims" | "rights-of-others" | "public-interest" };
        };
        output: SealedWords;
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/desk/retention/due": {
      $get: {
        input: { query?: { until?: string; after?: string } };
        output: {
          readonly asOf: string;
          readonly until: string;
          readonly due: readonly PlannedRecord[];
          readonly held: readonly PlannedRecord[];
          readonly unsettled: readonly PlannedRecord[];
          readonly next?: string;
        };
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/desk/retention/plan": {
      $get: {
        input: { query?: { lang?: "sv" | "en"; after?: string } };
        output: RetentionPlan;
        outputFormat: "json";
        status: 200;
      };
    };
  };
  Session: {
    "/api/auth/backchannel-logout": { $post: { input: {}; output: null; outputFormat: "body"; status: 204 } };
    "/api/auth/callback": { $get: { input: {}; output: null; outputFormat: "body"; status: 302 } };
    "/api/auth/logged-out": { $get: { input: {}; output: null; outputFormat: "body"; status: 302 } };
    "/api/auth/login": { $get: { input: {}; output: null; outputFormat: "body"; status: 302 } };
    "/api/auth/logout": {
      $post:
        | { input: {}; output: { readonly url: string }; outputFormat: "json"; status: 200 }
        | { input: {}; output: null; outputFormat: "body"; status: 204 };
    };
    "/api/session": { $get: { input: {}; output: Session; outputFormat: "json"; status: 200 } };
  };
  Transfer: {
    "/api/desk/applications/:id/archive-metadata": {
      $get: { input: { param: { id: string } }; output: ArchiveMetadata; outputFormat: "json"; status: 200 };
    };
    "/api/desk/applications/:id/transfers": {
      $post: {
        input: {
          param: { id: string };
          json: {
            readonly receiver: string;
            readonly keyrings?: Readonly<Record<string, Keyring>>;
            readonly dryRun?: boolean;
          };
        };
        output: {
          readonly dryRun: boolean;
          readonly id?: string;
          readonly receiver: string;
          readonly manifest: TransferManifest;
          readonly basis: { readonly sv: string; readonly en: string };
          readonly envelopes: readonly {
            readonly id: string;
            readonly kind: "application" | "assessment" | "decision";
            readonly digest: string;
          }[];
        };
        outputFormat: "json";
        status: 201;
      };
    };
    "/api/desk/transfers": {
      $get: {
        input: { query?: { limit?: string; after?: string } };
        output: {
          readonly incoming: readonly Transfer[];
          readonly outgoing: readonly Transfer[];
          readonly next?: string;
        };
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/desk/transfers/:id": {
      $get: { input: { param: { id: string } }; output: TransferDetail; outputFormat: "json"; status: 200 };
    };
    "/api/desk/transfers/:id/acceptance": {
      $post: {
        input: { param: { id: string } };
        output: {
          readonly id: string;
          readonly record: string;
          readonly number: string;
          readonly index: number;
        };
        outputFormat: "json";
        status: 201;
      };
    };
    "/api/desk/transfers/:id/envelopes/:record": {
      $get: {
        input: { param: { id: string; record: string } };
        output: SealedEnvelope;
        outputFormat: "json";
        status: 200;
      };
    };
    "/api/desk/transfers/:id/refusal": {
      $post: {
        input: { param: { id: string }; json: { readonly words?: SealedWords } };
        output: null;
        outputFormat: "body";
        status: 204;
      };
    };
    "/api/desk/transfers/:id/withdrawal": {
      $post: { input: { param: { id: string } }; output: null; outputFormat: "body"; status: 204 };
    };
  };
};
