import { oneByOne, unit } from "../../vitest.base.ts";

export default unit("e2e", { ...oneByOne, testTimeout: 180_000, hookTimeout: 180_000 });
