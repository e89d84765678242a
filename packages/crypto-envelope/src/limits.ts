/** Sizes an opener accepts (CE1 section "Limits"). Larger is refused with LIMIT before any work is done. */
export const limits = {
  manifestBytes: 256 * 1024,
  keyringBytes: 2 * 1024 * 1024,
  recipients: 512,
  groups: 16,
  sections: 256,
  contextBytes: 256,
  controllers: 16,
  signatures: 8,
  jsonSectionBytes: 4 * 1024 * 1024,
  blobBytes: 16 * 1024 * 1024 * 1024,
  keyDocumentKeys: 64,
} as const;
