/** What settings must say together. Works on those that are right by themselves, so that everything is said at once. */
import type { Settings } from "./settings.ts";

type Some = Partial<Settings>;

export function crossChecks(settings: Some): readonly string[] {
  return [...insecure(settings), ...elsewhere(settings), ...sameSecrets(settings), ...halfOffered(settings)];
}

/** Plain HTTP anywhere takes a deliberate setting. */
function insecure(settings: Some): string[] {
  if (settings.INSECURE_HTTP === true) return [];
  const addresses = {
    OIDC_ISSUER: settings.OIDC_ISSUER,
    OIDC_REDIRECT_URI: settings.OIDC_REDIRECT_URI,
    APPLICANT_OIDC_ISSUER: settings.APPLICANT_OIDC_ISSUER,
    APPLICANT_OIDC_REDIRECT_URI: settings.APPLICANT_OIDC_REDIRECT_URI,
    OIDC_POST_LOGOUT_REDIRECT_URI: settings.OIDC_POST_LOGOUT_REDIRECT_URI,
    DESK_URL: settings.DESK_URL,
    MY_PAGES_ORIGINS: settings.MY_PAGES_ORIGINS,
  };
  return Object.entries(addresses)
    .filter(([, urls = []]) => [urls].flat().some((url) => !url.startsWith("https://")))
    .map(([name]) => `${name}: https is required (INSECURE_HTTP=true allows http on one's own machine)`);
}

/** The issuer sends browsers to these, and only these routes know what to do with them. */
const routes = {
  OIDC_REDIRECT_URI: "/api/auth/callback",
  OIDC_POST_LOGOUT_REDIRECT_URI: "/api/auth/logged-out",
  APPLICANT_OIDC_REDIRECT_URI: "/api/mine/eid/callback",
} as const;

function elsewhere(settings: Some): string[] {
  const problems: string[] = [];
  for (const name of Object.keys(routes) as (keyof typeof routes)[]) {
    const url = settings[name];
    if (url !== undefined && !new URL(url).pathname.endsWith(routes[name])) {
      problems.push(`${name}: must end in ${routes[name]}`);
    }
  }
  const { APPLICANT_OIDC_REDIRECT_URI: back, MY_PAGES_ORIGINS: origins } = settings;
  if (back !== undefined && origins?.includes(new URL(back).origin) === false) {
    problems.push("APPLICANT_OIDC_REDIRECT_URI: must be on one of MY_PAGES_ORIGINS");
  }
  return problems;
}

/** Whoever learns one of them must not have learnt another. */
const secrets = [
  "SESSION_SECRET",
  "LOG_SECRET",
  "PSEUDONYM_SECRET",
  "APPLICANT_SECRET",
  "METRICS_TOKEN",
] as const;

function sameSecrets(settings: Some): string[] {
  return secrets.flatMap((name, n) => {
    const value = settings[name];
    const same = secrets.slice(0, n).find((other) => value !== undefined && settings[other] === value);
    return same === undefined ? [] : [`${name}: must differ from ${same}`];
  });
}

const applicantSettings = [
  "APPLICANT_OIDC_ISSUER",
  "APPLICANT_OIDC_CLIENT_ID",
  "APPLICANT_OIDC_CLIENT_SECRET",
  "APPLICANT_OIDC_REDIRECT_URI",
  "APPLICANT_OIDC_ACR_VALUES",
  "APPLICANT_SECRET",
] as const;

/** E-identification of applicants is offered wholly or not at all. */
function halfOffered(settings: Some): string[] {
  const missing = applicantSettings.filter((name) => settings[name] === undefined);
  if (missing.length === applicantSettings.length) return [];
  return missing.map((name) => `${name}: required with the other settings of applicants' e-identification`);
}
