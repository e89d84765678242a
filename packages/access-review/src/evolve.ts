import type { Line, Review, ReviewEvent } from "./review.ts";

/** The review after an event. */
export function evolve(review: Review, event: ReviewEvent): Review {
  switch (event.type) {
    case "ReviewDrawn":
      return { status: "open", drawn: event, lines: event.lines };
    case "AccessJudged": {
      const { by, seq, verdict, words } = event;
      const lines = review.lines.map(({ seq: at, by: reader, why, ...before }): Line =>
        at === seq
          ? { seq: at, by: reader, why, verdict, judgedBy: by, ...(words === undefined ? {} : { words }) }
          : { seq: at, by: reader, why, ...before },
      );
      return { ...review, lines };
    }
    case "ReviewSigned":
      return { ...review, status: "signed", signedBy: event.by };
  }
}
