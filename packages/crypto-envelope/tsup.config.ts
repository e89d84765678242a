import { library } from "../../tsup.config.base.ts";

const entries = ["index", "content", "escrow", "file", "keyfile", "keyring", "node"];

export default library(
  entries.map((name) => `src/${name}.ts`),
  {
    external: [/^node:/],
  },
);
