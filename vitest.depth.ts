/**
 * Whether a search goes on to its end (`pnpm test:deep`) or stops at a share that stands for the rest (`pnpm test`).
 * A file with such a search is called `*.deep.test.ts`; both commands run it.
 */
export const deep = process.env["MODE"] === "deep";
