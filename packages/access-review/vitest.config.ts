import { unit } from "../../vitest.base.ts";

export default unit("access-review");
