/** The four assignments a person can offer to take, from SoL (2025:400) and what municipalities call them. */
export const assignmentKinds = ["family-home", "emergency-home", "contact-person", "contact-family"] as const;

/** `family-home` familjehem · `emergency-home` jourhem · `contact-person` kontaktperson · `contact-family` kontaktfamilj */
export type AssignmentKind = (typeof assignmentKinds)[number];

/** Whether a value is one of the four assignment kinds. */
export function isAssignmentKind(value: unknown): value is AssignmentKind {
  return (assignmentKinds as readonly unknown[]).includes(value);
}
