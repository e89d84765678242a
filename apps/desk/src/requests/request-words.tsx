/** What has been said in a request: by the subject and at the desk, opened with the key on demand. */
import { sealingContexts } from "@tillit/application-case";
import { useState } from "preact/hooks";
import { api, valueOf } from "../api/api-client.ts";
import type { RequestView } from "../api/wire.ts";
import { Failure } from "../page/notice.tsx";
import { OpenedWords } from "../page/sealed/opened-words.tsx";
import { actorText } from "../texts/codes.ts";
import { showTime, useTexts } from "../texts/language.ts";
import { useVault, type HeldKey } from "../unlock/vault.ts";

interface EntryProps {
  readonly request: RequestView;
  readonly entry: RequestView["words"][number];
  readonly held: HeldKey | undefined;
}

function Entry({ request, entry, held }: EntryProps) {
  const { texts, lang } = useTexts();
  const [text, setText] = useState<string>();
  const [error, setError] = useState<unknown>(undefined);
  const kinds: Readonly<Record<string, string>> = texts.requests.wordKinds;
  const name = kinds[entry.kind] ?? entry.kind;
  const read = async (key: HeldKey): Promise<void> => {
    setError(undefined);
    try {
      const { openText } = await import("../crypto/words.ts");
      const param = { id: request.id, words: entry.id };
      const sealed = await valueOf(api.desk.requests[":id"].words[":words"].$get({ param }));
      const expected = { app: request.app, controller: key.controller };
      setText(await openText(sealed, sealingContexts.request(request.id), expected, key.decapsulator));
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <li>
      <p>
        <strong>{name}</strong>{" "}
        <span class="muted">
          <time dateTime={entry.at}>{showTime(entry.at, lang)}</time> {actorText(entry.by, texts)}
        </span>
      </p>
      {error !== undefined && <Failure error={error} />}
      {text !== undefined && <OpenedWords text={text} />}
      {text === undefined && held !== undefined && (
        <button type="button" class="button secondary" onClick={() => void read(held)}>
          {texts.requests.readWords(name)}
        </button>
      )}
    </li>
  );
}

interface Props {
  readonly request: RequestView;
  /** Whether the reader's role reads content at all. */
  readonly reads: boolean;
}

export function RequestWords({ request, reads }: Props) {
  const { texts } = useTexts();
  const vault = useVault();
  const held = vault.status === "unlocked" ? vault.key : undefined;
  if (request.words.length === 0) return null;
  return (
    <section aria-labelledby="request-words-title" class="panel">
      <h2 id="request-words-title">{texts.requests.said}</h2>
      {reads && held === undefined && <p>{texts.words.needKey}</p>}
      <ul class="words-list">
        {request.words.map((entry) => (
          <Entry key={`${entry.id}-${held === undefined}`} request={request} entry={entry} held={held} />
        ))}
      </ul>
    </section>
  );
}
