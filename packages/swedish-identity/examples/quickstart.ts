import { parseDate } from "@tillit/civil-time";
import { formatIdentityNumber, IdentityError, parseIdentityNumber } from "@tillit/swedish-identity";

// The day is given from outside: it settles the century, and the answer never depends on a clock.
const today = parseDate("2026-11-21");
const number = parseIdentityNumber("811228-9874", today);
console.log(formatIdentityNumber(number), number.kind, number.birthDate); // 19811228-9874 personnummer 1981-12-28

// Skatteverket writes 00 where nobody knows the month; the day is 12, plus 60.
console.log(parseIdentityNumber("191500722390", today).birthDay); // 12

try {
  parseIdentityNumber("811228-T874", today);
} catch (error) {
  if (error instanceof IdentityError) console.log(error.code); // IDENTITY_INTERIM
}
