/** What e-identification gives: the same applications, their state and requests; their answers need the receipt. */
import type { Language } from "@tillit/law-reference";
import { ApiProblem } from "@tillit/web-kit";
import { useEffect, useState } from "preact/hooks";
import { faultText } from "../fault-text.ts";
import { fetchOverview, type OwnApplication } from "../my-api.ts";
import type { MyTexts } from "../texts/my-texts.ts";
import { useIdle } from "../use-idle.ts";
import { dateText } from "../views/application-panel.tsx";
import { askByEid, fetchTokens, isOffered, type EidToken, withdrawByEid } from "./eid-api.ts";

interface Message {
  readonly kind: "good" | "warn";
  readonly text: string;
}

export interface Eid {
  readonly offered: boolean;
  /** Set while logged in by e-identification. */
  readonly applications: readonly OwnApplication[] | undefined;
  /** What came of the way to the e-identification service, or of the last thing done. */
  readonly message: Message | undefined;
  readonly withdraw: (application: OwnApplication) => void;
  readonly ask: (application: OwnApplication) => void;
  readonly lock: () => void;
}

interface Session {
  readonly tokens: readonly EidToken[];
  readonly applications: readonly OwnApplication[];
}

/** What stands after the hash sign when the browser comes back: read once, before the address is tidied. */
function cameBackWith(): string | undefined {
  return /^#eid=([A-Za-z_]{1,40})$/u.exec(location.hash)?.[1];
}

async function load(tokens: readonly EidToken[]): Promise<Session> {
  const lists = await Promise.all(tokens.map(({ app, token }) => fetchOverview(app, token)));
  return { tokens, applications: lists.flat() };
}

export function useEid(texts: MyTexts, language: Language): Eid {
  const [offered, setOffered] = useState(false);
  const [outcome, setOutcome] = useState(cameBackWith);
  const [session, setSession] = useState<Session>();
  const [done, setDone] = useState<Message>();

  useEffect(() => {
    isOffered().then(setOffered, () => undefined);
    if (outcome !== "ready") return;
    fetchTokens()
      .then(load)
      .then((found) => {
        setSession(found);
        setOutcome(found.tokens.length === 0 ? "none" : undefined);
      })
      .catch(() => setOutcome("LOGIN_INVALID"));
  }, []);

  /** Each receiver's record is one application's; the token of that application is tried first, then the others. */
  async function withToken(work: (token: string) => Promise<unknown>): Promise<void> {
    for (const { token } of session?.tokens ?? []) {
      try {
        await work(token);
        return;
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.status !== 404) throw error;
      }
    }
  }

  function act(work: (token: string) => Promise<string>): void {
    let said = "";
    withToken(async (token) => {
      said = await work(token);
    })
      .then(async () => {
        if (session !== undefined) setSession(await load(session.tokens));
        setDone({ kind: "good", text: said });
      })
      .catch((error: unknown) => {
        if (error instanceof ApiProblem && error.status === 401) return lock();
        const tooLate = error instanceof ApiProblem && error.code === "STATE_CONFLICT";
        setDone({ kind: "warn", text: tooLate ? texts.withdraw.tooLate : faultText(error, texts) });
      });
  }

  function lock(): void {
    setSession(undefined);
    setDone(undefined);
    setOutcome(undefined);
  }
  useIdle(session !== undefined, 15, lock);

  const said = outcome === undefined || outcome === "ready" ? undefined : texts.eid.outcomes[outcome];
  const came: Message | undefined =
    outcome === undefined || outcome === "ready"
      ? undefined
      : { kind: outcome === "linked" ? "good" : "warn", text: said ?? texts.eid.otherOutcome };
  return {
    offered,
    applications: session?.tokens.length === 0 ? undefined : session?.applications,
    message: done ?? came,
    withdraw: ({ id, controllerName }) =>
      act(async (token) => {
        await withdrawByEid(id, token);
        return texts.withdraw.done(controllerName);
      }),
    ask: ({ id, controllerName }) =>
      act(async (token) => {
        const { lastDay } = await askByEid(id, token);
        return texts.ask.done(controllerName, dateText(lastDay, language));
      }),
    lock,
  };
}
