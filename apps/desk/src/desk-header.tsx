/** Who is logged in and for whom, where to go, the key's state, and the ways out. */
import type { Session } from "./api/wire.ts";
import { Link, type Route } from "./page/router.tsx";
import { useAlerts } from "./requests/deadline-alert.tsx";
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

/** What comes after the three that every day begins with. */
const more = [
  { to: "/gallringslistor", text: "disposals", right: "retention:plan", pages: ["disposals", "disposal"] },
  { to: "/sparrar", text: "holds", right: "retention:plan", pages: ["holds"] },
  {
    to: "/overlamnanden",
    text: "transfers",
    right: "transfer:handle",
    pages: ["transfers", "transfer", "offer"],
  },
  { to: "/register", text: "register", right: "register:read", pages: ["register"] },
  { to: "/logg", text: "log", right: "log:review", pages: ["reviews", "review"] },
] as const;

interface NavigationProps {
  readonly page: Route["page"];
  readonly role: string;
  /** Whether the login is for the whole controller: hand-overs concern it. */
  readonly whole: boolean;
}

function Navigation({ page, role, whole }: NavigationProps) {
  const { texts } = useTexts();
  const late = useAlerts(has(role, "request:read"), page)?.late ?? 0;
  return (
    <nav aria-label={texts.nav.label}>
      <ul>
        <li>
          <Link to="/" current={page === "inbox" || page === "case"}>
            {texts.nav.inbox}
          </Link>
        </li>
        {has(role, "retention:plan") && (
          <li>
            <Link to="/gallring" current={page === "retention"}>
              {texts.nav.retention}
            </Link>
          </li>
        )}
        {has(role, "request:read") && (
          <li>
            <Link to="/begaran" current={page === "requests" || page === "request"}>
              {texts.nav.requests}
              {late > 0 && <span class="count">{texts.nav.late(late)}</span>}
            </Link>
          </li>
        )}
        {more
          .filter(({ right }) => has(role, right) && (whole || right !== "transfer:handle"))
          .map(({ to, text, pages }) => (
            <li key={to}>
              <Link to={to} current={pages.some((one) => one === page)}>
                {texts.nav[text]}
              </Link>
            </li>
          ))}
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
        <span>
          {session.user.controllerName}
          {session.user.unit !== undefined && `, ${session.user.unit}`}
        </span>
        <span class="muted">{texts.user.code(session.user.ref.slice(0, 6))}</span>
      </p>
      {has(session.user.role, "content:read") && <KeyState onUnlock={onUnlock} />}
      <div class="header-ends">
        <LanguageChoice />
        <button type="button" class="link-button" onClick={onLogout}>
          {texts.user.logout}
        </button>
      </div>
      <div class="header-second">
        <Navigation page={route.page} role={session.user.role} whole={session.user.unit === undefined} />
      </div>
    </>
  );
}
