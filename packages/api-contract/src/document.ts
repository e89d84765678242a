/** All routes of the contract as one OpenAPI document. */
import { OpenAPIHono, type RouteConfig } from "@hono/zod-openapi";
import * as answersMine from "./answers/mine-routes.ts";
import * as answers from "./answers/routes.ts";
import * as applications from "./applications/routes.ts";
import * as consents from "./consents/routes.ts";
import * as controllersRegister from "./controllers/register-routes.ts";
import * as controllers from "./controllers/routes.ts";
import * as disclosures from "./disclosures/routes.ts";
import * as disposal from "./disposal/routes.ts";
import * as extensions from "./extensions/routes.ts";
import * as health from "./health/routes.ts";
import * as holds from "./holds/routes.ts";
import * as keysDesk from "./keys/desk-routes.ts";
import * as keysLog from "./keys/log-routes.ts";
import * as log from "./log/routes.ts";
import * as mineEid from "./mine/eid-routes.ts";
import * as mineRequest from "./mine/request-routes.ts";
import * as mine from "./mine/routes.ts";
import * as requests from "./requests/routes.ts";
import * as retentionDue from "./retention/due-routes.ts";
import * as retention from "./retention/routes.ts";
import * as review from "./review/routes.ts";
import * as staffColleague from "./staff/colleague-routes.ts";
import * as staffLogin from "./staff/login-routes.ts";
import * as submissions from "./submissions/routes.ts";
import * as transfers from "./transfers/routes.ts";

const rooms: readonly Readonly<Record<string, unknown>>[] = [
  answersMine,
  answers,
  applications,
  consents,
  controllersRegister,
  controllers,
  disclosures,
  disposal,
  extensions,
  health,
  holds,
  keysDesk,
  keysLog,
  log,
  mineEid,
  mineRequest,
  mine,
  requests,
  retentionDue,
  retention,
  review,
  staffColleague,
  staffLogin,
  submissions,
  transfers,
];

function isRoute(value: unknown): value is RouteConfig {
  return typeof value === "object" && value !== null && "method" in value && "path" in value;
}

const named = ({ path, method }: RouteConfig): string => `${path} ${method}`;

/** Every route, by address. */
export const allRoutes: readonly RouteConfig[] = rooms
  .flatMap((room) => Object.values(room).filter(isRoute))
  .toSorted((a, b) => (named(a) < named(b) ? -1 : 1));

/** What the document says about the whole. */
export const documentInfo = {
  openapi: "3.1.0",
  info: {
    title: "Tillit API",
    version: "0.1.0",
    description:
      "Receives, keeps and hands out sealed foster-care applications. It has no key that opens them: bodies carry ciphertext, states, dates and hashes.",
    license: { name: "MIT", identifier: "MIT" },
  },
  servers: [{ url: "/" }],
};

export const securitySchemes = {
  session: { type: "apiKey", in: "cookie", name: "tillit-session", description: "Staff, by OpenID Connect." },
  receipt: {
    type: "http",
    scheme: "bearer",
    description: "An applicant, by proof of possession of a receipt.",
  },
  metrics: { type: "http", scheme: "bearer", description: "The operator, for counts only." },
} as const;

/** The OpenAPI document, made from the contract alone. */
export function openApiDocument(): ReturnType<OpenAPIHono["getOpenAPI31Document"]> {
  const app = new OpenAPIHono();
  for (const [name, scheme] of Object.entries(securitySchemes))
    app.openAPIRegistry.registerComponent("securitySchemes", name, scheme);
  for (const route of allRoutes) app.openAPIRegistry.registerPath(route);
  return app.getOpenAPI31Document(documentInfo);
}
