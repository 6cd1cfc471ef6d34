import type { Browser, Page } from "playwright-core";
import { browserFor, openBrowser } from "../e2e/browser.ts";
import { percentile } from "./measure.ts";
import { type Goal, goalLines } from "./report.ts";
import type { SeededServer } from "./seeded-server.ts";

/** How often the desk is opened, each time by a browser that has nothing of it yet; and how many comments are decided. */
const LOADS = 10;
const DECISIONS = 40;
/** So many of each are not counted. */
const WARM_UP = 2;

/** Measures what somebody at the desk waits for, in Chromium on this very machine: from opening it to a comment that can be decided, and from a decision to the next comment drawn. */
export async function benchScreen({ port, cookie }: SeededServer): Promise<void> {
  const chromium = browserFor("dist/admin/index.html");
  if (!chromium) return;
  const browser = await openBrowser(chromium);
  try {
    const loads: number[] = [];
    for (let i = 0; i < WARM_UP + LOADS; i += 1) loads.push(await opened(browser, port, cookie));
    const page = await deskIn(browser, port, cookie);
    await page.evaluate(DRAWN);
    const decisions: number[] = [];
    for (let i = 0; i < WARM_UP + DECISIONS; i += 1) decisions.push(await decided(page));
    console.log(
      `\n${goalLines([
        goal("from opening the desk to a usable queue, median ms", loads, 1_500),
        goal("from a decision to the next comment drawn, median ms", decisions, 100),
      ])}`,
    );
    const worst = Math.max(...decisions.slice(WARM_UP));
    console.log(`The slowest of ${DECISIONS} decisions: ${worst.toFixed(0)} ms.`);
  } finally {
    await browser.close();
  }
}

function goal(what: string, took: number[], most: number): Goal {
  return { what, reached: percentile(took.slice(WARM_UP), 0.5), goal: most };
}

async function deskIn(browser: Browser, port: number, cookie: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 850 } });
  const [name = "", value = ""] = cookie.split("=");
  const address = `http://127.0.0.1:${port}`;
  await context.addCookies([{ name, value, url: address }]);
  const page = await context.newPage();
  await page.goto(`${address}/desk/held`, { waitUntil: "commit" });
  return page;
}

/** Milliseconds from the navigation's beginning to the frame in which a comment can be decided. */
async function opened(browser: Browser, port: number, cookie: string): Promise<number> {
  const page = await deskIn(browser, port, cookie);
  const took = await page.evaluate<number>(DRAWN);
  await page.context().close();
  return took;
}

/** Said to the page as text, since this side knows no document. Resolves with the page's clock, which began with the navigation, once a comment and its buttons are drawn. */
const DRAWN = `new Promise((resolve) => {
  const there = () => document.querySelector("#comment-by") && document.querySelector('[aria-keyshortcuts="A"]');
  const look = () => requestAnimationFrame((now) => (there() ? resolve(now) : look()));
  look();
})`;

/** Makes `changed`, which resolves with the milliseconds from the next key's press to the frame after the one that changed the card. */
const LISTEN = `globalThis.changed = new Promise((resolve) => {
  const shown = () => document.querySelector("#comment-by")?.parentElement.textContent;
  const before = shown();
  document.addEventListener("keydown", ({ timeStamp }) => {
    const look = () => requestAnimationFrame((now) => (shown() === before ? look() : requestAnimationFrame((drawn) => resolve(drawn - timeStamp))));
    look();
  }, { once: true, capture: true });
}), 0`;

/** Milliseconds from the key's press to the frame that shows another comment. */
async function decided(page: Page): Promise<number> {
  await page.evaluate(LISTEN);
  await page.keyboard.press("a");
  return page.evaluate<number>("changed");
}
