/** The way to what has a retention of its own: an application by its number, a data subject's request by its id. */
import type { Language } from "@tillit/law-reference";
import { referenceNumber } from "@tillit/application-case";
import { useTexts } from "../../texts/language.ts";
import { Link } from "../router.tsx";

const request = { sv: "Begäran", en: "Request" };

/** The name of a record in a list; of an application the number on its receipt where its own is not known. */
export function recordName(record: string, lang: Language, number?: string): string {
  if (record.startsWith("r-")) return `${request[lang]} ${record.slice(2, 10)}`;
  if (number !== undefined) return number;
  return /^[0-9a-f]{32}$/u.test(record) ? referenceNumber(record) : record.slice(0, 8);
}

export function RecordLink({
  record,
  number,
}: {
  readonly record: string;
  readonly number?: string | undefined;
}) {
  const { lang } = useTexts();
  const place = record.startsWith("r-") ? "begaran" : "arende";
  return (
    <Link to={`/${place}/${record}`} class="record">
      {recordName(record, lang, number)}
    </Link>
  );
}
