import type { JSX } from "preact";
import { useKitTexts } from "../language.ts";
import { controlId, describedBy, FieldNotes, LabelWords, type FieldProps } from "./field-parts.tsx";

export interface ListedFile {
  readonly key: string;
  readonly name: string;
  /** e.g. "5,0 MB" */
  readonly note: string;
}

/** Files to choose, listed with a button each to remove them. The browser's own button words are hidden. */
export function FileField(
  props: FieldProps & {
    readonly accept: string;
    readonly files: readonly ListedFile[];
    readonly onAdd: (files: readonly File[]) => void;
    readonly onRemove: (key: string) => void;
    readonly single?: boolean | undefined;
    readonly buttonLabel?: string | undefined;
  },
): JSX.Element {
  const texts = useKitTexts();
  const id = controlId(props.name);
  return (
    <div class={props.error === undefined ? "field" : "field has-error"}>
      <label for={id}>
        <LabelWords {...props} />
      </label>
      <FieldNotes {...props} />
      {props.files.length === 0 ? null : (
        <ul class="file-list">
          {props.files.map((file) => (
            <li key={file.key}>
              <span>
                {file.name} <span class="optional">{file.note}</span>
              </span>
              <button type="button" class="link-button" onClick={() => props.onRemove(file.key)}>
                {texts.remove}
                <span class="visually-hidden"> {file.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <span class="button secondary file-pick">
        <span aria-hidden="true">{props.buttonLabel ?? texts.addFile}</span>
        <input
          type="file"
          id={id}
          name={props.name}
          accept={props.accept}
          multiple={props.single !== true}
          aria-describedby={describedBy(props)}
          onChange={(event) => {
            props.onAdd([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = "";
          }}
        />
      </span>
    </div>
  );
}
