/** What JSON can say. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** How many arrays and objects may lie inside each other, when writing and when reading. */
export const maxDepth: number = 128;
