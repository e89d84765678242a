import { unit } from "../../vitest.base.ts";

export default unit("consent-legal-basis");
