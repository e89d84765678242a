/** Requests whose last day is near or past, said where the day's work begins. */
import { alertPage } from "../api/lists.ts";
import { Note } from "../page/notice.tsx";
import { everyRow } from "../page/list/pages.tsx";
import { Link } from "../page/router.tsx";
import { useResource } from "../page/use-resource.ts";
import { useTexts } from "../texts/language.ts";

interface Alerts {
  readonly late: number;
  readonly near: number;
}

/** Nothing while it is not known, and nothing when it cannot be: the list of requests says it too. */
export function useAlerts(on: boolean, page: string): Alerts | undefined {
  const { resource } = useResource(
    `alerts-${on}`,
    async (signal): Promise<Alerts> => {
      const all = on ? await everyRow(alertPage, signal) : [];
      const late = all.filter((one) => one.late).length;
      return { late, near: all.length - late };
    },
    page,
  );
  return resource.status === "ready" ? resource.value : undefined;
}

export function DeadlineAlert({ alerts }: { readonly alerts: Alerts | undefined }) {
  const { texts } = useTexts();
  const { late = 0, near = 0 } = alerts ?? {};
  const kind = late > 0 ? "warn" : "good";
  return (
    <div role="status">
      {late + near > 0 && (
        <Note kind={kind}>
          {texts.inbox.alert(late, near)} <Link to="/begaran">{texts.nav.requests}</Link>
        </Note>
      )}
    </div>
  );
}
