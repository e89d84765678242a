/** A browser's redirects and cookies, by hand: enough to log in as one of the demo's people. */
export interface Visitor {
  /** Follows redirects within these hosts; `until` stops before an address that begins so. */
  visit(url: string, init?: RequestInit, until?: string): Promise<Response>;
}

export function visitor(): Visitor {
  const jar = new Map<string, string>();
  return {
    async visit(url, init = {}, until) {
      let target = url;
      let request = init;
      for (let hops = 0; hops < 12; hops += 1) {
        const headers = new Headers(request.headers);
        headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
        const response = await fetch(target, { ...request, headers, redirect: "manual" });
        for (const line of response.headers.getSetCookie()) {
          const [pair = ""] = line.split(";");
          jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
        }
        const next = response.headers.get("location");
        if (next === null) return response;
        const address = new URL(next, target).href;
        if (until !== undefined && address.startsWith(until)) return response;
        target = address;
        request = {};
      }
      throw new Error("redirected in circles");
    },
  };
}

/** Logs in at the desk as the person with that id. */
export async function loggedIn(desk: string, issuer: string, person: string): Promise<Visitor> {
  const who = visitor();
  const html = await (await who.visit(`${desk}/api/auth/login`)).text();
  const action = /action="([^"]+)"/u.exec(html)?.[1] ?? "";
  await who.visit(`${issuer}${action}`, { method: "POST", body: new URLSearchParams({ login: person }) });
  return who;
}
