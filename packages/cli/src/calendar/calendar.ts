import { isEve, isPublicHoliday, isWorkingDay, parseDate, weekday } from "@tillit/civil-time";
import type { Io } from "../console/io.ts";
import { writeJson } from "../files/output.ts";

/** `tillit calendar`: weekday 1 (Monday) to 7; Sundays are public holidays by lag (1989:253) 1 §. */
export async function calendar(text: string, io: Io): Promise<void> {
  const date = parseDate(text);
  await writeJson(io, {
    date,
    weekday: weekday(date),
    publicHoliday: isPublicHoliday(date),
    eve: isEve(date),
    euWorkingDay: isWorkingDay(date, "eu"),
    statuteWorkingDay: isWorkingDay(date, "statute"),
  });
}
