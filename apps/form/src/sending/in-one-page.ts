/**
 * Runs one piece of work at a time over all open pages of the form, so that none is sealed or sent twice. `onWait` is
 * called when another page is at it. A page that is gone holds nobody up.
 */
export async function inOnePage(work: () => Promise<void>, onWait: () => void): Promise<void> {
  if (!("locks" in navigator)) return work();
  const name = "tillit-sending";
  const free = await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock !== null) await work();
    return lock !== null;
  });
  if (free) return;
  onWait();
  await navigator.locks.request(name, work);
}
