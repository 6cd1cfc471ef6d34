/**
 * npm run pictures: takes docs/pictures/ anew, from the real program with nothing in it but its own demo. Letters look as the
 * machine's fonts do; Debian's fonts-roboto-unhinted, fonts-liberation and fonts-noto-core are those of the pictures in the repository.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { DEMO_ARTICLE } from "../../server/demo/article.ts";
import { DEMO_COMMENTS } from "../../server/demo/comments.ts";
import { packageRoot } from "../../server/package-root.ts";
import { until } from "../support/until.ts";
import { browserFor, openBrowser } from "./browser.ts";

const FOLDER = join(packageRoot(), "docs/pictures");
const OWNER = { email: "ana@example.com", password: "shown in no picture" };
const LOOK: BrowserContextOptions = { deviceScaleFactor: 2, colorScheme: "light" };
/** The comment on the desk: it answers another, and several of its words are marked. */
const JUDGED = "nine volts";

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address ? address.port : 0;
}

/** Resolves once every demo comment is either in the thread or held. */
async function seeded(page: Page): Promise<void> {
  const count = (path: string, part: "count" | "items") =>
    page.evaluate(
      async ([url, key]) => {
        const body = (await (await fetch(url as string)).json()) as { count: number; items: unknown[] };
        return key === "count" ? body.count : body.items.length;
      },
      [path, part],
    );
  const thread = `/api/sites/demo/comments?article=id:${DEMO_ARTICLE.id}&limit=1`;
  const all = async () =>
    (await count(thread, "count")) + (await count("/api/queue?limit=200", "items")) === DEMO_COMMENTS.length;
  await until("the demo comments are judged", all, 60);
}

async function takeDesk(page: Page): Promise<void> {
  await page.getByRole("textbox", { name: "E-mail" }).fill(OWNER.email);
  await page.getByRole("textbox", { name: "Password" }).fill(OWNER.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByText("Live", { exact: true }).waitFor();
  await seeded(page);
  await page.reload();
  await page.getByText("Live", { exact: true }).waitFor();
  while ((await page.getByRole("article", { name: `${JUDGED} wrote` }).count()) === 0) {
    await page.getByRole("button", { name: "Next comment" }).click();
  }
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(FOLDER, "desk.png") });
}

async function takeArticle(page: Page): Promise<void> {
  const comments = page.locator("replydesk-comments");
  await comments.scrollIntoViewIfNeeded();
  await page.getByRole("combobox", { name: "Sort by" }).selectOption("oldest");
  await page.getByRole("article", { name: DEMO_COMMENTS[0]?.name }).first().waitFor();
  await page.evaluate("document.activeElement.blur()");
  // The story's last paragraph, then the comments.
  await page
    .locator(".story > p")
    .last()
    .evaluate((element) =>
      element.ownerDocument.defaultView?.scrollBy(0, element.getBoundingClientRect().top - 24),
    );
  await page.screenshot({ path: join(FOLDER, "article.png") });
}

const chromium = browserFor();
if (!chromium) process.exit(1);
mkdirSync(FOLDER, { recursive: true });
const data = mkdtempSync(join(tmpdir(), "replydesk-pictures-"));
const port = await freePort();
const program = spawn(process.execPath, ["server/build/run.mjs", "server/main"], {
  cwd: packageRoot(),
  stdio: ["ignore", "ignore", "inherit"],
  env: {
    PATH: process.env.PATH,
    DATA_DIR: data,
    PORT: String(port),
    OWNER_EMAIL: OWNER.email,
    OWNER_PASSWORD: OWNER.password,
  },
});
const ended = once(program, "exit");
const browser = await openBrowser(chromium);
try {
  const address = `http://127.0.0.1:${port}`;
  const answers = () =>
    fetch(`${address}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
  await until("the server answers", answers, 60);
  const open = async (path: string, width: number, height: number) => {
    const page = await browser.newPage({ ...LOOK, viewport: { width, height } });
    await page.goto(address + path);
    return page;
  };
  await takeDesk(await open("/desk", 1280, 720));
  await takeArticle(await open(DEMO_ARTICLE.path, 900, 820));
} finally {
  await browser.close();
  program.kill("SIGTERM");
  await ended;
  rmSync(data, { recursive: true, force: true });
}
