/** A restricted record is read only for one of the four purposes of the law, which its reader names first; it is in the log. */
import type { RestrictedUse } from "@tillit/dsar-workflow";
import { restrictedUses } from "@tillit/dsar-workflow/regime";
import { RadioField } from "@tillit/web-kit";
import { useEffect, useState } from "preact/hooks";
import { codeOf } from "../../texts/explain.ts";
import { useTexts } from "../../texts/language.ts";

const uses = Object.keys(restrictedUses) as RestrictedUse[];

/** By record, while the page that asked for it is shown. */
const named = new Map<string, RestrictedUse>();

/** What a fetch of a record's content carries: the purpose that was named, or nothing. */
export function readingQuery(record: string | undefined): { readonly purpose?: RestrictedUse } {
  const purpose = record === undefined ? undefined : named.get(record);
  return purpose === undefined ? {} : { purpose };
}

/** Whether a fetch was refused because the record is restricted. */
export function isRestricted(error: unknown): boolean {
  return codeOf(error) === "RECORD_RESTRICTED";
}

export function RestrictedReading({ record }: { readonly record: string }) {
  const { texts, lang } = useTexts();
  const [purpose, setPurpose] = useState<RestrictedUse | undefined>(named.get(record));
  useEffect(() => () => void named.delete(record), [record]);
  return (
    <RadioField
      name={`purpose-${record}`}
      label={texts.case.restrictedPurpose}
      hint={texts.case.restrictedHint}
      choices={uses.map((value) => ({ value, label: restrictedUses[value].text[lang] }))}
      value={purpose}
      onChange={(value) => {
        const chosen = uses.find((use) => use === value);
        if (chosen === undefined) return;
        named.set(record, chosen);
        setPurpose(chosen);
      }}
    />
  );
}
