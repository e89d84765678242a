import { library } from "../../tsup.config.base.ts";

export default library(["src/index.ts", "src/escrow.ts", "src/keyfile.ts", "src/node.ts"], {
  external: [/^node:/],
});
