import { render } from "preact";
import { App } from "./app.tsx";
import { askedLanguage, askedPlace } from "./journey/router.ts";
import "./style.css";
import { loadFirstTexts } from "./texts/load-texts.ts";

const language = askedLanguage(location.search);
const asked = askedPlace(location.search);
const root = document.getElementById("app");
if (root === null) throw new Error("The page has no place for the form.");
const texts = await loadFirstTexts(language);
document.documentElement.lang = language;
root.replaceChildren();
render(<App texts={texts} asked={asked} />, root);
