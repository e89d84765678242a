/** Merely reads a CSV file and splits it into fields: what the plan is measured against. */
import { createReadStream } from "node:fs";

let fields = 0;
let rest = "";
for await (const chunk of createReadStream(process.argv[2] ?? "", {
  encoding: "utf8",
  highWaterMark: 1 << 20,
})) {
  const lines = (rest + String(chunk)).split("\n");
  rest = lines.pop() ?? "";
  for (const line of lines) fields += line.split(",").length;
}
process.stdout.write(`${fields}\n`);
