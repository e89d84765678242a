import { unit } from "../../vitest.base.ts";

export default unit("desk", { testTimeout: 60_000, hookTimeout: 120_000 });
