import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { packageRoot } from "../../server/package-root.ts";

const lines = (count: number) =>
  Array.from({ length: count }, (_, i) => `export const a${i} = ${i};\n`).join("");

/** A file, its text, and the one complaint it must earn; null where it must earn none. */
const PLANTED: [file: string, text: string, complaint: string | null][] = [
  ["server/any.ts", "export const loose: any = 1;\n", "lint/suspicious/noExplicitAny"],
  [
    "server/floating.ts",
    "async function later() {}\nexport function start() {\n  later();\n}\n",
    "lint/nursery/noFloatingPromises",
  ],
  ["server/meant.ts", "async function later() {}\nexport function start() {\n  void later();\n}\n", null],
  ["server/default.ts", "export default 1;\n", "lint/style/noDefaultExport"],
  ["server/env.ts", "export const port = process.env.PORT;\n", "lint/style/noProcessEnv"],
  [
    "server/cli/env.ts",
    'import { env } from "node:process";\n\nexport const port = env.PORT;\n',
    "lint/style/noProcessEnv",
  ],
  ["server/config.ts", "export const port = process.env.PORT;\n", null],
  ["server/long.ts", lines(251), "lint/style/noExcessiveLinesPerFile"],
  ["server/just-short-enough.ts", lines(250), null],
  ["test/long.test.ts", lines(501), "lint/style/noExcessiveLinesPerFile"],
  ["test/just-short-enough.test.ts", lines(500), null],
  ["server/barrel.ts", 'export { loose } from "./any.ts";\n', "lint/performance/noBarrelFile"],
  ["server/everything.ts", 'export * from "./any.ts";\n', "lint/performance/noBarrelFile"],
  [
    "server/type.ts",
    'import { Config } from "./shape.ts";\n\nexport const config: Config = { port: 1 };\n',
    "lint/style/useImportType",
  ],
  ["server/shape.ts", "export interface Config {\n  port: number;\n}\n", null],
  ["server/camelCase.ts", "export const named = 1;\n", "lint/style/useFilenamingConvention"],
  ["server/enum.ts", "export enum Colour {\n  Red = 1,\n}\n", "lint/style/noEnum"],
  [
    "server/unused.ts",
    'import { named } from "./shape.ts";\n\nexport const x = 1;\n',
    "lint/correctness/noUnusedImports",
  ],
  [
    "server/order.ts",
    'import { b } from "./b.ts";\nimport { a } from "./a.ts";\n\nexport const x = a + b;\n',
    "assist/source/organizeImports",
  ],
  ["test/focused.test.ts", 'test.only("x", () => undefined);\n', "lint/suspicious/noFocusedTests"],
  ["server/quotes.ts", "export const quoted = 'single';\n", "format"],
  ["data/any.ts", "export const loose: any = 1;\n", null],
  ["dist/any.ts", "export const loose: any = 1;\n", null],
];

interface Diagnostic {
  category: string;
  location: { path: string };
}

const tree = mkdtempSync(join(tmpdir(), "lint-"));
let diagnostics: Diagnostic[];

beforeAll(async () => {
  for (const name of ["biome.json", ".gitignore", "package.json", "tsconfig.json"]) {
    copyFileSync(join(packageRoot(), name), join(tree, name));
  }
  for (const [file, text] of PLANTED) {
    mkdirSync(join(tree, dirname(file)), { recursive: true });
    writeFileSync(join(tree, file), text);
  }
  const biome = join(packageRoot(), "node_modules/@biomejs/biome/bin/biome");
  const args = [
    biome,
    "ci",
    "--error-on-warnings",
    "--colors=off",
    "--reporter=json",
    "--max-diagnostics=none",
  ];
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, args, { cwd: tree }, (_error, stdout) => resolve(stdout));
  });
  diagnostics = JSON.parse(output).diagnostics;
}, 60_000);

afterAll(() => rmSync(tree, { recursive: true, force: true }));

test.each(PLANTED)("%s is judged as it should be", (file, _text, complaint) => {
  const complaints = diagnostics
    .filter(({ location }) => location.path === file)
    .map(({ category }) => category);
  expect([...new Set(complaints)]).toEqual(complaint ? [complaint] : []);
});
