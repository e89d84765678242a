/** Rows of the lists that the desk and my pages show. */

/** Where a case belongs inside its controller; without one it is the whole controller's. */
export interface Placement {
  readonly unit?: string | undefined;
  /** Pseudonyms of the staff the case is for; nobody means everybody of the unit. */
  readonly assignees: readonly string[];
  /** Only the assignees reach it, whatever role another has. */
  readonly protectedIdentity: boolean;
}

/** Which cases someone reaches inside a controller. What is left out does not limit. */
export interface Reach {
  readonly unit?: string | undefined;
  readonly by?: { readonly person: string; readonly assignedOnly: boolean };
}

export interface CaseRow {
  readonly id: string;
  readonly app: string;
  readonly number: string;
  readonly receivedAt: string;
  readonly status: string;
  readonly assignments: readonly string[];
  readonly openedAt?: string | undefined;
  readonly decidedAt?: string | undefined;
  readonly outcome?: string | undefined;
  readonly lastEntry: string;
  readonly placement?: Placement | undefined;
  /** The nearest last day of a request about it that is not answered yet; kept by the lists themselves. */
  readonly due?: string | undefined;
}

/** Where a row of a list stands: enough to go on after it. */
export type CasePlace = Pick<CaseRow, "status" | "due" | "receivedAt" | "id">;
export type RequestPlace = Pick<RequestRow, "status" | "lastDay" | "received" | "id">;

export interface WordsRow {
  readonly id: string;
  readonly caseId: string;
  readonly kind: "assessment" | "decision";
  readonly outcome: string;
  readonly at: string;
  readonly by: string;
}

export interface RequestRow {
  readonly id: string;
  readonly application: string;
  readonly right: string;
  readonly status: string;
  readonly received: string;
  readonly lastDay: string;
  /** Whether it restricts the processing of its application now (GDPR art. 18). */
  readonly restricted: boolean;
}

export interface RequestsAsked {
  readonly reach?: Reach | undefined;
  readonly after?: RequestPlace | undefined;
  readonly until?: string | undefined;
}

export interface Projections {
  putCase(row: CaseRow): Promise<void>;
  case(id: string): Promise<CaseRow | undefined>;
  /**
   * In the order of work, as far as the reach goes, from after a place: what is open or asked about, the nearest day
   * first and then the oldest; behind it what is closed, the newest first.
   */
  cases(limit: number, reach?: Reach, after?: CasePlace): Promise<readonly CaseRow[]>;
  casesOf(ids: readonly string[]): Promise<readonly CaseRow[]>;
  /** Oldest first, from after a row; what is to be done with old records begins with the oldest. */
  casesAfter(
    last: Pick<CaseRow, "receivedAt" | "id"> | undefined,
    limit: number,
    reach?: Reach,
  ): Promise<readonly CaseRow[]>;
  removeCase(id: string): Promise<void>;
  putWords(row: WordsRow): Promise<void>;
  words(caseId: string): Promise<readonly WordsRow[]>;
  putRequest(row: RequestRow): Promise<void>;
  request(id: string): Promise<RequestRow | undefined>;
  /**
   * In the order of work, of the cases within reach, from after a place: open ones, the nearest last day first, to a day
   * where one is given; behind them, where none is, what is closed, the newest first.
   */
  requests(limit: number, asked?: RequestsAsked): Promise<readonly RequestRow[]>;
  openRequests(): Promise<readonly RequestRow[]>;
  /** Those that restrict their application now, open or closed. */
  restrictingRequests(): Promise<readonly RequestRow[]>;
  /** Oldest first, from after a row. */
  requestsAfter(
    last: Pick<RequestRow, "received" | "id"> | undefined,
    limit: number,
  ): Promise<readonly RequestRow[]>;
  requestsOf(application: string): Promise<readonly RequestRow[]>;
  removeRequest(id: string): Promise<void>;
  clear(): Promise<void>;
}

/** An answer that is sealed to the data subject and waits to be fetched. */
export interface ExportRow {
  /** The envelope's id. */
  readonly id: string;
  readonly request: string;
  readonly keptAt: string;
  readonly expires: string;
  /** When its bytes were first handed out. */
  readonly fetchedAt?: string | undefined;
}

export interface Exports {
  put(row: ExportRow): Promise<void>;
  remove(id: string): Promise<void>;
  /** The latest for a request. */
  ofRequest(request: string): Promise<ExportRow | undefined>;
  /** Those whose time is over, or that were fetched before a moment. */
  due(now: string, fetchedBefore: string, limit: number): Promise<readonly ExportRow[]>;
  clear(): Promise<void>;
}
