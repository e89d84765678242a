import { unit } from "../../vitest.base.ts";

export default unit("my-pages", { testTimeout: 30_000 });
