/** Key verification and sealing, off the page's own thread. */
import { sealApplication, verifyReceivers } from "./seal-application.ts";
import type { SealerAnswer, SealerQuestion } from "./sealer-messages.ts";

const answer = (message: SealerAnswer): void => {
  postMessage(message);
};

addEventListener("message", (event: MessageEvent<SealerQuestion>) => {
  const { id, ask } = event.data;
  const fail = (): void => answer({ id, failed: true });
  if (ask.kind === "verify") {
    try {
      answer({ id, verdicts: verifyReceivers(ask.receivers, ask.now) });
    } catch {
      fail();
    }
    return;
  }
  sealApplication(ask.request, (done, total) => answer({ id, done, total })).then(
    (result) => answer({ id, result }),
    fail,
  );
});
