import { oneByOne, unit } from "../../vitest.base.ts";

export default unit("desk", {
  ...oneByOne,
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 20_000 } },
});
