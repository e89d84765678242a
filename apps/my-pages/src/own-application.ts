/** What the receipt can do: prove itself, open the answers, withdraw. In the lazy part, with the cryptography. */
import {
  describeAnswers,
  type DescribedStep,
  type FileReference,
  fromSections,
  isSectionDocument,
  questionnaire,
  type QuestionnaireTexts,
  sealingContexts,
  type SectionAnswers,
  type SectionId,
  sectionIds,
} from "@tillit/application-case";
import {
  EnvelopeError,
  fromBase64Url,
  open,
  Receipt,
  toBase64Url,
  verify,
  type Opened,
} from "@tillit/crypto-envelope";
import { ApiProblem } from "@tillit/web-kit";
import {
  askChallenge,
  fetchBlob,
  fetchEnvelope,
  sendWithdrawal,
  startSession,
  type OwnApplication,
} from "./my-api.ts";

/** Why the receipt did not open anything. */
export type OpenFault = "malformed" | "unknown" | "refused";

export interface Session {
  readonly receipt: Receipt;
  readonly app: string;
  readonly token: string;
}

/** Proves possession of the receipt and gets a token. Network faults are thrown as they are. */
export async function openSession(text: string, origin: string): Promise<Session | OpenFault> {
  let receipt: Receipt;
  try {
    receipt = Receipt.parse(text);
  } catch (error) {
    if (error instanceof EnvelopeError) return "malformed";
    throw error;
  }
  const { app } = receipt;
  try {
    const { nonce, cids } = await askChallenge(app);
    for (const cid of cids) {
      const proof = toBase64Url(receipt.prove(fromBase64Url(cid), fromBase64Url(nonce), origin));
      try {
        const { token } = await startSession(app, { cid, nonce, proof });
        return { receipt, app, token };
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.temporary) throw error;
      }
    }
    return cids.length === 0 ? "unknown" : "refused";
  } catch (error) {
    if (error instanceof ApiProblem && (error.status === 404 || error.status === 400)) return "unknown";
    throw error;
  }
}

/** An application's answers, opened; files are fetched one by one. */
export interface OpenedAnswers {
  describe(texts: QuestionnaireTexts, yes: string): readonly DescribedStep[];
  readonly files: readonly FileReference[];
  /** Sections whose keys have been destroyed. */
  readonly gone: readonly string[];
  read(file: FileReference): Promise<Blob>;
}

async function openEnvelope(
  session: Session,
  { id, controller, sealedFor = controller }: OwnApplication,
): Promise<Opened> {
  const { manifest, keyring } = await fetchEnvelope(session.app, id, session.token);
  const verified = verify(manifest, {
    app: session.app,
    // A record that was handed over keeps the context it was sealed in.
    controller: sealedFor,
    ...sealingContexts.application,
  });
  return open(verified, keyring, await session.receipt.decapsulator());
}

/** Fetches and opens every written section. Throws EnvelopeError where the server gave something else. */
export async function openAnswers(session: Session, application: OwnApplication): Promise<OpenedAnswers> {
  const opened = await openEnvelope(session, application);
  const states = new Map(opened.sections.map(({ id, state }) => [id, state]));
  const sections: Partial<Record<SectionId, SectionAnswers>> = {};
  let files: readonly FileReference[] = [];
  const readSection = async (id: string): Promise<Uint8Array> =>
    opened.read(id, await fetchBlob(session.app, application.id, id, session.token));
  for (const id of sectionIds) {
    if (states.get(id) !== "readable") continue;
    const document: unknown = JSON.parse(new TextDecoder().decode(await readSection(id)));
    if (!isSectionDocument(document)) throw new EnvelopeError("FORMAT", "a section of another questionnaire");
    sections[id] = document.answers;
    if (document.files !== undefined) files = document.files;
  }
  return {
    describe: (texts, yes) => describeAnswers(questionnaire, texts, fromSections(sections), { yes }),
    files: files.filter(({ section }) => states.get(section) === "readable"),
    gone: [...states].filter(([, state]) => state === "shredded").map(([id]) => id),
    read: async ({ section }) => {
      const bytes = await readSection(section);
      // A file is saved, never shown: its own type would let a browser open it as a page.
      return new Blob([bytes.slice()], { type: "application/octet-stream" });
    },
  };
}

/** Signs with the receipt that the application is withdrawn, and sends that. */
export async function withdraw(session: Session, application: OwnApplication, now: string): Promise<void> {
  const { manifest } = await fetchEnvelope(session.app, application.id, session.token);
  await sendWithdrawal(session.app, session.receipt.withdraw(manifest, now));
}

/** Whether an error means that the sealed content is not what the applicant sent. */
export function isTampered(error: unknown): boolean {
  return error instanceof EnvelopeError || error instanceof SyntaxError;
}
