/** The settings of this site, read in one place for every web app. What checks them is loaded when it is needed. */
import { ApiProblem, getJson } from "../api-problem.ts";
import { DeploymentError } from "./deployment-error.ts";
import type { Deployment } from "./parse-deployment.ts";

/**
 * Fresh at every use.
 *
 * @throws DeploymentError where the settings are refused, or are not there · ApiProblem where they cannot be reached now
 */
export async function fetchDeployment(): Promise<Deployment> {
  const [value, { parseDeployment }] = await Promise.all([
    getJson<unknown>("/tillit-config.json").catch((error: unknown) => {
      if (error instanceof ApiProblem && error.temporary) throw error;
      throw new DeploymentError("DEPLOYMENT_MALFORMED");
    }),
    import("./parse-deployment.ts"),
  ]);
  const found = await parseDeployment(value);
  if (typeof found === "string") throw new DeploymentError(found);
  return found;
}
