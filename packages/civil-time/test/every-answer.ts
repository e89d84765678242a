/** Prints a digest of what the package answers for every day from one year to another, and the zone it ran in. */
import { createHash } from "node:crypto";
import {
  addDays,
  addMonths,
  addYears,
  holidayName,
  isEve,
  isPublicHoliday,
  nextWorkingDay,
  parseDate,
  swedishDateAt,
  toDayNumber,
  weekday,
} from "../src/index.ts";
import { formatDate, formatWeekday } from "../src/words.ts";

const hash = createHash("sha256");
const [from, to] = process.argv.slice(2);
const end = parseDate(`${to}-12-31`);
for (let date = parseDate(`${from}-01-01`); date <= end; date = addDays(date, 1)) {
  const answers = [
    date,
    toDayNumber(date),
    weekday(date),
    addMonths(date, 1),
    addYears(date, 5),
    isPublicHoliday(date),
    holidayName(date),
    isEve(date),
    nextWorkingDay(date, "eu"),
    nextWorkingDay(date, "statute"),
  ];
  // One day in twenty is enough for the slow ones.
  if (toDayNumber(date) % 20 === 0) {
    const moment = toDayNumber(date) * 86_400_000 + 82_000_000;
    answers.push(swedishDateAt(moment), formatDate(date, "sv"), formatWeekday(date, "en"));
  }
  hash.update(`${answers.join(" ")}\n`);
}
process.stdout.write(JSON.stringify({ digest: hash.digest("hex"), offset: new Date(0).getTimezoneOffset() }));
