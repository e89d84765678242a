/** How long another process's change may go unseen here. */
const freshMs = 1000;

export interface Remembered<T> {
  get(key: string): Promise<T>;
  forget(key: string): void;
}

/**
 * What every request asks for and what seldom changes: read again after a second, and at once after a change that was
 * made here. Those who ask while it is being read share the reading.
 */
export function remembered<T>(read: (key: string) => Promise<T>): Remembered<T> {
  const known = new Map<string, { readonly value: Promise<T>; readonly until: number }>();
  return {
    get(key) {
      const found = known.get(key);
      if (found !== undefined && performance.now() < found.until) return found.value;
      const value = read(key);
      known.set(key, { value, until: performance.now() + freshMs });
      value.then(
        (there) => {
          // Ids that name nothing come from outside, and there is no end of them.
          if (there === undefined) known.delete(key);
        },
        () => known.delete(key),
      );
      return value;
    },
    forget(key) {
      known.delete(key);
    },
  };
}
