/** The first page: who this is for, and the way to the identity provider. */
import { Note } from "./page/notice.tsx";
import { PageTitle } from "./page/page-title.tsx";
import { useTexts } from "./texts/language.ts";

export function LoginPage({ loggedOut }: { readonly loggedOut: boolean }) {
  const { texts } = useTexts();
  return (
    <div class="narrow">
      <PageTitle title={texts.login.title} />
      <div role="status">{loggedOut && <Note kind="good">{texts.login.loggedOut}</Note>}</div>
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
