import type { OpenAPIHono } from "@hono/zod-openapi";
import { securitySchemes } from "@tillit/api-contract/document";
import type { Hono, Schema } from "hono";
import type { Deps } from "./deps.ts";
import { edge } from "./http/edge.ts";
import { Metrics } from "./http/metrics.ts";
import { documentRoute } from "./openapi/document.ts";
import type { Env } from "./openapi/env.ts";
import { router } from "./openapi/router.ts";
import { answerProblem, Problem, problemOf } from "./problem.ts";
import { applicationRoutes } from "./submissions/routes.ts";
import { authRoutes } from "./staff/login-routes.ts";
import { consentRoutes } from "./consents/routes.ts";
import { controllerRoutes } from "./controllers/routes.ts";
import { deskApplicationRoutes } from "./applications/routes.ts";
import { deskAuditRoutes } from "./log/routes.ts";
import { deskColleagueRoutes } from "./staff/colleague-routes.ts";
import { deskDisposalRoutes } from "./disposal/routes.ts";
import { deskExportRoutes } from "./answers/routes.ts";
import { deskDisclosureRoutes } from "./disclosures/routes.ts";
import { deskDueRoutes } from "./retention/due-routes.ts";
import { deskHoldRoutes } from "./holds/routes.ts";
import { deskKeepRoutes } from "./extensions/routes.ts";
import { deskTransferRoutes } from "./transfers/routes.ts";
import { deskKeyRoutes } from "./keys/desk-routes.ts";
import { deskRegisterRoutes } from "./controllers/register-routes.ts";
import { deskRequestRoutes, deskRequestWordsRoutes } from "./requests/routes.ts";
import { deskReviewRoutes } from "./review/routes.ts";
import { deskRetentionRoutes } from "./retention/routes.ts";
import { docsRoutes } from "./health/docs-routes.ts";
import { healthRoutes } from "./health/routes.ts";
import { mineEidRoutes } from "./mine/eid-routes.ts";
import { mineExportRoutes } from "./answers/mine-routes.ts";
import { mineRequestRoutes } from "./mine/request-routes.ts";
import { keyLogRoutes } from "./keys/log-routes.ts";
import { mineRoutes } from "./mine/routes.ts";

/** The whole API as a Hono app: `createApp(deps).fetch` answers requests, with nothing of its own outside `deps`. */
export function createApp(deps: Deps): App {
  const app = router(deps);
  const metrics = new Metrics();
  app.use(edge(deps, metrics));
  app.onError((error, c) => {
    const problem = problemOf(error);
    if (problem.code === "INTERNAL") {
      // Name and stack of our own code; a driver's message may hold values and is left out.
      const { cause } = problem;
      deps.log.error({
        requestId: c.get("requestId"),
        error: cause instanceof Error ? trace(cause) : "unknown",
      });
    }
    return answerProblem(c, problem, c.get("requestId"));
  });
  app.notFound((c) => answerProblem(c, new Problem("NOT_FOUND"), c.get("requestId")));
  for (const [name, scheme] of Object.entries(securitySchemes)) {
    app.openAPIRegistry.registerComponent("securitySchemes", name, scheme);
  }
  app.get("/api/openapi.json", documentRoute(app));
  const groups: readonly Hono<Env, Schema>[] = [
    healthRoutes(deps, metrics),
    controllerRoutes(deps),
    keyLogRoutes(deps),
    applicationRoutes(deps),
    mineRoutes(deps),
    mineRequestRoutes(deps),
    mineExportRoutes(deps),
    consentRoutes(deps),
    mineEidRoutes(deps),
    authRoutes(deps),
    deskApplicationRoutes(deps),
    deskColleagueRoutes(deps),
    deskRetentionRoutes(deps),
    deskDueRoutes(deps),
    deskHoldRoutes(deps),
    deskKeepRoutes(deps),
    deskTransferRoutes(deps),
    deskDisclosureRoutes(deps),
    deskRequestRoutes(deps),
    deskRequestWordsRoutes(deps),
    deskExportRoutes(deps),
    deskAuditRoutes(deps),
    deskReviewRoutes(deps),
    deskDisposalRoutes(deps),
    deskKeyRoutes(deps),
    deskRegisterRoutes(deps),
    docsRoutes(),
  ];
  for (const routes of groups) app.route("/", routes);
  return app;
}

/** The API. Its routes are not in the type: who calls it knows them by the written contract. */
export type App = OpenAPIHono<Env>;

function trace(error: Error): string {
  const frames = (error.stack ?? "").split("\n").filter((line) => line.trimStart().startsWith("at "));
  return [error.name, ...frames.slice(0, 8).map((line) => line.trim())].join(" | ");
}
