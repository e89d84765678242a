export { fromBase64, fromBase64Url, toBase64, toBase64Url } from "./base64.ts";
export { escapeHtml } from "./html.ts";
