import type { JSX } from "preact";
import { useTexts } from "../texts/load-texts.ts";
import { ApplicationsPage, type OverviewProps } from "../views/applications-page.tsx";
import type { Eid } from "./use-eid.ts";

/** The applications that this e-identification is linked to. What was answered needs the receipt. */
export function EidOverview({
  eid,
  ...shown
}: Pick<OverviewProps, "applications" | "language" | "assignmentNames"> & {
  readonly eid: Eid;
}): JSX.Element {
  const texts = useTexts();
  return (
    <ApplicationsPage
      {...shown}
      id="eid-overview"
      title={texts.eid.overviewTitle}
      lead={texts.eid.overviewLead}
      message={eid.message}
      onWithdraw={eid.withdraw}
      onAsk={eid.ask}
      onLock={eid.lock}
    />
  );
}
