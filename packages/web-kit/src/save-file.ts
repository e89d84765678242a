/**
 * Gives the person a file to keep, made on this page: nothing is sent anywhere.
 *
 * @param content - bytes are saved as octets, which no program claims by type and no page shows
 */
export function saveFile(name: string, content: Blob | Uint8Array<ArrayBuffer>): void {
  const octets = { type: "application/octet-stream" };
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], octets));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.rel = "noopener";
  link.click();
  // The download has begun by then; the bytes need not stay in memory, nor the address outlive it.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
