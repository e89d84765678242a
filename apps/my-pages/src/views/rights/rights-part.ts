/** What the parts of the page about one's rights are given. */
import type { Language } from "@tillit/law-reference";
import type { OwnApplication } from "../../my-api.ts";
import type { Session } from "../../own-application.ts";
import type { RightsTexts } from "../../texts/rights-texts.ts";

/** Does something with a session that is good; a token that has run out is renewed with the receipt. */
export type WithSession = (work: (session: Session) => Promise<void>) => Promise<void>;

export interface RightsProps {
  readonly application: OwnApplication;
  readonly language: Language;
  readonly withSession: WithSession;
  readonly onBack: () => void;
}

export interface PartProps {
  readonly application: OwnApplication;
  readonly language: Language;
  readonly words: RightsTexts;
  readonly withSession: WithSession;
  /** Says something and looks again. */
  readonly onDone: (said: string) => void;
  readonly onFault: (error: unknown) => void;
}
