/** Where in the form a person can be, and what comes after what. Pure: the URL and the screen follow from it. */
import { exitOf, questionnaire, stepIds, stepsOf, type Answers, type StepId } from "@tillit/application-case";

export type Place = "start" | StepId | "notices" | "review" | "send" | "receipt" | "exit";

/** Every place the URL may name. */
export const allPlaces: readonly Place[] = [
  "start",
  ...stepIds,
  "notices",
  "review",
  "send",
  "receipt",
  "exit",
];

/** Whether a text from the URL names a place. */
export function isPlace(text: string | null): text is Place {
  return (allPlaces as readonly (string | null)[]).includes(text);
}

/** The numbered places of this applicant: the questions, the notices after the first of them, and the review. */
export function numberedPlaces(answers: Answers): readonly (StepId | "notices" | "review")[] {
  const steps = stepsOf(questionnaire, answers).map(({ id }) => id);
  return [...steps.slice(0, 1), "notices", ...steps.slice(1), "review"];
}

/** "Step n of m" for a numbered place. */
export function numberOf(place: Place, answers: Answers): { number: number; of: number } | undefined {
  const places: readonly Place[] = numberedPlaces(answers);
  const index = places.indexOf(place);
  return index === -1 ? undefined : { number: index + 1, of: places.length };
}

/** Where the button onward leads; an answer that ends the form leads out of it. */
export function placeAfter(place: Place, answers: Answers): Place {
  if (place !== "start" && exitOf(questionnaire, answers) !== undefined) return "exit";
  const places: readonly Place[] = ["start", ...numberedPlaces(answers), "send", "receipt"];
  const index = places.indexOf(place);
  return places[index + 1] ?? "start";
}

/** Where "back" leads; nowhere from the start, and nowhere once the application is on its way. */
export function placeBefore(place: Place, answers: Answers): Place | undefined {
  if (place === "exit") return "assignment";
  const places: readonly Place[] = ["start", ...numberedPlaces(answers)];
  const index = places.indexOf(place);
  return index <= 0 ? undefined : places[index - 1];
}

/** Whether a step is answered as it must be, and whether the notices have been read. */
export type Completeness = (place: StepId | "notices") => boolean;

/**
 * The place to show when one is asked for: a place further on than the first incomplete step, or than notices that
 * have not been read, is not reachable, and sending is started by its button only.
 */
export function reachablePlace(asked: Place, answers: Answers, isComplete: Completeness): Place {
  if (asked === "start" || asked === "assignment") return asked;
  if (asked === "exit") return exitOf(questionnaire, answers) === undefined ? "start" : "exit";
  const place = asked === "send" || asked === "receipt" ? "review" : asked;
  const places = numberedPlaces(answers);
  const wanted = (places as readonly Place[]).indexOf(place);
  if (wanted === -1) return "start";
  const firstIncomplete = places.findIndex((each) => each !== "review" && !isComplete(each));
  if (firstIncomplete === -1 || wanted <= firstIncomplete) return place;
  return places[firstIncomplete] ?? "start";
}
