import { unit } from "../../vitest.base.ts";

export default unit("text-encoding");
