type Without<E, Said extends PropertyKey> = E extends unknown ? Omit<E, Said> : never;

/**
 * What the log keeps of a package's events, by their type: all that an entry does not say of itself.
 *
 * @example `DataOf<DsarEvent>`; `DataOf<ReviewEvent, "type" | "by">` where the entry's own `by` stands for the event's
 */
export type DataOf<E extends { readonly type: string }, Said extends PropertyKey = "type" | "at"> = {
  readonly [T in E["type"]]: Without<Extract<E, { readonly type: T }>, Said>;
};
