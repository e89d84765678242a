import { oneByOne, unit } from "../../vitest.base.ts";

export default unit("demo", { ...oneByOne, testTimeout: 120_000, hookTimeout: 120_000 });
