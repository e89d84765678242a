/** The page about one's rights, fetched when it is first wanted. */
import type { ComponentType, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../texts/load-texts.ts";
import type { RightsProps } from "./rights-part.ts";

export function Rights(props: RightsProps): JSX.Element {
  const { answers } = useTexts();
  const [page, setPage] = useState<{ readonly Page: ComponentType<RightsProps> }>();
  useEffect(() => {
    import("./rights-page.tsx").then(
      ({ RightsPage }) => setPage({ Page: RightsPage }),
      () => undefined,
    );
  }, []);
  return page === undefined ? <p role="status">{answers.working}</p> : <page.Page {...props} />;
}
