/** The form of one command. Words are sealed in this browser before they are sent; documents are only measured. */
import { isCalendarDate } from "@tillit/civil-time";
import {
  CheckboxField,
  ErrorSummary,
  FileField,
  SelectField,
  TextArea,
  TextField,
  type FieldFault,
} from "@tillit/web-kit";
import { useState } from "preact/hooks";
import { api } from "../../api/api-client.ts";
import type { RequestView, Session } from "../../api/wire.ts";
import { Failure } from "../../page/notice.tsx";
import { useUnsaved } from "../../page/unsaved.ts";
import { useTexts } from "../../texts/language.ts";
import { commandOf, type CommandForm as Form, type Field, type Values } from "./commands.ts";
import { documentDigest, keepWords } from "../keep-words.ts";
import { refusalOf } from "./refusal.ts";
import { swedishToday } from "../today.ts";

interface Props {
  readonly form: Form;
  readonly request: RequestView;
  readonly session: Session;
  readonly onTaken: () => void;
}

function initial(form: Form, request: RequestView): Values {
  return Object.fromEntries(
    form.fields.map((field) => {
      if (field.kind === "choice" && field.optional !== true)
        return [field.name, field.from(request)[0] ?? ""];
      return [field.name, field.kind === "date" && field.name !== "replyBy" ? swedishToday() : ""];
    }),
  );
}

export function CommandForm({ form, request, session, onTaken }: Props) {
  const { texts, lang } = useTexts();
  const words = texts.requests;
  const { type, fields } = form;
  const [refusal, setRefusal] = useState<string>();
  const [values, setValues] = useState<Values>(() => initial(form, request));
  const [files, setFiles] = useState<Readonly<Record<string, File>>>({});
  const [attempt, setAttempt] = useState(0);
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const written = fields.some((field) => field.kind === "words" && (values[field.name] ?? "") !== "");
  useUnsaved(written && !working);

  const idOf = (name: string): string => `${type}-${name}`;
  const set = (name: string) => (value: string) => setValues((before) => ({ ...before, [name]: value }));
  const wrong = fields.filter((field) => {
    const value = (values[field.name] ?? "").trim();
    if (field.kind === "date" && value !== "") return !isCalendarDate(value);
    if (field.optional === true || field.kind === "several") return false;
    return field.kind === "document" ? files[field.name] === undefined : value === "";
  });
  const faults: readonly FieldFault[] =
    attempt === 0 ? [] : wrong.map((field) => ({ field: idOf(field.name), message: faultOf(field) }));
  function faultOf({ name, kind }: Field): string {
    if (kind === "document") return words.neededFile(labelOf(name));
    return kind === "date" && (values[name] ?? "").trim() !== ""
      ? words.badDate(labelOf(name))
      : words.needed(labelOf(name));
  }
  function labelOf(name: string): string {
    return (words.fields as Values)[name] ?? name;
  }
  const choiceOf = (value: string) => ({ value, label: (words.choices as Values)[value] ?? value });

  const take = async (): Promise<void> => {
    setWorking(true);
    setError(undefined);
    setRefusal(undefined);
    try {
      const ready: Record<string, string> = { ...values };
      for (const field of fields) {
        const file = files[field.name];
        if (field.kind === "document" && file !== undefined) ready[field.name] = await documentDigest(file);
        if (field.kind === "words") {
          const text = values[field.name] ?? "";
          ready[field.name] = await keepWords(text, field.words, request, session.user.controller);
        }
      }
      const json = commandOf(form, request, ready);
      await api.desk.requests[":id"].commands.$post({ param: { id: request.id }, json });
      onTaken();
    } catch (failure) {
      setError(failure);
      setRefusal(await refusalOf(failure, lang));
      setWorking(false);
    }
  };

  const control = (field: Field) => {
    const { name, kind } = field;
    const required = field.optional !== true;
    const common = {
      name: idOf(name),
      label: labelOf(name),
      hint: (words.fieldHints as Values)[name],
      required,
      error: faults.find((fault) => fault.field === idOf(name))?.message,
    };
    const value = values[name] ?? "";
    switch (kind) {
      case "words":
        return <TextArea key={name} {...common} hint={words.sealedHint} value={value} onInput={set(name)} />;
      case "choice": {
        const choices = field.from(request).map(choiceOf);
        const all = required ? choices : [{ value: "", label: words.noChoice }, ...choices];
        return <SelectField key={name} {...common} choices={all} value={value} onChange={set(name)} />;
      }
      case "several":
        return (
          <CheckboxField
            key={name}
            {...common}
            choices={field.from.map(choiceOf)}
            value={value === "" ? [] : value.split(" ")}
            onChange={(chosen) => set(name)(chosen.join(" "))}
          />
        );
      case "document":
        return (
          <FileField
            key={name}
            {...common}
            hint={common.hint ?? words.documentHint}
            single
            accept=""
            buttonLabel={words.chooseFile}
            files={files[name] === undefined ? [] : [{ key: name, name: files[name].name, note: "" }]}
            onAdd={([file]) => {
              if (file !== undefined) setFiles((before) => ({ ...before, [name]: file }));
            }}
            onRemove={() => setFiles(({ [name]: _gone, ...rest }) => rest)}
          />
        );
      default:
        return (
          <TextField
            key={name}
            {...common}
            hint={kind === "date" ? words.dateHint : common.hint}
            value={value}
            onInput={set(name)}
          />
        );
    }
  };

  return (
    <form
      noValidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt((before) => before + 1);
        if (wrong.length === 0) void take();
      }}
    >
      <ErrorSummary faults={faults} attempt={attempt} />
      {error !== undefined && <Failure error={error} />}
      {error !== undefined && refusal !== undefined && <p role="alert">{refusal}</p>}
      {fields.map(control)}
      <button type="submit" class="button" aria-disabled={working}>
        {words.stepNames[type as keyof typeof words.stepNames] ?? type}
      </button>
      <p role="status">{working ? words.working : ""}</p>
    </form>
  );
}
