/** With the receipt open: link an e-identification to it, or take the link away. */
import { ApiProblem } from "@tillit/web-kit";
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { faultText } from "../fault-text.ts";
import { useTexts } from "../texts/load-texts.ts";
import { isLinked, linkAddress, unlink } from "./eid-api.ts";

export function EidLink({ token }: { readonly token: string }): JSX.Element | null {
  const texts = useTexts();
  const words = texts.eid;
  const [linked, setLinked] = useState<boolean>();
  const [said, setSaid] = useState<string>();
  const [working, setWorking] = useState(false);

  useEffect(() => {
    isLinked(token).then(setLinked, () => undefined);
  }, [token]);

  function run(work: () => Promise<void>): void {
    setWorking(true);
    work()
      .catch((error: unknown) => {
        const ended = error instanceof ApiProblem && error.status === 401;
        setSaid(ended ? texts.locked : faultText(error, texts));
      })
      .finally(() => setWorking(false));
  }
  const link = (): void => run(async () => location.assign(await linkAddress(token)));
  const cut = (): void =>
    run(async () => {
      await unlink(token);
      setLinked(false);
      setSaid(words.unlinked);
    });

  if (linked === undefined) return null;
  return (
    <section class="panel" aria-labelledby="eid-link-title">
      <h2 id="eid-link-title">{words.linkTitle}</h2>
      <p>{linked ? words.isLinked : words.linkLead}</p>
      <div role="status">{said === undefined ? null : <p class="panel note">{said}</p>}</div>
      <button type="button" class="button secondary" aria-disabled={working} onClick={linked ? cut : link}>
        {linked ? words.unlink : words.link}
      </button>
    </section>
  );
}
