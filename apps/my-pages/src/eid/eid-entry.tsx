import type { JSX } from "preact";
import { useTexts } from "../texts/load-texts.ts";
import { loginAddress } from "./eid-api.ts";
import type { Eid } from "./use-eid.ts";

/** The other way in, under the receipt's. */
export function EidEntry({ eid }: { readonly eid: Eid }): JSX.Element {
  const { eid: words } = useTexts();
  return (
    <section class="panel" aria-labelledby="eid-title">
      <h2 id="eid-title">{words.title}</h2>
      <div role="status">
        {eid.message === undefined ? null : <p class={`panel ${eid.message.kind}`}>{eid.message.text}</p>}
      </div>
      <p>{words.lead}</p>
      <p>
        <a class="button secondary" href={loginAddress}>
          {words.button}
        </a>
      </p>
    </section>
  );
}
