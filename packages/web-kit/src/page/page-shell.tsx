import type { Language } from "@tillit/law-reference";
import type { ComponentChildren, JSX } from "preact";
import { DeploymentNotice } from "../deployment/deployment-notice.tsx";
import { kitTexts, LanguageContext } from "../language.ts";

/** The page around every view: skip link, header with the name and the language switch, main, footer. */
export function PageShell(props: {
  readonly language: Language;
  /** Left out: no switch is shown. */
  readonly onLanguage?: ((language: Language) => void) | undefined;
  /** What this app is, beside the name, e.g. "Mina sidor". */
  readonly name?: string | undefined;
  readonly wide?: boolean | undefined;
  readonly headerEnd?: ComponentChildren;
  readonly footer?: ComponentChildren;
  readonly children: ComponentChildren;
}): JSX.Element {
  const texts = kitTexts[props.language];
  const other: Language = props.language === "sv" ? "en" : "sv";
  return (
    <LanguageContext.Provider value={props.language}>
      <div class={props.wide === true ? "page wide" : "page"}>
        <a
          class="skip-link"
          href="#main"
          onClick={(event) => {
            event.preventDefault();
            document.getElementById("main")?.focus();
          }}
        >
          {texts.skip}
        </a>
        <header class="site-header">
          <div>
            <span class="brand">
              <svg viewBox="0 0 28 28" aria-hidden="true">
                <path
                  fill="currentColor"
                  d="M14 1 3 5v8.5C3 20 7.6 24.9 14 27c6.400-2.100 11-7 11-13.500V5zm0 6.200a3.600 3.600 0 0 1 1.800 6.700V19a1.800 1.800 0 0 1-3.600 0v-5.100A3.600 3.600 0 0 1 14 7.200z"
                />
              </svg>
              Tillit
              {props.name === undefined ? null : <small>{props.name}</small>}
            </span>
            {props.headerEnd}
            {props.onLanguage === undefined ? null : (
              <button
                type="button"
                class="link-button language-switch"
                lang={other}
                onClick={() => props.onLanguage?.(other)}
              >
                {texts.otherLanguage}
              </button>
            )}
          </div>
        </header>
        <main id="main" tabIndex={-1}>
          <DeploymentNotice />
          {props.children}
        </main>
        {props.footer === undefined ? null : (
          <footer class="site-footer">
            <div>{props.footer}</div>
          </footer>
        )}
      </div>
    </LanguageContext.Provider>
  );
}
