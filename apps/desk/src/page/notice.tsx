/** Failures, waiting and good news, said the same way everywhere. */
import type { ComponentChildren } from "preact";
import { explain } from "../texts/explain.ts";
import { useTexts } from "../texts/language.ts";
import type { Resource } from "./use-resource.ts";

export function Failure({ error }: { readonly error: unknown }) {
  const { texts } = useTexts();
  return (
    <div class="panel failure" role="alert">
      <p>
        <strong>{texts.error}</strong> {explain(error, texts)}
      </p>
    </div>
  );
}

interface NoteProps {
  readonly kind: "good" | "warn";
  readonly children: ComponentChildren;
}

export function Note({ kind, children }: NoteProps) {
  return <p class={`panel ${kind} note-line`}>{children}</p>;
}

interface LoadedProps<T> {
  readonly resource: Resource<T>;
  readonly children: (value: T) => ComponentChildren;
}

export function Loaded<T>({ resource, children }: LoadedProps<T>) {
  const { texts } = useTexts();
  if (resource.status === "loading") return <p role="status">{texts.loading}</p>;
  if (resource.status === "failed") {
    return (
      <>
        <Failure error={resource.error} />
        {resource.retry !== undefined && (
          <button type="button" class="button secondary" onClick={resource.retry}>
            {texts.retry}
          </button>
        )}
      </>
    );
  }
  return <>{children(resource.value)}</>;
}
