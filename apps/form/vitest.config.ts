import { oneByOne, unit } from "../../vitest.base.ts";

export default unit("form", { ...oneByOne, testTimeout: 60_000 });
