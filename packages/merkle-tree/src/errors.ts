/** What can be wrong with a question to a tree. */
export type MerkleErrorCode = "TREE_POSITION_INVALID" | "TREE_NODE_INVALID";

/** The one error of this package. The message never contains the input. */
export class MerkleError extends Error {
  override readonly name = "MerkleError";
  /** Stable; removing or renaming one is a major change. */
  readonly code: MerkleErrorCode;

  constructor(code: MerkleErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
