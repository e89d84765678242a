/** The first page: who this is for, and the way to the identity provider. */
import { Failure, Note } from "./page/notice.tsx";
import { PageTitle } from "./page/page-title.tsx";
import { useTexts } from "./texts/language.ts";

interface Props {
  readonly loggedOut: boolean;
  /** Why the API refused the login that the browser comes from. */
  readonly refused: string | undefined;
}

export function LoginPage({ loggedOut, refused }: Props) {
  const { texts } = useTexts();
  return (
    <div class="narrow">
      <PageTitle title={texts.login.title} />
      <div role="status">{loggedOut && <Note kind="good">{texts.login.loggedOut}</Note>}</div>
      {refused !== undefined && <Failure error={{ code: refused }} />}
      <p>{texts.login.lead}</p>
      <p>
        <a class="button" href="/api/auth/login">
          {texts.login.button}
        </a>
      </p>
      <p class="muted">{texts.login.after}</p>
    </div>
  );
}
