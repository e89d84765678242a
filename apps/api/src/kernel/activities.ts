/** The registered processing activity that the log names with every entry. */

/** Activities are registered per controller, as in its record of processing: `skinnskatteberg-ifo/application`. */
export function activityOf(controller: string): string {
  return `${controller}/application`;
}
