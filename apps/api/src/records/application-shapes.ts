import { z } from "@hono/zod-openapi";
import type { ListedApplication } from "./listed-applications.ts";
import { applicationOnList } from "@tillit/api-contract/records/application-shapes";

export function shownApplication(of: ListedApplication | undefined): {
  readonly application?: z.infer<typeof applicationOnList>;
} {
  return of === undefined ? {} : { application: { ...of, assignments: [...of.assignments] } };
}
