import { unit } from "../../vitest.base.ts";

// Every test starts processes; a busy machine needs its time. Each file has a folder of its own, made when it is read.
export default unit("cli", { isolate: true, testTimeout: 60_000, hookTimeout: 120_000 });
