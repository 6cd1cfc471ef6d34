import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "@jest/globals";
import { packageRoot } from "../../server/package-root.ts";

/** Bytes of JavaScript, gzipped, that a browser loads before the queue is there. */
const LIMIT = 300_000;

const desk = join(packageRoot(), "dist/admin");
const built = existsSync(join(desk, "index.html"));
if (!built) console.warn("Skipped: the desk is not built; run npm run build.");

(built ? test : test.skip)("the desk's first load stays within 300 kB of JavaScript", () => {
  const page = readFileSync(join(desk, "index.html"), "utf8");
  const scripts = [...page.matchAll(/(?:src|href)="\/desk\/(assets\/[^"]+\.js)"/g)].map(
    ([, name]) => name as string,
  );
  expect(scripts.length).toBeGreaterThan(0);
  const bytes = scripts.map((name) => gzipSync(readFileSync(join(desk, name)), { level: 9 }).length);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(LIMIT);
});
