import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "@jest/globals";
import { packageRoot } from "../../server/package-root.ts";

const root = packageRoot();
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};
const pages = execFileSync("git", ["ls-files", "*.md"], { cwd: root, encoding: "utf8" }).trim().split("\n");
const found = (pattern: RegExp): [page: string, what: string][] =>
  pages.flatMap((page) =>
    [...readFileSync(join(root, page), "utf8").matchAll(pattern)].map(([, what = ""]): [string, string] => [
      page,
      what,
    ]),
  );

test("every command that package.json names is there", () => {
  const files = Object.values(scripts).flatMap((script) => {
    const entry = /run\.mjs (\S+)/.exec(script)?.[1];
    const others = script.match(/(server|test)\/\S+\.(mjs|ts)/g) ?? [];
    return [...others, ...(entry ? [`${entry}.ts`] : [])];
  });
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

test("every script that a page tells people to run exists", () => {
  const named = found(/npm run (?:--silent )?([\w:-]+)/g);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(([, script]) => !(script in scripts))).toEqual([]);
});

test("every link to a file leads to one", () => {
  const links = found(/\]\((?!https?:|#)([^)#\s]+)/g);
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter(([page, link]) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
});

test("every file and folder that ARCHITECTURE.md and CONTRIBUTING.md name is there", () => {
  const named = found(/`?((?:server|workers|admin|widget|test|docs)\/[\w./-]+)/g).filter(([page]) =>
    ["ARCHITECTURE.md", "CONTRIBUTING.md"].includes(page),
  );
  const bare = named.map(([, path]) => path.replace(/[./]+$/, ""));
  expect(bare.length).toBeGreaterThan(20);
  expect(
    bare.filter((path) => !existsSync(join(root, path)) && !existsSync(join(root, `${path}.ts`))),
  ).toEqual([]);
});
