import { unit } from "../../vitest.base.ts";

export default unit("api", {
  globalSetup: ["./test/setup/postgres.ts"],
  testTimeout: 30_000,
  hookTimeout: 30_000,
});
