/** The letters of a request: composed here from its facts and what is written now; the server never sees the words. */
import type { LetterDocument, LetterId } from "@tillit/dsar-workflow";
import { composeLetter, letterHtml, letters } from "@tillit/dsar-workflow/letters";
import { parseDate } from "@tillit/civil-time";
import { SelectField, TextArea, saveFile } from "@tillit/web-kit";
import { useState } from "preact/hooks";
import { api, until, valueOf } from "../../api/api-client.ts";
import type { RequestView, Session } from "../../api/wire.ts";
import { Failure, Note } from "../../page/notice.tsx";
import { useResource } from "../../page/use-resource.ts";
import { rightText } from "../../texts/codes.ts";
import { useTexts } from "../../texts/language.ts";
import { useItemName } from "../answer/items-panel.tsx";
import { keepWords } from "../keep-words.ts";
import { aboutFor, factsOf, missingFacts, offered } from "./letter-facts.ts";
import { swedishToday } from "../today.ts";

interface Props {
  readonly request: RequestView;
  readonly session: Session;
  readonly onTaken: () => void;
}

function textOf({ title, from, blocks }: LetterDocument): string {
  const lines = blocks.map((block) =>
    block.kind === "paragraph" ? block.text : block.items.map((item) => `- ${item}`).join("\n"),
  );
  return [from, title, ...lines].join("\n\n");
}

function Preview({ letter }: { readonly letter: LetterDocument }) {
  return (
    <article lang={letter.lang} class="panel">
      <h3>{letter.title}</h3>
      {letter.blocks.map((block, index) =>
        block.kind === "paragraph" ? (
          <p key={index}>{block.text}</p>
        ) : (
          <ul key={index}>
            {block.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        ),
      )}
    </article>
  );
}

export function LettersPanel({ request, session, onTaken }: Props) {
  const { texts, lang: pageLang } = useTexts();
  const words = texts.requests;
  const nameOf = useItemName();
  const ids = offered(request);
  const due = ids.find((one) => one === request.letters.at(-1)?.id);
  const [id, setId] = useState<LetterId>(due ?? "M01");
  const [reader, setReader] = useState<"adult" | "child">("adult");
  const [lang, setLang] = useState<"sv" | "en">(pageLang);
  const [given, setGiven] = useState<Readonly<Record<string, string>>>({});
  const [letter, setLetter] = useState<LetterDocument>();
  const [said, setSaid] = useState("");
  const [error, setError] = useState<unknown>(undefined);
  const { resource } = useResource("controllers", (signal) =>
    valueOf(api.controllers.$get(undefined, until(signal))),
  );
  const own =
    resource.status === "ready"
      ? resource.value.controllers.find((one) => one.id === session.user.controller)
      : undefined;
  const date = parseDate(swedishToday());
  const about = aboutFor(id, request);
  const facts = factsOf({
    date,
    request,
    session,
    lang,
    right: rightText(request.right, texts),
    titles: new Map(request.items.map((item) => [item.id, nameOf(item)])),
    contact: own?.contact.phone ?? "",
  });
  const missing = about === undefined ? [] : missingFacts(id, about, facts);
  const names: Readonly<Record<string, string>> = words.facts;
  const change = (work: () => void): void => {
    setLetter(undefined);
    setSaid("");
    work();
  };
  const compose = (): void => {
    setError(undefined);
    if (about === undefined) return;
    try {
      const written = Object.fromEntries(missing.map((name) => [name, given[name] ?? ""]));
      setLetter(composeLetter(id, { lang, date, reader, about, facts: { ...facts, ...written } }));
    } catch (failure) {
      setError(failure);
    }
  };
  const keep = async (made: LetterDocument): Promise<void> => {
    setError(undefined);
    try {
      await keepWords(textOf(made), "letter", request, session.user.controller);
      setSaid(words.letterKept);
      onTaken();
    } catch (failure) {
      setError(failure);
    }
  };
  const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
  return (
    <section aria-labelledby="letters-title" class="panel">
      <h2 id="letters-title">{words.letters}</h2>
      {due !== undefined && <p>{words.letterDue(letters[due].title[pageLang])}</p>}
      <SelectField
        name="letter"
        label={words.letter}
        required
        value={id}
        onChange={(value) => change(() => setId(ids.find((one) => one === value) ?? id))}
        choices={ids.map((value) => ({ value, label: letters[value].title[pageLang] }))}
      />
      <SelectField
        name="letter-language"
        label={words.letterLanguage}
        required
        value={lang}
        onChange={(value) => change(() => setLang(value === "en" ? "en" : "sv"))}
        choices={[
          { value: "sv", label: "Svenska" },
          { value: "en", label: "English" },
        ]}
      />
      <SelectField
        name="letter-reader"
        label={words.letterReader}
        required
        value={reader}
        onChange={(value) => change(() => setReader(value === "child" ? "child" : "adult"))}
        choices={[
          { value: "adult", label: words.readers.adult },
          { value: "child", label: words.readers.child },
        ]}
      />
      {missing.map((name) => (
        <TextArea
          key={name}
          name={`fact-${name}`}
          label={names[name] ?? name}
          required
          value={given[name] ?? ""}
          onInput={(value) => change(() => setGiven((before) => ({ ...before, [name]: value })))}
        />
      ))}
      {error !== undefined && <Failure error={error} />}
      <button type="button" class="button" onClick={compose}>
        {words.compose}
      </button>
      {letter !== undefined && (
        <>
          <Preview letter={letter} />
          <div class="actions">
            <button
              type="button"
              class="button secondary"
              onClick={() => saveFile(`${id}.html`, bytes(letterHtml(letter)))}
            >
              {words.saveHtml}
            </button>
            <button
              type="button"
              class="button secondary"
              onClick={() => saveFile(`${id}.txt`, bytes(textOf(letter)))}
            >
              {words.saveText}
            </button>
            <button type="button" class="button" onClick={() => void keep(letter)}>
              {words.keepLetter}
            </button>
          </div>
        </>
      )}
      <div role="status">{said !== "" && <Note kind="good">{said}</Note>}</div>
    </section>
  );
}
