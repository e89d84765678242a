import { unit } from "../../vitest.base.ts";

// Time for a machine that is busy with other things; alone none of these tests comes near it.
export default unit("crypto-envelope", { testTimeout: 300_000, hookTimeout: 300_000 });
