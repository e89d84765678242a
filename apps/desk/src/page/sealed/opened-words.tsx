/** A sealed text that has just been opened. It takes the focus of the button that opened it and went away. */
import { useEffect, useRef } from "preact/hooks";

export function OpenedWords({ text }: { readonly text: string }) {
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => words.current?.focus(), []);
  return (
    <p ref={words} tabIndex={-1} class="words shown">
      {text}
    </p>
  );
}
