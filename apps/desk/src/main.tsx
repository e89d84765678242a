import "@tillit/web-kit/base.css";
import "./desk.css";
import { render } from "preact";
import { App } from "./app.tsx";
import { watchIdle } from "./unlock/vault.ts";

const root = document.querySelector("#app");
if (root !== null) {
  watchIdle();
  render(<App />, root);
}
