/** Hands bytes to the browser's download, as octets that no program claims by type. Nothing is shown in the page. */
export function saveFile(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.rel = "noopener";
  link.click();
  // The download has the data once the click is through; the address must not outlive it.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
