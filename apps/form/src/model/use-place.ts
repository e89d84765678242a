/** Keeps the URL and the place in step, so that back and forward work as in any site. */
import type { Language } from "@tillit/law-reference";
import { useEffect, useRef } from "preact/hooks";
import type { Place } from "../journey/places.ts";
import { askedPlace, queryOf } from "../journey/router.ts";

/** Writes each new place to the history, and tells when the person goes back or forward. */
export function usePlaceInUrl(place: Place, language: Language, onAsked: (asked: Place) => Place): void {
  const shown = useRef<Place>(undefined);
  const handler = useRef(onAsked);
  handler.current = onAsked;
  const addressOf = useRef((of: Place) => `${location.pathname}${queryOf(of, language)}`);
  addressOf.current = (of) => `${location.pathname}${queryOf(of, language)}`;

  useEffect(() => {
    const address = addressOf.current(place);
    const first = shown.current === undefined;
    if (first || shown.current === place) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    shown.current = place;
  }, [place, language]);

  useEffect(() => {
    const onPop = (): void => {
      // What is shown may differ from what was asked; the entry is then renamed, not added to.
      shown.current = handler.current(askedPlace(location.search));
      history.replaceState(null, "", addressOf.current(shown.current));
    };
    addEventListener("popstate", onPop);
    return () => removeEventListener("popstate", onPop);
  }, []);
}
