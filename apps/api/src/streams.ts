/** Every kind of stream in the log, and what can happen in it. A stream is named by its kind and whose it is. */
import type { AnswerEvents, ExportEvents, SubjectKeyEvents } from "./answers/events.ts";
import type { ConsentEvents } from "./consents/events.ts";
import type { NoticeEvents } from "./controllers/events.ts";
import type { DisclosureEvents, DisposalNoticeEvents } from "./disclosures/events.ts";
import type { CertificateEvents, DisposalEvents } from "./disposal/events.ts";
import type { ErasureEvents } from "./erasure/events.ts";
import type { KeepEvents } from "./extensions/events.ts";
import type { HoldEvents } from "./holds/events.ts";
import type { KeyDocumentEvents, KeyEvents } from "./keys/events.ts";
import type { LogKeyEvents } from "./log/events.ts";
import type { EidEvents } from "./mine/events.ts";
import type { AccessEvents, ApplicationEvents, PlacementEvents } from "./records/events.ts";
import type { RequestEvents, RequestWordsEvents } from "./requests/events.ts";
import type { RetentionFactEvents } from "./retention/stated-facts.ts";
import type { AccessFlagEvents, PlaceReviewEvents, ReviewEvents } from "./review/events.ts";
import type {
  HandoverEvents,
  TransferEvents,
  TransferExaminedEvents,
  TransferredEvents,
} from "./transfers/events.ts";

export interface Streams {
  readonly application: ApplicationEvents;
  readonly placement: PlacementEvents;
  readonly access: AccessEvents;
  readonly "access-flag": AccessFlagEvents;
  readonly eid: EidEvents;
  readonly request: RequestEvents;
  readonly "request-words": RequestWordsEvents;
  readonly "request-keys": SubjectKeyEvents;
  readonly export: ExportEvents;
  readonly answer: AnswerEvents;
  readonly erasure: ErasureEvents;
  readonly consent: ConsentEvents;
  readonly "retention-facts": RetentionFactEvents;
  readonly hold: HoldEvents;
  readonly keep: KeepEvents;
  readonly disposal: DisposalEvents;
  readonly certificate: CertificateEvents;
  readonly disclosure: DisclosureEvents;
  readonly "disposal-notice": DisposalNoticeEvents;
  readonly handover: HandoverEvents;
  readonly transfer: TransferEvents;
  readonly "transfer-examined": TransferExaminedEvents;
  readonly transferred: TransferredEvents;
  readonly review: ReviewEvents;
  readonly reviews: PlaceReviewEvents;
  readonly notice: NoticeEvents;
  readonly keys: KeyEvents;
  readonly "key-document": KeyDocumentEvents;
  readonly "log-key": LogKeyEvents;
}
