/** Two columns of every list of records: how an application was decided, and for which assignments it was made. */
import type { ListedApplication } from "@tillit/api-contract/client";
import { applicationOutcomeText, assignmentList } from "../../texts/codes.ts";
import { useTexts } from "../../texts/language.ts";
import { Cell } from "./cell.tsx";

export function ApplicationHeads() {
  const { texts } = useTexts();
  return (
    <>
      <th scope="col">{texts.retention.decided}</th>
      <th scope="col">{texts.inbox.assignments}</th>
    </>
  );
}

/** A dash for a record that is no application, or is gone. */
export function ApplicationCells({ of }: { readonly of: ListedApplication | undefined }) {
  const { texts } = useTexts();
  return (
    <>
      <Cell label={texts.retention.decided}>
        {of?.outcome === undefined ? "–" : applicationOutcomeText(of.outcome, texts)}
      </Cell>
      <Cell label={texts.inbox.assignments}>
        {of === undefined ? "–" : assignmentList(of.assignments, texts)}
      </Cell>
    </>
  );
}
