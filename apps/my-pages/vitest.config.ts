import { oneByOne, unit } from "../../vitest.base.ts";

export default unit("my-pages", { ...oneByOne, testTimeout: 30_000 });
