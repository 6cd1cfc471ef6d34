import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { packageRoot } from "../../server/package-root.ts";

/** One file of the planted tree, what it imports, and the rules that must report it. */
const PLANTED: { file: string; imports: string[]; reported: string[] }[] = [
  // Allowed: everything here keeps to the table, so nothing of it may be reported.
  { file: "server/main.ts", imports: ["./app.ts", "../workers/relay.ts"], reported: [] },
  { file: "server/cli/replay.ts", imports: ["../../workers/relay.ts"], reported: [] },
  { file: "server/app.ts", imports: ["express", "./comments/routes.ts"], reported: [] },
  {
    file: "server/comments/routes.ts",
    imports: ["./contract.ts", "./post.ts", "../http/mount.ts"],
    reported: [],
  },
  { file: "server/comments/post.ts", imports: ["./contract.ts", "../sites/store.ts"], reported: [] },
  { file: "server/comments/contract.ts", imports: ["zod", "../endpoint.ts"], reported: [] },
  { file: "server/sites/store.ts", imports: ["../db/pool.ts"], reported: [] },
  { file: "server/db/pool.ts", imports: ["pg"], reported: [] },
  { file: "server/http/mount.ts", imports: ["express"], reported: [] },
  { file: "server/http/limits.ts", imports: ["ioredis"], reported: [] },
  { file: "server/live/rooms.ts", imports: ["socket.io"], reported: [] },
  { file: "server/scoring/perspective.ts", imports: ["perspective-api-client"], reported: [] },
  { file: "workers/relay.ts", imports: ["bullmq", "ioredis", "../server/comments/post.ts"], reported: [] },
  { file: "admin/queue.tsx", imports: ["react", "../server/comments/contract.ts"], reported: [] },
  { file: "widget/thread.ts", imports: ["../server/comments/contract.ts"], reported: [] },
  { file: "test/flow.test.ts", imports: ["../server/app.ts", "bullmq", "pg"], reported: [] },
  // Planted: one violation each.
  { file: "server/rules/one.ts", imports: ["./other.ts"], reported: ["no-cycles"] },
  { file: "server/rules/other.ts", imports: ["./one.ts"], reported: [] }, // a cycle is reported once
  { file: "server/rules/lost.ts", imports: ["./nowhere.ts"], reported: ["nothing-unresolved"] },
  { file: "server/rules/contract.ts", imports: ["../db/pool.ts"], reported: ["contracts-are-pure"] },
  { file: "server/permissions.ts", imports: ["node:fs"], reported: ["contracts-are-pure"] },
  {
    file: "admin/store.tsx",
    imports: ["../server/sites/store.ts"],
    reported: ["browsers-see-only-contracts"],
  },
  { file: "widget/relay.ts", imports: ["../workers/relay.ts"], reported: ["browsers-see-only-contracts"] },
  { file: "admin/thread.tsx", imports: ["../widget/thread.ts"], reported: ["desk-and-widget-stand-alone"] },
  { file: "workers/http.ts", imports: ["../server/http/mount.ts"], reported: ["workers-never-import-http"] },
  {
    file: "workers/routes.ts",
    imports: ["../server/comments/routes.ts"],
    reported: ["workers-never-import-http"],
  },
  {
    file: "server/sites/enqueue.ts",
    imports: ["../../workers/relay.ts"],
    reported: ["server-never-imports-workers"],
  },
  {
    file: "server/sites/desk.ts",
    imports: ["../../admin/queue.tsx"],
    reported: ["server-never-imports-workers"],
  },
  { file: "server/sites/react.ts", imports: ["react"], reported: ["what-runs-is-a-dependency"] },
  {
    file: "workers/fixture.ts",
    imports: ["../test/flow.test.ts"],
    reported: ["product-never-imports-tests"],
  },
  { file: "server/sites/mounted.ts", imports: ["../http/mount.ts"], reported: ["nouns-never-import-http"] },
  {
    file: "server/sites/shown.ts",
    imports: ["../comments/routes.ts"],
    reported: ["nouns-never-import-http"],
  },
  {
    file: "server/sites/routes.ts",
    imports: ["../comments/routes.ts"],
    reported: ["routes-never-import-routes"],
  },
  { file: "server/sites/express.ts", imports: ["express"], reported: ["express-only-in-its-place"] },
  { file: "server/sites/socket.ts", imports: ["socket.io"], reported: ["socket.io-only-in-its-place"] },
  { file: "server/sites/queue.ts", imports: ["bullmq"], reported: ["bullmq-only-in-its-place"] },
  { file: "server/http/redis.ts", imports: ["ioredis"], reported: ["ioredis-only-in-its-place"] },
  { file: "workers/sql.ts", imports: ["pg"], reported: ["pg-only-in-its-place"] },
  {
    file: "server/scoring/local.ts",
    imports: ["perspective-api-client"],
    reported: ["perspective-api-client-only-in-its-place"],
  },
  { file: "server/endpoint.ts", imports: ["zod"], reported: [] },
];

interface Violation {
  from: string;
  rule: { name: string };
}

const root = packageRoot();
const config = join(root, ".dependency-cruiser.cjs");
const tree = mkdtempSync(join(tmpdir(), "imports-"));
let violations: Violation[];

beforeAll(async () => {
  for (const name of ["package.json", "tsconfig.json"]) copyFileSync(join(root, name), join(tree, name));
  symlinkSync(join(root, "node_modules"), join(tree, "node_modules"));
  for (const { file, imports } of PLANTED) {
    mkdirSync(join(tree, dirname(file)), { recursive: true });
    // A type counts as much as a value: every second import is for its type only.
    const lines = imports.map((from, i) =>
      i % 2 ? `import type * as x${i} from "${from}";` : `import "${from}";`,
    );
    writeFileSync(join(tree, file), `${lines.join("\n")}\nexport const planted = 1;\n`);
  }
  const cruiser = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const folders = ["server", "workers", "admin", "widget", "test"];
  const args = [cruiser, "--config", config, "--output-type", "json", ...folders];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: tree, maxBuffer: 2 ** 26 });
  violations = JSON.parse(stdout).summary.violations;
}, 60_000);

afterAll(() => rmSync(tree, { recursive: true, force: true }));

test.each(PLANTED)("$file importing $imports is reported as $reported", ({ file, reported }) => {
  const names = violations.filter(({ from }) => from === file).map(({ rule }) => rule.name);
  expect([...new Set(names)]).toEqual(reported);
});

test("every import rule has a planted violation", async () => {
  const { forbidden } = (await import(config)).default as { forbidden: { name: string }[] };
  const planted = new Set(PLANTED.flatMap(({ reported }) => reported));
  expect(forbidden.map(({ name }) => name).filter((name) => !planted.has(name))).toEqual([]);
});
