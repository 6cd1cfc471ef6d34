import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** WCAG 2.2, levels A and AA. */
export const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds wrong: the rule, and where. */
export async function faultsOf(page: Page, runOnly: readonly string[] = RULES): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(AXE);
  return page.evaluate(`axe.run({ runOnly: ${JSON.stringify(runOnly)} }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + " at " + target.join(" "))))`);
}

/** Colours change within a frame even where motion is reduced, but not at once. */
export function colorsChanged(page: Page): Promise<void> {
  return page.evaluate(
    "(async () => { while (document.getAnimations().length > 0) await new Promise(requestAnimationFrame); })()",
  );
}
