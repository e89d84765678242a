/** Reviews of who has opened content: which there are, where one is late, and drawing a new one. */
import type { AccessReview } from "@tillit/api-contract/client";
import { ApiProblem } from "@tillit/web-kit";
import { useState } from "preact/hooks";
import { api, until, valueOf } from "../api/api-client.ts";
import { Cell, RowHead } from "../page/list/cell.tsx";
import { Failure, Loaded, Note } from "../page/notice.tsx";
import { PageTitle } from "../page/page-title.tsx";
import { goTo, Link } from "../page/router.tsx";
import { useResource } from "../page/use-resource.ts";
import { showDate, useTexts } from "../texts/language.ts";
import { reviewTexts } from "./review-texts.ts";

function List({ reviews }: { readonly reviews: readonly AccessReview[] }) {
  const { lang } = useTexts();
  const words = reviewTexts[lang];
  if (reviews.length === 0) return <p>{words.empty}</p>;
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">{words.period}</th>
          <th scope="col">{words.of}</th>
          <th scope="col">{words.status}</th>
          <th scope="col">{words.verdicts}</th>
        </tr>
      </thead>
      <tbody>
        {reviews.map(({ id, period, unit, status, lines, verdicts }) => {
          const judged = Object.values(verdicts).reduce((sum, count) => sum + count, 0);
          return (
            <tr key={id}>
              <RowHead label={words.period}>
                <Link to={`/logg/${id}`}>
                  {showDate(period.from, lang)} – {showDate(period.to, lang)}
                </Link>
              </RowHead>
              <Cell label={words.of}>{unit ?? words.whole}</Cell>
              <Cell label={words.status}>{words.statuses[status]}</Cell>
              <Cell label={words.verdicts}>{words.some(judged, lines)}</Cell>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Draw() {
  const { lang } = useTexts();
  const words = reviewTexts[lang];
  const [working, setWorking] = useState(false);
  const [counted, setCounted] = useState("");
  const [error, setError] = useState<unknown>(undefined);
  const draw = async (dryRun: boolean): Promise<void> => {
    setWorking(true);
    setError(undefined);
    try {
      const drawn = await valueOf(api.desk.audit.reviews.$post({ json: { dryRun } }));
      if (drawn.id === undefined) setCounted(words.previewed(drawn.picked, drawn.lines, drawn.population));
      else goTo(`/logg/${drawn.id}`);
    } catch (failure) {
      const refused = failure instanceof ApiProblem ? words.refused[failure.reason ?? ""] : undefined;
      if (refused === undefined) setError(failure);
      else setCounted(refused);
    } finally {
      setWorking(false);
    }
  };
  return (
    <>
      {error !== undefined && <Failure error={error} />}
      <div class="actions">
        <button type="button" class="button" aria-disabled={working} onClick={() => void draw(false)}>
          {words.draw}
        </button>
        <button
          type="button"
          class="button secondary"
          aria-disabled={working}
          onClick={() => void draw(true)}
        >
          {words.preview}
        </button>
      </div>
      <p role="status">{counted}</p>
    </>
  );
}

export function ReviewsPage() {
  const { lang } = useTexts();
  const words = reviewTexts[lang];
  const { resource } = useResource("reviews", (signal) =>
    valueOf(api.desk.audit.reviews.$get({}, until(signal))),
  );
  return (
    <>
      <PageTitle title={words.title} name="reviews" />
      <p>{words.lead}</p>
      <Loaded resource={resource}>
        {({ reviews, overdue }) => (
          <>
            {overdue.map(({ unit, coveredTo }) => (
              <Note key={unit ?? ""} kind="warn">
                {words.overdue(unit ?? words.whole, showDate(coveredTo, lang))}
              </Note>
            ))}
            <Draw />
            <List reviews={reviews} />
          </>
        )}
      </Loaded>
    </>
  );
}
