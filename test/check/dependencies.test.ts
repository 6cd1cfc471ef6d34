import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { packageRoot } from "../../server/package-root.ts";

const root = packageRoot();
const json = (path: string) => JSON.parse(readFileSync(join(root, path), "utf8"));
const manifest = json("package.json");
interface Locked {
  hasInstallScript?: true;
  optionalDependencies?: Record<string, string>;
}
const lock: { packages: Record<string, Locked> } = json("package-lock.json");

/** Rows of docs/dependencies.md: package, what for, why, licence. */
function documented(heading: string): { name: string; licence: string }[] {
  const page = readFileSync(join(root, "docs/dependencies.md"), "utf8");
  const section = page.split(/^## /m).find((text) => text.startsWith(heading)) ?? "";
  return section
    .split("\n")
    .filter((line) => /^\| [@a-z]/.test(line))
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .map(([, name = "", , , licence = ""]) => ({ name, licence }));
}

test.each([
  ["What runs in production", "dependencies"],
  ["What may be left out", "optionalDependencies"],
  ["What builds, checks and tests", "devDependencies"],
])("%s: every package has its line, with its licence", (heading, key) => {
  const installed = Object.keys(manifest[key]).map((name) => ({
    name,
    licence: json(`node_modules/${name}/package.json`).license,
  }));
  expect(documented(heading)).toEqual(installed);
});

test("every version is exact", () => {
  const versions = Object.values({
    ...manifest.dependencies,
    ...manifest.optionalDependencies,
    ...manifest.devDependencies,
  });
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version)))).toEqual([]);
});

test("every package with an install script is allowed or refused by name", () => {
  const withScript = Object.entries(lock.packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ""));
  expect(Object.keys(manifest.allowScripts).sort()).toEqual([...new Set(withScript)].sort());
});

test("the lock file names every platform's packages, without which npm ci refuses", () => {
  /** Where Node would look for a package that another one needs. */
  const places = (from: string, name: string): string[] => {
    const place = `${from && `${from}/`}node_modules/${name}`;
    const parent = from.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, "");
    return from === "" ? [place] : [place, ...places(parent, name)];
  };
  const missing = Object.entries(lock.packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !places(from, name).some((place) => lock.packages[place]),
    ),
  );
  expect(missing).toEqual([]);
});

test("perspective-api-client loads with the axios that overrides give it", () => {
  const Client = createRequire(join(root, "package.json"))("perspective-api-client");
  const { version } = json("node_modules/axios/package.json");
  expect(typeof new Client({ apiKey: "none" }).analyze).toBe("function");
  expect(version).toBe(manifest.overrides["perspective-api-client"].axios);
});
