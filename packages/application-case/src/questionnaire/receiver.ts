/** What one receiver gets of an application: the kinds of assignment it accepts, and the answers to their questions. */
import type { AssignmentKind } from "../assignment.ts";
import type { Answers, Questionnaire } from "./question.ts";
import { chosenAssignments, visibleQuestions } from "./visible.ts";

/**
 * The chosen kinds that a receiver accepts, in the order they were chosen; none when it accepts none of them.
 *
 * @param accepts - codes of the kinds the receiver takes; a code that is no kind matches nothing
 * @example
 * assignmentsFor({ assignment: ["family-home", "contact-person"] }, ["contact-person"]); // ["contact-person"]
 */
export function assignmentsFor(answers: Answers, accepts: readonly string[]): readonly AssignmentKind[] {
  return chosenAssignments(answers).filter((kind) => accepts.includes(kind));
}

/**
 * The answers to seal for one receiver: the kinds it accepts, and answers to the questions that an applicant for
 * those kinds alone is asked (GDPR Art. 5(1)(c)). Undefined when it accepts none of the chosen kinds: then it is
 * sent nothing. What is left of answers that parse, parses.
 *
 * @param accepts - codes of the kinds the receiver takes
 * @example
 * answersFor(questionnaire, { assignment: ["family-home", "contact-person"], "own-room": "now" }, ["contact-person"]);
 * // { assignment: ["contact-person"] }
 */
export function answersFor(
  questionnaire: Questionnaire,
  answers: Answers,
  accepts: readonly string[],
): Answers | undefined {
  const assignment = assignmentsFor(answers, accepts);
  if (assignment.length === 0) return undefined;
  const own: Answers = { ...answers, assignment };
  const asked = visibleQuestions(questionnaire, own).map(({ id }) => [id, own[id]] as const);
  return Object.fromEntries(asked.filter(([, value]) => value !== undefined));
}

/**
 * The chosen kinds that none of the receivers accepts: an application for them would reach nobody.
 *
 * @param receivers - what each receiver accepts
 * @example
 * assignmentsWithoutReceiver({ assignment: ["family-home", "contact-person"] }, [["family-home"]]); // ["contact-person"]
 */
export function assignmentsWithoutReceiver(
  answers: Answers,
  receivers: readonly (readonly string[])[],
): readonly AssignmentKind[] {
  return chosenAssignments(answers).filter((kind) => !receivers.some((accepts) => accepts.includes(kind)));
}
