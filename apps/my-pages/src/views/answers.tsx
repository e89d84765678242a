import type { DescribedStep, FileReference } from "@tillit/application-case";
import { StepShell, SummaryList } from "@tillit/web-kit";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useTexts } from "../texts/load-texts.ts";

/** What became of reading the answers. */
export type AnswersState =
  | { readonly phase: "working" }
  | { readonly phase: "failed"; readonly text: string }
  | {
      readonly phase: "read";
      readonly steps: readonly DescribedStep[];
      readonly files: readonly FileReference[];
      readonly gone: boolean;
    };

/** The applicant's own answers, opened in this browser, with the files to download. */
export function Answers(props: {
  readonly controllerName: string;
  readonly state: AnswersState;
  readonly onDownload: (file: FileReference) => Promise<void>;
  readonly onBack: () => void;
}): JSX.Element {
  const { answers, service, name } = useTexts();
  const { state } = props;
  const [fetching, setFetching] = useState<string>();

  async function download(file: FileReference): Promise<void> {
    setFetching(file.section);
    await props.onDownload(file).finally(() => setFetching(undefined));
  }

  return (
    <StepShell
      id="answers"
      title={answers.title(props.controllerName)}
      service={`${name} – ${service}`}
      onBack={props.onBack}
    >
      <div role="status">
        {state.phase === "working" ? <p>{answers.working}</p> : null}
        {state.phase === "failed" ? <p class="panel warn">{state.text}</p> : null}
      </div>
      {state.phase === "read" ? (
        <>
          <p>{answers.lead}</p>
          {state.gone ? <p class="panel warn">{answers.gone}</p> : null}
          {state.steps.map(({ step, title, answers: rows }) => (
            <section key={step} aria-labelledby={`answers-${step}`}>
              <h2 id={`answers-${step}`}>{title}</h2>
              <SummaryList
                rows={rows.map(({ question, label, values }) => ({ key: question, term: label, values }))}
              />
            </section>
          ))}
          {state.files.length === 0 ? null : (
            <section aria-labelledby="answers-own-files">
              <h2 id="answers-own-files">{answers.files}</h2>
              <ul class="file-list">
                {state.files.map((file) => (
                  <li key={file.section}>
                    <span>{file.name}</span>
                    <button
                      type="button"
                      class="link-button"
                      onClick={() => {
                        download(file).catch(() => undefined);
                      }}
                    >
                      {fetching === file.section ? answers.downloading : answers.download}
                      <span class="visually-hidden"> {file.name}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      ) : null}
    </StepShell>
  );
}
