/** That a way in was opened or closed, and nothing of who came that way. */
export interface EidEvents {
  readonly EidLinked: Readonly<Record<string, never>>;
  readonly EidUnlinked: Readonly<Record<string, never>>;
}
