/** Sealed words, opened with the key when asked for. Nothing is shown to someone without it. */
import { useState } from "preact/hooks";
import { Failure } from "../notice.tsx";
import { isRestricted, RestrictedReading } from "./restricted-reading.tsx";
import { OpenedWords } from "./opened-words.tsx";
import { type HeldKey, useVault } from "../../unlock/vault.ts";

interface Props {
  readonly label: string;
  /** The record that the words are about; where it is restricted the reader names a purpose. */
  readonly record?: string | undefined;
  readonly open: (key: HeldKey) => Promise<string>;
}

function Reader({ label, record, open, held }: Props & { readonly held: HeldKey }) {
  const [text, setText] = useState<string>();
  const [error, setError] = useState<unknown>(undefined);
  if (text !== undefined) return <OpenedWords text={text} />;
  const read = (): void => {
    // What was refused stays shown with the choice of a purpose, until the next answer.
    if (!isRestricted(error)) setError(undefined);
    open(held).then(setText, setError);
  };
  return (
    <>
      {error !== undefined && <Failure error={error} />}
      {record !== undefined && isRestricted(error) && <RestrictedReading record={record} />}
      <button type="button" class="button secondary" onClick={read}>
        {label}
      </button>
    </>
  );
}

/** What was opened goes from the screen when the key locks. */
export function SealedReader(props: Props) {
  const vault = useVault();
  return vault.status === "locked" ? null : <Reader {...props} held={vault.key} />;
}
