import "@tillit/web-kit/base.css";
import "./desk.css";
import { holdBusyButtons } from "@tillit/web-kit";
import { render } from "preact";
import { App } from "./app.tsx";
import { watchIdle } from "./unlock/vault.ts";

const root = document.querySelector("#app");
if (root !== null) {
  watchIdle();
  holdBusyButtons();
  render(<App />, root);
}
