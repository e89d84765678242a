/** The receipt as a file of its own that opens in any browser, without script. */
import { escapeHtml } from "@tillit/text-encoding";
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
      `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(words.numberFor(name))}: <b>${escapeHtml(number)}</b><br>${escapeHtml(phone)}</dd>`,
  );
  const code =
    qr === undefined
      ? ""
      : `<svg viewBox="0 0 ${qr.size} ${qr.size}" role="img" aria-label="${escapeHtml(words.qrLabel)}"><path d="${qr.path}"/></svg>`;
  const link =
    content.myPages === undefined
      ? ""
      : `<p>${escapeHtml(words.myPages)}: ${escapeHtml(content.myPages)}</p>`;
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escapeHtml(words.title)} – ${escapeHtml(texts.service)}</title>`,
    "<style>body{font:1.05rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}",
    "code{overflow-wrap:anywhere}dd{margin:0 0 1rem}svg{width:14rem;background:#fff}</style></head><body>",
    `<h1>${escapeHtml(words.title)}</h1><p>${escapeHtml(words.sentAt)}: ${escapeHtml(content.sentAt)}</p>`,
    `<dl>${receivers.join("")}</dl>`,
    `<h2>${escapeHtml(words.keyTitle)}</h2><p>${escapeHtml(words.keyText)}</p><p>${escapeHtml(words.keyWarning)}</p>`,
    `<p><code>${escapeHtml(content.receipt)}</code></p>`,
    code,
    `${link}</body></html>`,
  ].join("\n");
}
