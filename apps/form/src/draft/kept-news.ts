/** Tells the other open pages of the form what was done to what is on the device. */

/** `removed`: the draft was deleted. `saved`: the application is sent and its receipt saved. Both leave nothing. */
export type KeptNews = "removed" | "saved";

const channel = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel("tillit-kept");

export function tell(news: KeptNews): void {
  channel?.postMessage(news);
}

/** Listens until the function it gives is called. */
export function hear(onNews: (news: KeptNews) => void): () => void {
  const listen = ({ data }: MessageEvent<KeptNews>): void => onNews(data);
  channel?.addEventListener("message", listen);
  return () => channel?.removeEventListener("message", listen);
}
