import { unit } from "../../vitest.base.ts";

export default unit("api", {
  globalSetup: ["./test/setup/postgres.ts"],
  testTimeout: 90_000,
  hookTimeout: 90_000,
});
