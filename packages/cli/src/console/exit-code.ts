/** 0 ok, 1 findings, 2 wrong use or unreadable input, 3 some records rejected or undetermined, 4 refused for safety. */
export type ExitCode = 0 | 1 | 2 | 3 | 4;

export const exit = { ok: 0, findings: 1, wrongUse: 2, partly: 3, refused: 4 } as const satisfies Record<
  string,
  ExitCode
>;
