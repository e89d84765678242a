import type { JsonObject, StoredEvent, Unit } from "@tillit/record-store";

export async function projectExport(unit: Unit, id: string, { type, at, data }: StoredEvent): Promise<void> {
  if (type === "ExportDestroyed") await unit.exports.remove(id);
  const request = text(data, "request");
  if (type === "ExportKept") {
    await unit.exports.put({ id, request, keptAt: at, expires: text(data, "expires") });
  }
  if (type === "ExportFetched") {
    const before = await unit.exports.ofRequest(request);
    if (before?.id === id) await unit.exports.put({ ...before, fetchedAt: before.fetchedAt ?? at });
  }
}

function text(data: JsonObject, name: string): string {
  const value = data[name];
  return typeof value === "string" ? value : "";
}
