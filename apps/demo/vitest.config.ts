import { unit } from "../../vitest.base.ts";

export default unit("demo", { testTimeout: 30_000, hookTimeout: 60_000 });
