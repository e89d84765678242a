import { unit } from "../../vitest.base.ts";

// The walk over the machine and the PDF letters take their time on a busy machine.
export default unit("dsar-workflow", { testTimeout: 120_000 });
