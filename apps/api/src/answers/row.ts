import type { Unit } from "@tillit/record-store";
import type { Logged } from "../kernel/load.ts";

export async function projectExport(unit: Unit, id: string, event: Logged<"export">): Promise<void> {
  const { at, data } = event;
  switch (event.type) {
    case "ExportKept":
      return unit.exports.put({ id, request: data.request, keptAt: at, expires: event.data.expires });
    case "ExportFetched": {
      const before = await unit.exports.ofRequest(data.request);
      if (before?.id === id) await unit.exports.put({ ...before, fetchedAt: before.fetchedAt ?? at });
      return;
    }
    case "ExportDestroyed":
      return unit.exports.remove(id);
    case "ExportCertified":
      return;
  }
}
