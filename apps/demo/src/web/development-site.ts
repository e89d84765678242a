/** In watch mode the apps are served by their own development servers; this origin keeps the API and leads there. */
import type { Site } from "./static-site.ts";

export function developmentSite(server: string, extra: Readonly<Record<string, string>>): Site {
  return (request) => {
    const { pathname } = new URL(request.url);
    const own = extra[pathname];
    if (own !== undefined) return new Response(own, { headers: { "content-type": "application/json" } });
    return Response.redirect(new URL(pathname, server), 302);
  };
}
