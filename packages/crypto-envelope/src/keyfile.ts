export { lockKey, parseKeyFile, unlockKey } from "./keyfile/key-file.ts";
export type { KeyFile, Lock, PrfSlot, ScryptSlot, Unlock } from "./keyfile/key-file.ts";
