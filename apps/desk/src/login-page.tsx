/** The first page: who this is for, and the way to the identity provider. */
import { Failure, Note } from "./page/notice.tsx";
import { PageTitle } from "./page/page-title.tsx";
import { useTexts } from "./texts/language.ts";

interface Props {
  /** How the last session ended, if there was one. */
  readonly over: "logged-out" | "ended" | undefined;
  /** Why the API refused the login that the browser comes from. */
  readonly refused: string | undefined;
}

export function LoginPage({ over, refused }: Props) {
  const { texts } = useTexts();
  return (
    <div class="narrow">
      <PageTitle title={texts.login.title} />
      <div role="status">
        {over === "logged-out" && <Note kind="good">{texts.login.loggedOut}</Note>}
        {over === "ended" && <Note kind="warn">{texts.login.ended}</Note>}
      </div>
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
