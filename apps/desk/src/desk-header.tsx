/** Who is logged in and for whom, where to go, the key's state, and the ways out. */
import type { Session } from "./api/wire.ts";
import { Link, type Route } from "./page/router.tsx";
import { has } from "./rights.ts";
import { roleText } from "./texts/codes.ts";
import { useTexts } from "./texts/language.ts";
import { KeyState } from "./unlock/key-state.tsx";

interface Props {
  readonly session: Session | undefined;
  readonly route: Route;
  readonly onUnlock: () => void;
  readonly onLogout: () => void;
}

function LanguageChoice() {
  const { lang, texts, choose } = useTexts();
  const other = lang === "sv" ? "en" : "sv";
  return (
    <button type="button" class="link-button" lang={other} onClick={() => choose(other)}>
      {texts.otherLanguage}
    </button>
  );
}

function Navigation({ page, role }: { readonly page: Route["page"]; readonly role: string }) {
  const { texts } = useTexts();
  return (
    <nav aria-label={texts.nav.label}>
      <ul>
        <li>
          <Link to="/" current={page === "inbox" || page === "case"}>
            {texts.nav.inbox}
          </Link>
        </li>
        {has(role, "see-retention") && (
          <li>
            <Link to="/gallring" current={page === "retention"}>
              {texts.nav.retention}
            </Link>
          </li>
        )}
        {has(role, "see-requests") && (
          <li>
            <Link to="/begaran" current={page === "requests" || page === "request"}>
              {texts.nav.requests}
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** What stands beside the brand in the page's header. */
export function HeaderEnd({ session, route, onUnlock, onLogout }: Props) {
  const { texts } = useTexts();
  if (session === undefined) return <LanguageChoice />;
  return (
    <>
      <p class="who">
        <span>
          <strong>{session.user.name}</strong>, {roleText(session.user.role, texts)}
        </span>
        <span>{session.user.controllerName}</span>
      </p>
      <div class="header-ends">
        <LanguageChoice />
        <button type="button" class="link-button" onClick={onLogout}>
          {texts.user.logout}
        </button>
      </div>
      <div class="header-second">
        <Navigation page={route.page} role={session.user.role} />
        {has(session.user.role, "read-content") && <KeyState onUnlock={onUnlock} />}
      </div>
    </>
  );
}
