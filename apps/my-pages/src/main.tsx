import { holdBusyButtons } from "@tillit/web-kit";
import { render } from "preact";
import { App } from "./app.tsx";
import "./style.css";
import { loadTexts } from "./texts/load-texts.ts";

const language = new URLSearchParams(location.search).get("lang") === "en" ? "en" : "sv";
const root = document.getElementById("app");
if (root === null) throw new Error("The page has no place for My pages.");
const texts = await loadTexts(language);
holdBusyButtons();
root.replaceChildren();
render(<App texts={texts} language={language} />, root);
