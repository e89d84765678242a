/** The demo's login page: plain HTML, no script, one button per invented person. */
import type { IssuerUser } from "./settings.ts";

const style = `
:root { color-scheme: light dark; --ink: #1a2023; --paper: #faf9f6; --card: #fff; --line: #c9cfd1; --brand: #12555a; --on: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eef1f1; --paper: #12181a; --card: #1a2225; --line: #3b474c; --brand: #86d3cd; --on: #062e30; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 system-ui, sans-serif; }
main { max-inline-size: 62rem; margin-inline: auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.2; }
h2 { font-size: 1.125rem; margin: 0 0 .75rem; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; }
.organisations { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); }
section { border: 1px solid var(--line); background: var(--card); border-radius: .5rem; padding: 1rem; }
button { inline-size: 100%; min-block-size: 3rem; padding: .5rem 1rem; border: 0; border-radius: .375rem; background: var(--brand);
  color: var(--on); font: inherit; text-align: start; cursor: pointer; }
button small { display: block; font-size: .875rem; }
button:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
`;

function text(value: string): string {
  return value.replace(/[&<>"']/gu, (sign) => `&#${sign.codePointAt(0)};`);
}

function person(user: IssuerUser): string {
  return `<li><button name="login" value="${text(user.id)}">${text(user.name)}<small>${text(user.roleText)}</small></button></li>`;
}

/** The whole page for one interaction; every value is escaped. */
export function loginPage(uid: string, users: readonly IssuerUser[]): string {
  const organisations = [...new Set(users.map((user) => user.organisation))];
  const groups = organisations.map((name, index) => {
    const members = users.filter((user) => user.organisation === name).map(person);
    return `<section aria-labelledby="o${index}"><h2 id="o${index}">${text(name)}</h2><ul>${members.join("")}</ul></section>`;
  });
  return `<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Logga in – demo</title><link rel="stylesheet" href="/login.css"></head>
<body><main><h1>Logga in i demon</h1>
<p>Det här är demons egen inloggningstjänst. Personerna är påhittade och har inga lösenord. Välj vem du vill vara.</p>
<form method="post" action="/interaction/${text(uid)}"><div class="organisations">${groups.join("")}</div></form>
</main></body></html>`;
}

export const loginStyle: string = style;
