/** What the demo says when it is up: addresses, people, key files and passphrases. */
import { relative } from "node:path";
import { roleTexts } from "./people/claims.ts";
import { demoUsers } from "./people/people.ts";
import type { Demo } from "./start-demo.ts";

function organisation({ id, name, keyFile, passphrase }: Demo["controllers"][number]): string {
  const people = demoUsers
    .filter((user) => user.controller === id)
    .map(({ givenName, familyName, role }) => `${givenName} ${familyName} (${roleTexts[role]})`);
  return [
    `  ${name}`,
    `    log in as   ${people.join("\n                ")}`,
    `    key file    ${relative(process.cwd(), keyFile)}`,
    `    passphrase  ${passphrase}`,
  ].join("\n");
}

export function introduction({ urls, controllers }: Demo, folder: string): string {
  return `
Tillit is running with made-up people.

  The form (applicant)        ${urls.form}
  My pages (applicant)        ${urls.myPages}
  The desk (caseworker)       ${urls.desk}
  API reference               ${urls.form}/api/docs
  Identity provider           ${urls.issuer}

At the desk: log in as one of these people (one click, no password), then unlock the key with the file and passphrase.

${controllers.map(organisation).join("\n\n")}

Everything is kept in ${folder}. Ctrl-C stops.
`;
}
