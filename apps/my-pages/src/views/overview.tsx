import type { JSX } from "preact";
import type { OwnApplication } from "../my-api.ts";
import { useTexts } from "../texts/load-texts.ts";
import { ApplicationsPage, type OverviewProps } from "./applications-page.tsx";

/** The applications that the receipt opens: to read, to withdraw, to use one's rights. */
export function Overview(
  props: OverviewProps & {
    readonly onRead: (application: OwnApplication) => void;
    readonly onRights: (application: OwnApplication) => void;
  },
): JSX.Element {
  const { overview } = useTexts();
  const lead = props.applications.length === 0 ? overview.none : overview.lead;
  return <ApplicationsPage {...props} id="overview" title={overview.title} lead={lead} />;
}
