import { unit } from "../../vitest.base.ts";

// Every test starts processes; a busy machine needs its time.
export default unit("cli", { testTimeout: 60_000, hookTimeout: 120_000 });
