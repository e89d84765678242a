import { unit } from "../../vitest.base.ts";

export default unit("form", { testTimeout: 60_000 });
