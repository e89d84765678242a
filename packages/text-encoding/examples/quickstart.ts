import { escapeHtml, fromBase64Url, toBase64Url } from "@tillit/text-encoding";

const text = toBase64Url(new Uint8Array([255, 254]));
console.log(text); // __4
console.log(fromBase64Url("__5")); // undefined: unused bits that are not zero
console.log(escapeHtml("<b>Åsa & Bo</b>")); // &lt;b&gt;Åsa &amp; Bo&lt;/b&gt;
