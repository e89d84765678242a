/** A page whose code is fetched when it is first shown. */
import type { ComponentType } from "preact";
import { Loaded } from "./notice.tsx";
import { useResource } from "./use-resource.ts";

export function lazyPage<P extends object>(
  load: () => Promise<ComponentType<P>>,
): (props: P) => preact.JSX.Element {
  return function LazyPage(props: P) {
    const { resource } = useResource("code", load);
    return <Loaded resource={resource}>{(Page) => <Page {...props} />}</Loaded>;
  };
}
