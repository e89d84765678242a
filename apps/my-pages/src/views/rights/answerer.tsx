/** Who an answer comes from, as far as it could be checked here, and the proof to keep. */
import { saveFile } from "@tillit/web-kit";
import type { JSX } from "preact";
import type { Answerer as Checked } from "../../who-answered.ts";
import { dateText } from "../application-panel.tsx";
import type { PartProps } from "./rights-part.ts";

export function Answerer({
  answerer,
  request,
  application: { controllerName },
  language,
  words: { answerer: words },
}: Pick<PartProps, "application" | "language" | "words"> & {
  readonly answerer: Checked;
  readonly request: string;
}): JSX.Element {
  if (answerer.verdict !== "proven") {
    return (
      <div class="panel warn">
        <p>
          <strong>{words[answerer.verdict].title}</strong>
        </p>
        <p>{words[answerer.verdict].text(controllerName)}</p>
      </div>
    );
  }
  const { since, file } = answerer;
  return (
    <div class="panel">
      <p>
        <strong>{words.from(controllerName)}</strong>
      </p>
      <p>{words.checked(controllerName, dateText(since, language))}</p>
      <p>{words.keep}</p>
      <button
        type="button"
        class="link-button"
        onClick={() => saveFile(`svarsbevis-${request.slice(-8)}.json`, file)}
      >
        {words.save}
      </button>
    </div>
  );
}
