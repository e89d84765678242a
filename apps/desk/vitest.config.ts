import { unit } from "../../vitest.base.ts";

export default unit("desk", {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 20_000 } },
});
