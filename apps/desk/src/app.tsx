/** The desk: session, language, route and the unlock dialog, put together. */
import type { Language } from "@tillit/law-reference";
import { PageShell } from "@tillit/web-kit";
import { useEffect, useState } from "preact/hooks";
import { currentSession, logOut, sessionEnded } from "./api/api-client.ts";
import type { Session } from "./api/wire.ts";
import { HeaderEnd } from "./desk-header.tsx";
import { InboxPage } from "./applications/inbox/inbox-page.tsx";
import { lazyPage } from "./page/lazy-page.tsx";
import { LoginPage } from "./login-page.tsx";
import { Loaded } from "./page/notice.tsx";
import { PageTitle } from "./page/page-title.tsx";
import { Link, type Route, useRoute } from "./page/router.tsx";
import { useResource } from "./page/use-resource.ts";
import { WordsContext } from "./texts/language.ts";
import { sv, type Texts } from "./texts/sv.ts";
import { RequestsPage } from "./requests/requests-page.tsx";
import { RetentionPage } from "./retention/retention-page.tsx";
import { KeyFingerprint, KeyWarning } from "./unlock/key-state.tsx";
import { UnlockDialog } from "./unlock/unlock-dialog.tsx";
import { lock } from "./unlock/vault.ts";

const RequestPage = lazyPage(async () => (await import("./requests/request-page.tsx")).RequestPage);
const CasePage = lazyPage(async () => (await import("./applications/case-page.tsx")).CasePage);

const DisposalsPage = lazyPage(async () => (await import("./disposal/disposals-page.tsx")).DisposalsPage);
const DisposalPage = lazyPage(async () => (await import("./disposal/disposal-page.tsx")).DisposalPage);
const HoldsPage = lazyPage(async () => (await import("./holds/holds-page.tsx")).HoldsPage);
const TransfersPage = lazyPage(async () => (await import("./transfers/transfers-page.tsx")).TransfersPage);
const TransferPage = lazyPage(async () => (await import("./transfers/transfer-page.tsx")).TransferPage);
const OfferPage = lazyPage(async () => (await import("./transfers/offer/offer-page.tsx")).OfferPage);
const RegisterPage = lazyPage(async () => (await import("./controllers/register-page.tsx")).RegisterPage);
const ReviewsPage = lazyPage(async () => (await import("./review/reviews-page.tsx")).ReviewsPage);
const ReviewPage = lazyPage(async () => (await import("./review/review-page.tsx")).ReviewPage);

interface PageProps {
  readonly route: Route;
  readonly session: Session;
  readonly texts: Texts;
  readonly onUnlock: () => void;
}

function Page({ route, session, texts, onUnlock }: PageProps) {
  switch (route.page) {
    case "inbox":
    case "refused":
    case "logged-out":
      return <InboxPage role={session.user.role} />;
    case "case":
      return <CasePage key={route.id} id={route.id} session={session} onUnlock={onUnlock} />;
    case "retention":
      return <RetentionPage />;
    case "disposals":
      return <DisposalsPage role={session.user.role} />;
    case "disposal":
      return <DisposalPage key={route.id} id={route.id} session={session} />;
    case "holds":
      return <HoldsPage session={session} />;
    case "transfers":
      return <TransfersPage />;
    case "transfer":
      return <TransferPage key={route.id} id={route.id} session={session} onUnlock={onUnlock} />;
    case "offer":
      return <OfferPage key={route.id} id={route.id} session={session} onUnlock={onUnlock} />;
    case "register":
      return <RegisterPage />;
    case "reviews":
      return <ReviewsPage />;
    case "review":
      return <ReviewPage key={route.id} id={route.id} session={session} />;
    case "requests":
      return <RequestsPage session={session} />;
    case "request":
      return <RequestPage key={route.id} id={route.id} session={session} />;
    case "unknown":
      return (
        <>
          <PageTitle title={texts.unknownPage.title} />
          <p>{texts.unknownPage.lead}</p>
          <p>
            <Link to="/">{texts.inbox.title}</Link>
          </p>
        </>
      );
  }
}

function useLanguage() {
  const [language, setLanguage] = useState<{ lang: Language; texts: Texts }>({ lang: "sv", texts: sv });
  const choose = (lang: Language): void => {
    if (lang === "sv") setLanguage({ lang, texts: sv });
    else void import("./texts/en.ts").then(({ en }) => setLanguage({ lang, texts: en }));
  };
  useEffect(() => {
    document.documentElement.lang = language.lang;
  }, [language.lang]);
  return { ...language, choose };
}

export function App() {
  const language = useLanguage();
  const route = useRoute();
  const { resource, reload } = useResource("session", () => currentSession());
  const [unlocking, setUnlocking] = useState(false);
  const [over, setOver] = useState<"logged-out" | "ended" | undefined>(undefined);
  const session = resource.status === "ready" && over === undefined ? resource.value : undefined;

  const logout = (): void => {
    lock();
    setUnlocking(false);
    // The key is gone whether or not the server hears about it.
    logOut().then(
      () => setOver("logged-out"),
      () => reload(),
    );
  };
  const unlock = (): void => setUnlocking(true);
  useEffect(() => {
    const end = (): void => {
      lock();
      setUnlocking(false);
      setOver((before) => before ?? "ended");
    };
    addEventListener(sessionEnded, end);
    return () => removeEventListener(sessionEnded, end);
  }, []);

  return (
    <WordsContext.Provider value={language}>
      <PageShell
        language={language.lang}
        name={language.texts.app}
        wide
        headerEnd={<HeaderEnd session={session} route={route} onUnlock={unlock} onLogout={logout} />}
        footer={
          <>
            <p>{language.texts.footer}</p>
            <KeyFingerprint />
          </>
        }
      >
        <KeyWarning />
        <Loaded resource={resource}>
          {() =>
            session === undefined ? (
              <LoginPage
                over={over ?? (route.page === "logged-out" ? "logged-out" : undefined)}
                refused={route.page === "refused" && over === undefined ? route.code : undefined}
              />
            ) : (
              <Page route={route} session={session} texts={language.texts} onUnlock={unlock} />
            )
          }
        </Loaded>
        {unlocking && session !== undefined && (
          <UnlockDialog session={session} onClose={() => setUnlocking(false)} />
        )}
      </PageShell>
    </WordsContext.Provider>
  );
}
