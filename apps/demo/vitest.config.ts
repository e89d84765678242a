import { unit } from "../../vitest.base.ts";

export default unit("demo", { testTimeout: 120_000, hookTimeout: 120_000 });
