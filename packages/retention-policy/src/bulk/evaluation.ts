/** Answers in columns. Outcomes, statuses and reasons index the exported lists; days count from 1970-01-01. */
export interface Evaluation {
  readonly length: number;
  readonly outcome: Uint8Array;
  readonly status: Uint8Array;
  readonly reason: Uint8Array;
  readonly dutyArises: Int32Array;
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
  /** Number of the deciding rule version in `engine.ruleRefs`, 0 for none. */
  readonly rule: Uint16Array;
}
