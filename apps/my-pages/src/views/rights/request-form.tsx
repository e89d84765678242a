/** Asking: which right, and in own words what it is about. */
import { RadioField, TextArea, useSendingKey } from "@tillit/web-kit";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { askFor } from "../../own-rights.ts";
import type { Right } from "../../rights-api.ts";
import { dateText } from "../application-panel.tsx";
import type { PartProps } from "./rights-part.ts";

const rights = ["access", "rectification", "erasure", "restriction", "objection", "portability"] as const;

export function RequestForm(props: PartProps): JSX.Element {
  const { application, language, words, withSession, onDone, onFault } = props;
  const [right, setRight] = useState<Right>("access");
  const [wish, setWish] = useState("");
  const sending = useSendingKey();
  const [working, setWorking] = useState(false);

  function send(event: Event): void {
    event.preventDefault();
    setWorking(true);
    withSession(async (session) => {
      const lastDay = await askFor(
        session,
        application,
        right,
        wish.trim(),
        sending.of([application.id, right]),
      );
      sending.renew();
      onDone(words.asked(dateText(lastDay, language)));
    })
      .catch(onFault)
      .finally(() => setWorking(false));
  }

  return (
    <section class="panel" aria-labelledby="ask-title">
      <h2 id="ask-title">{words.ask}</h2>
      <form onSubmit={send} noValidate autocomplete="off">
        <RadioField
          name="right"
          label={words.which}
          required
          choices={rights.map((value) => ({ value, label: words.rights[value] }))}
          value={right}
          onChange={(value) => setRight(rights.find((one) => one === value) ?? "access")}
        />
        <TextArea name="wish" label={words.wish} hint={words.wishHint} value={wish} onInput={setWish} />
        <button type="submit" class="button" aria-disabled={working}>
          {words.send}
        </button>
        <p role="status">{working ? words.sending : ""}</p>
      </form>
    </section>
  );
}
