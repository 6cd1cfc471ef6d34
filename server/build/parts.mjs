// What is built, and whether it is older than its sources. Plain JavaScript without imports from npm, because
// every start runs it.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PURE } from "./pure-files.cjs";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
export const DIST = join(ROOT, "dist");

/** Each part: the file without which there is nothing to build, and which files it is made of. */
export const PARTS = {
  server: { needs: "server", sources: /^(server\/(?!build\/)|workers\/).*\.(ts|json)$/ },
  desk: { needs: "admin/vite.config.ts", sources: new RegExp(`^admin/|${PURE}`) },
  widget: { needs: "widget/build.ts", sources: new RegExp(`^widget/|${PURE}`) },
};

/** @typedef {keyof typeof PARTS} Part */
/** @typedef {{ newest: number, files: number }} Age newest change in ms, and how many files */

/** @param {string} name @returns {name is Part} */
export function isPart(name) {
  return Object.hasOwn(PARTS, name);
}

/** Parts whose sources are here at all: an image that ships only dist/ has none.
 * @returns {Part[]} */
export function presentParts() {
  return /** @type {Part[]} */ (Object.keys(PARTS)).filter((part) =>
    existsSync(join(ROOT, PARTS[part].needs)),
  );
}

/** @param {Part} part @returns {Age} */
export function ageOfSources(part) {
  const { sources } = PARTS[part];
  let newest = 0;
  let files = 0;
  /** @param {string} folder */
  const walk = (folder) => {
    for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (entry.name !== "node_modules") walk(path);
      } else if (sources.test(path)) {
        newest = Math.max(newest, statSync(join(ROOT, path)).mtimeMs);
        files += 1;
      }
    }
  };
  for (const folder of ["server", "workers", "admin", "widget"]) {
    if (existsSync(join(ROOT, folder))) walk(folder);
  }
  return { newest, files };
}

/** @param {Part} part */
function stampFile(part) {
  return join(DIST, ".built", `${part}.json`);
}

/** Says what a build was made from. Take the age before building, so that a change made meanwhile is not lost.
 * @param {Part} part @param {Age} age */
export function stamp(part, age) {
  mkdirSync(dirname(stampFile(part)), { recursive: true });
  writeFileSync(stampFile(part), JSON.stringify(age));
}

/** True when the part was never built, or a source is newer than the build, or one came or went.
 * @param {Part} part */
export function isStale(part) {
  const now = ageOfSources(part);
  if (now.files === 0) return false;
  try {
    /** @type {Age} */
    const built = JSON.parse(readFileSync(stampFile(part), "utf8"));
    return now.newest > built.newest || now.files !== built.files;
  } catch {
    return true;
  }
}
