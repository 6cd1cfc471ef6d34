// What may import what. ARCHITECTURE.md says why; test/check/imports.test.ts plants a violation of every rule.

const { PURE } = require("./server/build/pure-files.cjs");

/** Where requests come in. */
const HTTP = "^server/(http/|(app|live|main|serve|server)\\.ts|live/|[^/]+/routes\\.ts)";
/** May start everything: the all-in-one process and the commands. */
const ENTRIES = "^server/(main\\.ts|server\\.ts|cli/)";
/** Files in a noun's folder, but the one that speaks HTTP. Folders that are no nouns are left out. */
const NOUN = "^server/(?!(http|live|cli|build|start)/)[^/]+/(?!routes\\.ts)";

const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

/** A package with one place to live. Its types count as well; tests may use anything. */
const only = (name, place, packages = [name]) =>
  rule(
    `${name}-only-in-its-place`,
    `Import ${name} only where ARCHITECTURE.md puts it; let that file give others what they need.`,
    { path: "^(server|workers|admin|widget)/", pathNot: place },
    { path: `(^|/)node_modules/(@types/)?(${packages.join("|")})/` },
  );

module.exports = {
  forbidden: [
    rule("no-cycles", "Move what both need into a file of its own.", {}, { circular: true }),
    rule(
      "nothing-unresolved",
      "The import leads to no file or package.",
      { path: "^(server|workers|admin|widget|test)/" },
      { couldNotResolve: true, pathNot: "^\\.\\./dist/" },
    ),
    rule(
      "contracts-are-pure",
      "Browsers load these files: they may import zod and each other.",
      { path: PURE },
      { pathNot: [PURE, "(^|/)node_modules/zod/"] },
    ),
    rule(
      "browsers-see-only-contracts",
      "The desk and the widget may import pure files of the server and nothing else of it.",
      { path: "^(admin|widget)/" },
      { path: "^(server|workers|test)/", pathNot: PURE },
    ),
    rule(
      "desk-and-widget-stand-alone",
      "The desk does not import the widget, nor the widget the desk.",
      { path: "^(admin|widget)/" },
      { path: "^(admin|widget)/", pathNot: "^$1/" },
    ),
    rule(
      "workers-never-import-http",
      "Workers use verbs and stores; HTTP and the live door belong to the server.",
      { path: "^workers/" },
      { path: HTTP },
    ),
    rule(
      "server-never-imports-workers",
      "The server appends events and the workers follow them; only the starts and the commands know both.",
      { path: "^server/", pathNot: ENTRIES },
      { path: "^(workers|admin|widget|test)/" },
    ),
    rule(
      "what-runs-is-a-dependency",
      "An installation without development packages must start: move the package to dependencies.",
      { path: "^(server|workers)/", pathNot: "^server/build/|\\.test\\.ts$" },
      { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], dependencyTypesNot: ["type-only"] },
    ),
    rule(
      "product-never-imports-tests",
      "What ships does not depend on tests.",
      { path: "^(server|workers|admin|widget)/" },
      { path: "^test/" },
    ),
    rule(
      "nouns-never-import-http",
      "Verbs and stores take plain arguments and know no request.",
      { path: NOUN },
      { path: HTTP },
    ),
    rule(
      "routes-never-import-routes",
      "routes.ts binds endpoints to verbs, its own noun's or, to look something up, another's; app.ts alone gathers routes.",
      { path: "^server/[^/]+/routes\\.ts$" },
      { path: "^server/([^/]+/routes|app|live|main|serve|server)\\.ts$" },
    ),
    only("express", "^server/(app\\.ts|http/)", ["express", "express-serve-static-core"]),
    only("socket.io", "^server/live(\\.ts$|/)", ["socket\\.io"]),
    only("bullmq", "^workers/"),
    only("ioredis", "^(workers/|server/http/limits\\.ts$)"),
    only("pg", "^server/db/"),
    only("perspective-api-client", "^server/scoring/perspective\\.ts$"),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|data|coverage)/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
    },
  },
};
