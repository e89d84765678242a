/** The receipt as a file of its own that opens in any browser, without script. */
import type { FormTexts } from "../texts/form-texts.ts";
import type { QrPath } from "./qr-path.ts";

export interface ReceiptContent {
  /** The receipt string; holds the secret. */
  readonly receipt: string;
  /** When it was sent, in words. */
  readonly sentAt: string;
  readonly receivers: readonly { readonly name: string; readonly number: string; readonly phone: string }[];
  readonly myPages?: string | undefined;
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** The receipt as HTML; without a QR code where that could not be loaded. */
export function receiptFile(
  content: ReceiptContent,
  qr: QrPath | undefined,
  texts: FormTexts,
  language: string,
): string {
  const { receipt: words } = texts;
  const receivers = content.receivers.map(
    ({ name, number, phone }) =>
      `<dt>${escape(name)}</dt><dd>${escape(words.numberFor(name))}: <b>${escape(number)}</b><br>${escape(phone)}</dd>`,
  );
  const code =
    qr === undefined
      ? ""
      : `<svg viewBox="0 0 ${qr.size} ${qr.size}" role="img" aria-label="${escape(words.qrLabel)}"><path d="${qr.path}"/></svg>`;
  const link =
    content.myPages === undefined ? "" : `<p>${escape(words.myPages)}: ${escape(content.myPages)}</p>`;
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escape(words.title)} – ${escape(texts.service)}</title>`,
    "<style>body{font:1.05rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}",
    "code{overflow-wrap:anywhere}dd{margin:0 0 1rem}svg{width:14rem;background:#fff}</style></head><body>",
    `<h1>${escape(words.title)}</h1><p>${escape(words.sentAt)}: ${escape(content.sentAt)}</p>`,
    `<dl>${receivers.join("")}</dl>`,
    `<h2>${escape(words.keyTitle)}</h2><p>${escape(words.keyText)}</p><p>${escape(words.keyWarning)}</p>`,
    `<p><code>${escape(content.receipt)}</code></p>`,
    code,
    `${link}</body></html>`,
  ].join("\n");
}
