/** Requests whose last day is near or past, said where the day's work begins. */
import type { RequestRow } from "../api/wire.ts";
import { api, until, valueOf } from "../api/api-client.ts";
import { Note } from "../page/notice.tsx";
import { Link } from "../page/router.tsx";
import { useResource } from "../page/use-resource.ts";
import { useTexts } from "../texts/language.ts";

interface Alerts {
  readonly late: readonly RequestRow[];
  readonly near: readonly RequestRow[];
}

/** Nothing while it is not known, and nothing when it cannot be: the list of requests says it too. */
export function useAlerts(on: boolean, page: string): Alerts | undefined {
  const { resource } = useResource(
    `alerts-${on}`,
    async (signal): Promise<Alerts> =>
      on ? valueOf(api.desk["request-alerts"].$get({}, until(signal))) : { late: [], near: [] },
    page,
  );
  return resource.status === "ready" ? resource.value : undefined;
}

export function DeadlineAlert({ alerts }: { readonly alerts: Alerts | undefined }) {
  const { texts } = useTexts();
  const { late = [], near = [] } = alerts ?? {};
  const kind = late.length > 0 ? "warn" : "good";
  return (
    <div role="status">
      {late.length + near.length > 0 && (
        <Note kind={kind}>
          {texts.inbox.alert(late.length, near.length)} <Link to="/begaran">{texts.nav.requests}</Link>
        </Note>
      )}
    </div>
  );
}
