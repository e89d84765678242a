import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Hono, Schema } from "hono";
import type { Deps } from "./deps.ts";
import { edge } from "./http/edge.ts";
import { Metrics } from "./http/metrics.ts";
import { documentRoute, securitySchemes } from "./openapi/document.ts";
import { type Env, router } from "./openapi/router.ts";
import { answerProblem, Problem, problemOf } from "./problem.ts";
import { applicationRoutes } from "./routes/applications.ts";
import { authRoutes } from "./routes/auth.ts";
import { consentRoutes } from "./routes/consents.ts";
import { controllerRoutes } from "./routes/controllers.ts";
import { deskApplicationRoutes } from "./routes/desk-applications.ts";
import { deskAuditRoutes } from "./routes/desk-audit.ts";
import { deskColleagueRoutes } from "./routes/desk-colleagues.ts";
import { deskDisposalRoutes } from "./routes/desk-disposals.ts";
import { deskExportRoutes } from "./routes/desk-exports.ts";
import { deskDisclosureRoutes } from "./routes/desk-disclosures.ts";
import { deskDueRoutes } from "./routes/desk-due.ts";
import { deskHoldRoutes } from "./routes/desk-holds.ts";
import { deskKeepRoutes } from "./routes/desk-keeps.ts";
import { deskTransferRoutes } from "./routes/desk-transfers.ts";
import { deskKeyRoutes } from "./routes/desk-keys.ts";
import { deskRegisterRoutes } from "./routes/desk-register.ts";
import { deskRequestWordsRoutes } from "./routes/desk-request-words.ts";
import { deskRequestRoutes } from "./routes/desk-requests.ts";
import { deskReviewRoutes } from "./routes/desk-reviews.ts";
import { deskRetentionRoutes } from "./routes/desk-retention.ts";
import { docsRoutes } from "./routes/docs.ts";
import { healthRoutes } from "./routes/health.ts";
import { mineEidRoutes } from "./routes/mine-eid.ts";
import { mineExportRoutes } from "./routes/mine-exports.ts";
import { mineRequestRoutes } from "./routes/mine-requests.ts";
import { keyLogRoutes } from "./routes/key-log.ts";
import { mineRoutes } from "./routes/mine.ts";

/** The whole API as a Hono app: `createApp(deps).fetch` answers requests, with nothing of its own outside `deps`. */
export function createApp(deps: Deps): App {
  const app = router();
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
