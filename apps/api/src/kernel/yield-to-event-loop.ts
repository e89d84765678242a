/**
 * Lets others be served: SQLite answers without ever waiting, so a loop over many pages of it would keep the process
 * from everything else until it is done.
 */
export function breath(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
