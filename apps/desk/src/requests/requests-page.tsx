/** Requests from applicants about their rights, with the last day to answer. */
import { api, until, valueOf } from "../api/api-client.ts";
import type { RequestRow } from "../api/wire.ts";
import { Cell, RowHead } from "../page/cell.tsx";
import { Loaded } from "../page/notice.tsx";
import { PageTitle } from "../page/page-title.tsx";
import { Link } from "../page/router.tsx";
import { useResource } from "../page/use-resource.ts";
import { requestStatus, rightText } from "../texts/codes.ts";
import { showDate, useTexts } from "../texts/language.ts";

function List({ requests }: { readonly requests: readonly RequestRow[] }) {
  const { texts, lang } = useTexts();
  const words = texts.requests;
  if (requests.length === 0) return <p>{words.empty}</p>;
  return (
    <>
      <p>{words.lead}</p>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{words.right}</th>
            <th scope="col">{words.received}</th>
            <th scope="col">{words.lastDay}</th>
            <th scope="col">{words.status}</th>
          </tr>
        </thead>
        <tbody>
          {requests.map((request) => (
            <tr key={request.id}>
              <RowHead label={words.right}>
                <Link to={`/begaran/${request.id}`}>{rightText(request.right, texts)}</Link>
              </RowHead>
              <Cell label={words.received}>{showDate(request.received, lang)}</Cell>
              <Cell label={words.lastDay}>{showDate(request.lastDay, lang)}</Cell>
              <Cell label={words.status}>{requestStatus(request.status, texts)}</Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

export function RequestsPage() {
  const { texts } = useTexts();
  const { resource } = useResource("requests", (signal) =>
    valueOf(api.desk.requests.$get({}, until(signal))),
  );
  return (
    <>
      <PageTitle title={texts.requests.title} />
      <Loaded resource={resource}>{({ requests }) => <List requests={requests} />}</Loaded>
    </>
  );
}
