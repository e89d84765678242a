export { EnvelopeError, isEnvelopeError } from "./errors.ts";
export type { EnvelopeErrorCode, PublicEnvelopeErrorCode } from "./errors.ts";

export {
  decapsulatorFromCryptoKey,
  decapsulatorFromSeed,
  generateKey,
  publicKeyFromSeed,
} from "./kem/keys.ts";
export type { Decapsulator, NativeKey } from "./kem/keys.ts";
export { publicKeyOf } from "./kem/public-key.ts";
export type { KemId, PublicKey } from "./kem/public-key.ts";

export { verifyKeyDocument } from "./directory/key-document.ts";
export type { KeyDocument, KeyEntry, KeyStatus, VerifiedKeys } from "./directory/key-document.ts";
export type { KeyTrust } from "./directory/key-trust.ts";

export { Receipt } from "./sender/receipt.ts";

export { open, seal } from "./envelope/platform.ts";
export { verify, verifyBlob, verifyKeyring } from "./envelope/verify.ts";
export type { ContentStream } from "./content/content-stream.ts";
export type { Opened, ReadOptions, SectionInfo } from "./envelope/open.ts";
export type { SealPolicy } from "./envelope/policy.ts";
export type { Sealed } from "./envelope/seal.ts";
export type { SealOptions, SectionInput } from "./envelope/seal-options.ts";
export type { Expect, Verified } from "./envelope/verify.ts";

export { fromBase64Url, toBase64Url } from "./format/base64.ts";
export type { Context } from "./format/context.ts";
export type { Dsse, DsseSignature } from "./format/dsse.ts";
export { parseKeyring } from "./format/keyring.ts";
export type { Keyring, ShredRecord, Stanza } from "./format/keyring.ts";
export type { Manifest, ManifestGroup, ManifestSection } from "./format/manifest.ts";
export { memorySink } from "./payload/memory-sink.ts";
export type { Padding } from "./payload/padding.ts";
export type { Bytes } from "./payload/source.ts";
