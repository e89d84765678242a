/** Who has opened: role, time and purpose; of someone protected only the day. */
import type { JSX } from "preact";
import type { Access } from "../../rights-api.ts";
import type { PartProps } from "./rights-part.ts";

function timeText(at: string, language: string): string {
  const hours = at.length > 10 ? ({ timeStyle: "short" } as const) : {};
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: "long",
    ...hours,
    timeZone: "Europe/Stockholm",
  });
  return format.format(new Date(at.length > 10 ? at : `${at}T12:00:00Z`));
}

/** The same role for the same purpose within a day is one line: parts of one reading. */
function readings(accesses: readonly Access[]): readonly Access[] {
  const seen = new Set<string>();
  return accesses.filter(({ at, role, purpose, restricted = "" }) => {
    const key = `${at.slice(0, 16)} ${role} ${purpose} ${restricted}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

export function Accesses(props: PartProps & { readonly accesses: readonly Access[] }): JSX.Element {
  const { accesses, language, words } = props;
  const roles: Readonly<Record<string, string>> = words.roles;
  const purposes: Readonly<Record<string, string>> = words.purposes;
  const uses: Readonly<Record<string, string>> = words.restrictedUses;
  const shown = readings(accesses).toReversed();
  return (
    <section class="panel" aria-labelledby="accesses">
      <h2 id="accesses">{words.accesses}</h2>
      <p>{shown.length === 0 ? words.nobody : words.accessesLead}</p>
      <ul>
        {shown.map(({ at, role, purpose, restricted }) => (
          <li key={`${at} ${role} ${purpose} ${restricted}`}>
            <time dateTime={at}>{timeText(at, language)}</time>: {roles[role] ?? role},{" "}
            {restricted === undefined ? (purposes[purpose] ?? purpose) : (uses[restricted] ?? restricted)}
          </li>
        ))}
      </ul>
    </section>
  );
}
