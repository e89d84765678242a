import { addMonths, addYears, isPublicHoliday, nextWorkingDay, parseDate } from "@tillit/civil-time";
import { formatDate } from "@tillit/civil-time/words";

// A request received on 24 November must be answered within a month, by EU law.
const received = parseDate("2026-11-24");
const answerBy = nextWorkingDay(addMonths(received, 1), "eu");
console.log(formatDate(answerBy, "en")); // 24 December 2026

// Three weeks to appeal that end the same day are prolonged by Swedish statute: it is julafton.
console.log(nextWorkingDay(parseDate("2026-12-24"), "statute")); // 2026-12-28

// Five years from a leap day end on the last of February, and 6 June is a public holiday.
console.log(addYears(parseDate("2024-02-29"), 5), isPublicHoliday(parseDate("2026-06-06"))); // 2029-02-28 true
