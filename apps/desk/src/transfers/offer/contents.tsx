/** What a hand-over consists of, part by part, and the rule that sends it. */
import type { TransferDetail } from "@tillit/api-contract/client";
import { Cell, RowHead } from "../../page/list/cell.tsx";
import { showDate, useTexts } from "../../texts/language.ts";
import { transferTexts } from "../texts/transfer-texts.ts";

type Props = Pick<TransferDetail, "manifest" | "basis" | "envelopes">;

export function Contents({ manifest, basis, envelopes }: Props) {
  const { lang } = useTexts();
  const words = transferTexts[lang];
  return (
    <section aria-labelledby="contents-title">
      <h2 id="contents-title">{words.contents}</h2>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{words.kind}</th>
            <th scope="col">{words.digest}</th>
          </tr>
        </thead>
        <tbody>
          {envelopes.map(({ id, kind, digest }) => (
            <tr key={id}>
              <RowHead label={words.kind}>{words.kinds[kind] ?? kind}</RowHead>
              <Cell label={words.digest}>
                <span class="fingerprint">{digest.slice(0, 16)}…</span>
              </Cell>
            </tr>
          ))}
        </tbody>
      </table>
      {manifest.entries.map(({ record, date }) => (
        <dl class="facts" key={record}>
          <dt>{words.basis}</dt>
          <dd>{basis[lang]}</dd>
          <dt>{words.basisDate}</dt>
          <dd>{showDate(date, lang)}</dd>
        </dl>
      ))}
    </section>
  );
}
