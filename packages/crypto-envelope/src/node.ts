export { addRecipient, decapsulatorFromSeed, open, reseal, rotate, seal } from "./node/envelope.ts";
