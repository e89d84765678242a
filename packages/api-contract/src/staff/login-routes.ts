import { createRoute, z } from "@hono/zod-openapi";
import { desk } from "../ground/gates.ts";
import { json, refusals } from "../ground/answers.ts";

export const login = createRoute({
  method: "get",
  path: "/api/auth/login",
  tags: ["Session"],
  summary: "Begin logging in at the identity provider",
  responses: { 302: { description: "To the identity provider." }, ...refusals },
});

export const callback = createRoute({
  method: "get",
  path: "/api/auth/callback",
  tags: ["Session"],
  summary: "Where the identity provider sends the browser back",
  description: "A browser that is refused is sent to the desk, which says why in words.",
  responses: { 302: { description: "To the desk, logged in." }, ...refusals },
});

export const loggedOut = createRoute({
  method: "get",
  path: "/api/auth/logged-out",
  tags: ["Session"],
  summary: "Where the identity provider sends the browser after ending the login there",
  responses: { 302: { description: "To the desk." }, ...refusals },
});

export const backChannel = createRoute({
  method: "post",
  path: "/api/auth/backchannel-logout",
  tags: ["Session"],
  summary: "Where the identity provider says that a login has ended there",
  description: "OpenID Connect Back-Channel Logout 1.0, with the issuer's session id.",
  request: {
    body: {
      required: true,
      content: {
        "application/x-www-form-urlencoded": {
          schema: z.strictObject({ logout_token: z.string().max(16_384) }),
        },
      },
    },
  },
  responses: { 204: { description: "Sessions of that login have ended here too." }, ...refusals },
});

const sessionSchema = z
  .object({
    user: z.object({
      name: z.string(),
      role: z.string(),
      ref: z.string(),
      unit: z.string().optional(),
      controller: z.string(),
      controllerName: z.string(),
    }),
    csrf: z.string(),
  })
  .openapi("Session");

export const session = createRoute({
  method: "get",
  path: "/api/session",
  tags: ["Session"],
  summary: "Who is logged in",
  ...desk("any"),
  responses: { 200: json(sessionSchema, "The session."), ...refusals },
});

export const logout = createRoute({
  method: "post",
  path: "/api/auth/logout",
  tags: ["Session"],
  summary: "End the session, on the server too",
  ...desk("any"),
  responses: {
    200: json(
      z.object({ url: z.string() }),
      "Logged out here; the browser goes on to this address, to be logged out at the identity provider too.",
    ),
    204: { description: "Logged out; the identity provider has no way to end its login." },
    ...refusals,
  },
});
