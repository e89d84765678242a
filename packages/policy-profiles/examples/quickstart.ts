import { claims, problemNames, profiles } from "@tillit/policy-profiles";

for (const profile of profiles) {
  const own = claims.filter(({ id }) => id.startsWith(`${profile.source.document}-`));
  const doubtful = own.filter(({ problems }) => problems.length > 0);
  console.log(`${profile.name}: ${own.length} claims, ${doubtful.length} to look at`);
}

const retention = claims.filter(({ problems }) => problems.includes("P7"));
console.log(`${problemNames.P7}: ${retention.map(({ id }) => id).join(", ")}`);
