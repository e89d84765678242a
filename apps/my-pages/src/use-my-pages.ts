/** What My pages knows and can do. The cryptography is loaded at the first use of a receipt. */
import type { Language } from "@tillit/law-reference";
import type { FileReference } from "@tillit/application-case";
import { ApiProblem, saveFile, useSendingKey } from "@tillit/web-kit";
import { useEffect, useRef, useState } from "preact/hooks";
import { faultText } from "./fault-text.ts";
import { fetchOverview, type OwnApplication } from "./my-api.ts";
import type { OpenedAnswers, Session } from "./own-application.ts";
import { loadQuestions } from "./texts/load-texts.ts";
import type { MyTexts } from "./texts/my-texts.ts";
import { useIdle } from "./use-idle.ts";
import { dateText } from "./views/application-panel.tsx";
import type { AnswersState } from "./views/answers.tsx";

const crypto = (): Promise<typeof import("./own-application.ts")> => import("./own-application.ts");
const now = (): string => new Date().toISOString().replace(/\.\d+Z$/, "Z");

interface Message {
  readonly kind: "good" | "warn";
  readonly text: string;
}

export interface MyPages {
  readonly session: Session | undefined;
  readonly applications: readonly OwnApplication[];
  readonly assignmentNames: Readonly<Record<string, string>>;
  readonly reading: { readonly application: OwnApplication; readonly state: AnswersState } | undefined;
  readonly message: Message | undefined;
  readonly fault: string | undefined;
  readonly attempt: number;
  readonly working: boolean;
  readonly wasLocked: boolean;
  readonly open: (receipt: string) => void;
  readonly refuse: (fault: string) => void;
  readonly read: (application: OwnApplication) => void;
  readonly download: (file: FileReference) => Promise<void>;
  readonly withdraw: (application: OwnApplication) => void;
  readonly ask: (application: OwnApplication) => void;
  /** The receiver whose page about one's rights is open. */
  readonly rights: OwnApplication | undefined;
  readonly openRights: (application: OwnApplication) => void;
  readonly withSession: (work: (current: Session) => Promise<void>) => Promise<void>;
  readonly lock: () => void;
}

export function useMyPages(texts: MyTexts, language: Language): MyPages {
  const [session, setSession] = useState<Session>();
  const [applications, setApplications] = useState<readonly OwnApplication[]>([]);
  const [assignmentNames, setAssignmentNames] = useState<Readonly<Record<string, string>>>({});
  const [reading, setReading] = useState<MyPages["reading"]>();
  const [rights, setRights] = useState<OwnApplication>();
  const [message, setMessage] = useState<Message>();
  const [fault, setFault] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  const [working, setWorking] = useState(false);
  const [wasLocked, setWasLocked] = useState(false);
  const sending = useSendingKey();
  const opened = useRef<OpenedAnswers>(undefined);

  function refuse(text: string): void {
    setFault(text);
    setAttempt((before) => before + 1);
  }

  useEffect(() => {
    loadQuestions(language).then(
      ({ questions }) => setAssignmentNames(questions.assignment.options ?? {}),
      () => undefined,
    );
  }, [language]);

  useEffect(() => {
    const onPop = (): void => {
      setReading(undefined);
      setRights(undefined);
    };
    addEventListener("popstate", onPop);
    return () => removeEventListener("popstate", onPop);
  }, []);

  async function start(receipt: string): Promise<void> {
    const found = await (await crypto()).openSession(receipt, location.origin);
    if (typeof found === "string") return refuse(texts.open[found]);
    setApplications(await fetchOverview(found.app, found.token));
    setFault(undefined);
    setMessage(undefined);
    setSession(found);
  }

  /** Does something with the session; a token that has run out is renewed with the receipt, once. */
  async function withSession(work: (current: Session) => Promise<void>): Promise<void> {
    if (session === undefined) return;
    try {
      await work(session);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
      const renewed = await (await crypto()).openSession(session.receipt.toString(), location.origin);
      if (typeof renewed === "string") throw error;
      setSession(renewed);
      await work(renewed);
    }
  }

  async function reload(current: Session): Promise<void> {
    setApplications(await fetchOverview(current.app, current.token));
  }

  async function readAnswers(current: Session, application: OwnApplication): Promise<void> {
    const { isTampered, openAnswers } = await crypto();
    try {
      const [found, questions] = await Promise.all([
        openAnswers(current, application),
        loadQuestions(language),
      ]);
      opened.current = found;
      const steps = found.describe(questions, texts.yes);
      setReading({
        application,
        state: { phase: "read", steps, files: found.files, gone: found.gone.length > 0 },
      });
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) throw error;
      const missing = error instanceof ApiProblem && (error.status === 404 || error.status === 410);
      const text = isTampered(error)
        ? texts.answers.changed
        : missing
          ? texts.answers.missing
          : faultText(error, texts);
      setReading({ application, state: { phase: "failed", text } });
    }
  }

  async function withdrawNow(current: Session, application: OwnApplication): Promise<void> {
    await (await crypto()).withdraw(current, application, now());
    await reload(current);
    setMessage({ kind: "good", text: texts.withdraw.done(application.controllerName) });
  }

  async function askNow(current: Session, application: OwnApplication): Promise<void> {
    const { askFor } = await import("./own-rights.ts");
    const key = sending.of([application.id, "access"]);
    const lastDay = await askFor(current, application, "access", "", key);
    sending.renew();
    await reload(current);
    setMessage({
      kind: "good",
      text: texts.ask.done(application.controllerName, dateText(lastDay, language)),
    });
  }

  const complain = (error: unknown): void => {
    const tooLate = error instanceof ApiProblem && error.code === "STATE_CONFLICT";
    setMessage({ kind: "warn", text: tooLate ? texts.withdraw.tooLate : faultText(error, texts) });
  };

  function lock(): void {
    opened.current = undefined;
    setSession(undefined);
    setApplications([]);
    setReading(undefined);
    setRights(undefined);
    setMessage(undefined);
    setWasLocked(true);
  }

  // Someone who walked away from a borrowed computer should not leave their answers open.
  useIdle(session !== undefined, 15, lock);

  return {
    session,
    applications,
    assignmentNames,
    reading,
    message,
    fault,
    attempt,
    working,
    wasLocked,
    refuse,
    open: (receipt) => {
      setWorking(true);
      start(receipt)
        .catch((error: unknown) => refuse(faultText(error, texts)))
        .finally(() => setWorking(false));
    },
    read: (application) => {
      if (session === undefined) return;
      history.pushState({ view: "answers" }, "");
      setMessage(undefined);
      setReading({ application, state: { phase: "working" } });
      withSession((current) => readAnswers(current, application)).catch((error: unknown) =>
        setReading({ application, state: { phase: "failed", text: faultText(error, texts) } }),
      );
    },
    download: async (file) => {
      const content = await opened.current?.read(file);
      if (content !== undefined) saveFile(file.name, content);
    },
    withdraw: (application) => {
      withSession((current) => withdrawNow(current, application)).catch(complain);
    },
    ask: (application) => {
      withSession((current) => askNow(current, application)).catch(complain);
    },
    rights,
    openRights: (application) => {
      history.pushState({ view: "rights" }, "");
      setMessage(undefined);
      setRights(application);
    },
    withSession,
    lock,
  };
}
