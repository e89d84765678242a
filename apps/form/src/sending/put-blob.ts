import { ApiProblem } from "@tillit/web-kit";

/**
 * Sends a blob from a byte on, with upload progress, which fetch does not give. Faults are {@link ApiProblem}s.
 */
export function putBlob(
  path: string,
  blob: Blob,
  from: number,
  onProgress: (sent: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(from === 0 ? "PUT" : "PATCH", path);
    request.setRequestHeader(
      "content-type",
      from === 0 ? "application/octet-stream" : "application/partial-upload",
    );
    if (from > 0) request.setRequestHeader("upload-offset", String(from));
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => onProgress(event.loaded));
    request.addEventListener("load", () => {
      if (request.status >= 200 && request.status < 300) return resolve();
      const body: unknown = request.response;
      const code = typeof body === "object" && body !== null && "code" in body ? body.code : undefined;
      reject(new ApiProblem(typeof code === "string" ? code : `HTTP_${request.status}`, request.status));
    });
    request.addEventListener("error", () => reject(new ApiProblem("OFFLINE", 0)));
    request.addEventListener("timeout", () => reject(new ApiProblem("OFFLINE", 0)));
    request.send(blob.slice(from));
  });
}
