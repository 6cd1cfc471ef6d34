// npm run check [-- NAME…]: everything that must hold before a commit but the tests, two at a time.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./parts.mjs";

/** @typedef {{ name: string, needs: string, command: string[] }} Check needs: without this file the check is left out */

const bin = (/** @type {string} */ path) => join(ROOT, "node_modules", path);
const types = (/** @type {string} */ config) => [bin("typescript/bin/tsc"), "--noEmit", "-p", config];
/** Biome colours its output even into a pipe. */
const PLAIN = process.stdout.isTTY ? [] : ["--colors=off"];
const FOLDERS = ["server", "workers", "admin", "widget", "test"].filter((folder) =>
  existsSync(join(ROOT, folder)),
);

/** The longest first, so that two cores end at about the same time. @type {Check[]} */
const CHECKS = [
  { name: "types", needs: "tsconfig.json", command: types("tsconfig.json") },
  { name: "types of the desk", needs: "admin/tsconfig.json", command: types("admin/tsconfig.json") },
  {
    // Biome looks for these too, but does not see through the types of pg, ioredis and Node; the compiler does.
    name: "promises",
    needs: ".oxlintrc.json",
    command: [bin("oxlint/bin/oxlint"), "--type-aware", "-c", ".oxlintrc.json", ...FOLDERS],
  },
  {
    name: "imports",
    needs: ".dependency-cruiser.cjs",
    command: [bin("dependency-cruiser/bin/dependency-cruise.mjs"), "--output-type", "err-long", ...FOLDERS],
  },
  { name: "types of the widget", needs: "widget/tsconfig.json", command: types("widget/tsconfig.json") },
  {
    name: "types of the build",
    needs: "server/build/tsconfig.json",
    command: types("server/build/tsconfig.json"),
  },
  {
    name: "format and lint",
    needs: "biome.json",
    command: [
      bin("@biomejs/biome/bin/biome"),
      "ci",
      "--error-on-warnings",
      "--diagnostic-level=warn",
      ...PLAIN,
    ],
  },
  {
    name: "openapi",
    needs: "server/cli/openapi.ts",
    command: ["--import", "tsx", "server/cli/openapi.ts", "--check"],
  },
  {
    name: "schema",
    needs: "server/cli/schema.ts",
    command: ["--import", "tsx", "server/cli/schema.ts", "--check"],
  },
];

/** @param {Check} check @returns {Promise<boolean>} whether it holds */
function run({ name, needs, command }) {
  if (!existsSync(join(ROOT, needs))) {
    console.log(`- ${name}: left out, there is no ${needs}`);
    return Promise.resolve(true);
  }
  const started = performance.now();
  const child = spawn(process.execPath, command, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  return new Promise((resolve) => {
    child.on("close", (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(code === 0 ? `✓ ${name} (${seconds} s)` : `✗ ${name} (${seconds} s)\n${output}`);
      resolve(code === 0);
    });
  });
}

const started = performance.now();
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !CHECKS.some((check) => check.name === name));
if (unknown.length > 0) {
  console.error(
    `No check is called "${unknown[0]}". There are: ${CHECKS.map((check) => check.name).join(", ")}.`,
  );
  process.exit(1);
}
const waiting = CHECKS.filter((check) => asked.length === 0 || asked.includes(check.name));
let failed = 0;
async function worker() {
  for (let check = waiting.shift(); check; check = waiting.shift()) if (!(await run(check))) failed += 1;
}
await Promise.all([worker(), worker()]);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(failed === 0 ? `All checks hold (${seconds} s).` : `${failed} did not hold (${seconds} s).`);
process.exitCode = failed === 0 ? 0 : 1;
