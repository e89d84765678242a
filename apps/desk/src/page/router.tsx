/** Addresses of the desk. They hold record ids, never anything a person wrote. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../texts/language.ts";
import { mayLeave } from "./unsaved.ts";

export type Route =
  | { readonly page: "inbox" }
  | { readonly page: "case"; readonly id: string }
  | { readonly page: "retention" }
  | { readonly page: "disposals" }
  | { readonly page: "disposal"; readonly id: string }
  | { readonly page: "holds" }
  | { readonly page: "transfers" }
  | { readonly page: "transfer"; readonly id: string }
  /** A case that is to be handed over, by its own id. */
  | { readonly page: "offer"; readonly id: string }
  | { readonly page: "register" }
  | { readonly page: "reviews" }
  | { readonly page: "review"; readonly id: string }
  | { readonly page: "requests" }
  | { readonly page: "request"; readonly id: string }
  /** Where the API sends a browser whose login was refused, and one that has logged out at the issuer too. */
  | { readonly page: "refused"; readonly code: string }
  | { readonly page: "logged-out" }
  | { readonly page: "unknown" };

const id = "([A-Za-z0-9-]{1,64})";

const plainPages = [
  ["/gallring", "retention"],
  ["/gallringslistor", "disposals"],
  ["/sparrar", "holds"],
  ["/overlamnanden", "transfers"],
  ["/register", "register"],
  ["/logg", "reviews"],
  ["/begaran", "requests"],
] as const;

/** Pages of one thing, which the address names by its id. */
const pagesOfOne = [
  ["gallringslistor", "disposal"],
  ["logg", "review"],
  ["arende", "case"],
  ["begaran", "request"],
  ["overlamna", "offer"],
  ["overlamnanden", "transfer"],
] as const;

/** The page an address stands for. */
export function routeOf(path: string): Route {
  if (path === "/" || path === "/inkorg") return { page: "inbox" };
  if (path === "/utloggad") return { page: "logged-out" };
  const refused = /^\/inloggning\/([A-Z_]{1,40})$/u.exec(path)?.[1];
  if (refused !== undefined) return { page: "refused", code: refused };
  const plain = plainPages.find(([address]) => address === path)?.[1];
  if (plain !== undefined) return { page: plain };
  const [, place, one] = new RegExp(`^/([a-z]+)/${id}$`, "u").exec(path) ?? [];
  const named = pagesOfOne.find(([address]) => address === place)?.[1];
  return named === undefined || one === undefined ? { page: "unknown" } : { page: named, id: one };
}

const moved = "tillit:moved";

export function goTo(path: string): void {
  if (path !== location.pathname) history.pushState(null, "", path);
  dispatchEvent(new Event(moved));
}

export function useRoute(): Route {
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const read = (): void => setPath(location.pathname);
    addEventListener("popstate", read);
    addEventListener(moved, read);
    return () => {
      removeEventListener("popstate", read);
      removeEventListener(moved, read);
    };
  }, []);
  return routeOf(path);
}

interface LinkProps {
  readonly to: string;
  readonly current?: boolean;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A link inside the desk: a real address, moved to without loading the page again, so the key stays in memory. */
export function Link({ to, current = false, children, ...rest }: LinkProps) {
  const { texts } = useTexts();
  const follow = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    if (mayLeave(texts.unsaved)) goTo(to);
  };
  return (
    <a href={to} onClick={follow} {...(current ? { "aria-current": "page" as const } : {})} {...rest}>
      {children}
    </a>
  );
}
