module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    { name: "packages-not-to-apps", severity: "error", from: { path: "^packages/" }, to: { path: "^apps/" } },
    {
      name: "packages-pure",
      severity: "error",
      from: {
        path: "^packages/[^/]+/src/",
        pathNot: "^packages/((cli|record-store|login)/src/|crypto-envelope/src/node(/|[.]ts$))",
      },
      to: { dependencyTypes: ["core"] },
    },
    { name: "not-to-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "no-undeclared",
      severity: "error",
      from: { path: "/src/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "web-apps-know-the-api-by-its-contract",
      severity: "error",
      from: { path: "^apps/(form|my-pages|desk)/" },
      to: { path: "^apps/api/" },
    },
    {
      name: "web-apps-take-types-and-roles-from-the-contract",
      severity: "error",
      from: { path: "^apps/(form|my-pages|desk)/src/" },
      // Who may do what is a table without a schema.
      to: {
        path: "^packages/api-contract/",
        pathNot: "^packages/api-contract/src/ground/roles[.]ts$",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "src-no-dev-dep",
      severity: "error",
      from: { path: "/src/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules|/dist/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["@tillit/source", "import", "types", "node", "default"],
    },
  },
};
