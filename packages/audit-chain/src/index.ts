export { AuditError } from "./errors.ts";
export type { AuditErrorCode } from "./errors.ts";
export { leafHash } from "./hash.ts";
export type { NodeAddress, NodeReader } from "./node-address.ts";
export { consistencyNodes, consistencyProof, inclusionNodes, inclusionProof } from "./proof.ts";
export { append, appendLeafHash, emptyTree, rootOf, treeAt, treeNodes } from "./tree.ts";
export type { Appended, StoredNode, Tree } from "./tree.ts";
export { verifyConsistency, verifyInclusion } from "./verify-proof.ts";
export type { ConsistencyClaim, InclusionClaim } from "./verify-proof.ts";
