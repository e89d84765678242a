/** Seals 12 MB, says so, and has nothing more to do: the process must end by itself. */
import * as main from "../../src/index.ts";
import { seal } from "../../src/node.ts";
import { takeSlot } from "../../src/node/hash-lane.ts";
import { app, context, controller } from "../situation.ts";

const { keys } = await controller("familjehem-sverige", "x25519");
const data = new Uint8Array(12_000_000).fill(3);
let sealed = 0;
await seal({
  context,
  receipt: main.Receipt.create(app),
  to: { g1: [keys] },
  sections: [{ id: "file-1", class: "attachment", data, pad: "none" }],
  sink: () => new WritableStream(),
  onProgress: (_, done) => {
    sealed = done;
  },
});
process.stdout.write(JSON.stringify({ sealed }));
const room = takeSlot(false);
room?.free();
process.on("exit", () => {
  // A process that waited for the second thread would end after it; where none may be started there was none before.
  if (room !== undefined && takeSlot(false) === undefined) process.exitCode = 9;
});
