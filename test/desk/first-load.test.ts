import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "@jest/globals";
import { packageRoot } from "../../server/package-root.ts";

/** Bytes of JavaScript, gzipped, that a browser loads before the queue is there. */
const LIMIT = 300_000;

const desk = join(packageRoot(), "dist/admin");

test("the desk's first load stays within 300 kB of JavaScript", () => {
  if (!existsSync(join(desk, "index.html"))) throw new Error("The desk is not built. Run npm run build.");
  const page = readFileSync(join(desk, "index.html"), "utf8");
  const scripts = [...page.matchAll(/(?:src|href)="\/desk\/(assets\/[^"]+\.js)"/g)].map(
    ([, name]) => name as string,
  );
  expect(scripts.length).toBeGreaterThan(0);
  const bytes = scripts.map((name) => gzipSync(readFileSync(join(desk, name)), { level: 9 }).length);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(LIMIT);
});
