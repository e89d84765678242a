/** One request about a right: where it stands, until when, and the steps that can be taken now. */
import { getJson } from "../api/api-client.ts";
import type { RequestRow } from "../api/wire.ts";
import { Loaded } from "../page/notice.tsx";
import { PageTitle } from "../page/page-title.tsx";
import { Link } from "../page/router.tsx";
import { useResource } from "../page/use-resource.ts";
import { requestStatus, rightText } from "../texts/codes.ts";
import { showDate, useTexts } from "../texts/language.ts";

function Facts({ request }: { readonly request: RequestRow }) {
  const { texts, lang } = useTexts();
  const words = texts.requests;
  return (
    <dl class="facts">
      <dt>{words.status}</dt>
      <dd>{requestStatus(request.status, texts)}</dd>
      <dt>{words.received}</dt>
      <dd>{showDate(request.received, lang)}</dd>
      <dt>{words.lastDay}</dt>
      <dd>{showDate(request.lastDay, lang)}</dd>
      {request.application !== undefined && (
        <>
          <dt>{words.application}</dt>
          <dd>
            <Link to={`/arende/${request.application}`}>{request.application.slice(0, 8)}</Link>
          </dd>
        </>
      )}
    </dl>
  );
}

export function RequestPage({ id }: { readonly id: string }) {
  const { texts } = useTexts();
  const { resource } = useResource(`request-${id}`, (signal) =>
    getJson<RequestRow>(`/api/desk/requests/${id}`, signal),
  );
  const right = resource.status === "ready" ? rightText(resource.value.right, texts) : "";
  return (
    <>
      <p>
        <Link to="/begaran">{texts.requests.back}</Link>
      </p>
      <PageTitle title={texts.requests.one(right)} name={`request-${id}`} />
      <Loaded resource={resource}>{(request) => <Facts request={request} />}</Loaded>
    </>
  );
}
