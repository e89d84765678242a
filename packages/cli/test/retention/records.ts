/** Five records in a file, in a folder of their own: one due, one preserved, one not due, and two with a fault. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { tillitHere } from "../tillit.ts";

const folder = mkdtempSync(join(tmpdir(), "tillit-retention-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
export const at = (name: string): string => join(folder, name);
export const put = (name: string, data: string | Uint8Array): string => {
  writeFileSync(at(name), data);
  return at(name);
};
export const asOf = ["--as-of", "2026-11-21"];
export const board = "social-board,SoL,case-file,general";
export const header = "id,holder,statute,recordType,documentFrom,subjectBirthDay,municipality,lastEntry";
export const csv: string = put(
  "records.csv",
  `${header}\nA-1,${board},11,1904,2020-05-14\nA-2,${board},15,1904,2020-05-14\nA-3,${board},11,1904,2026-05-14\nA-4,${board},11,9999,2020-05-14\nA-5,${board},,1904,2020-05-14\n`,
);
export const run = (...args: string[]): ReturnType<typeof tillitHere> => tillitHere(["retention", ...args]);
