/** `DEPLOYMENT_PINS`: whose roots are trusted; `DEPLOYMENT_LOG_KEYS`: whose logs; `DEPLOYMENT_MALFORMED`: all the rest. */
export type DeploymentErrorCode = "DEPLOYMENT_PINS" | "DEPLOYMENT_LOG_KEYS" | "DEPLOYMENT_MALFORMED";

/** The site is set up wrongly. Its users cannot mend it, and nothing is sealed or sent by it. */
export class DeploymentError extends Error {
  override readonly name = "DeploymentError";
  readonly code: DeploymentErrorCode;

  constructor(code: DeploymentErrorCode) {
    super(code);
    this.code = code;
  }
}
