import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { DEMO_ARTICLE } from "../../server/demo/article.ts";
import { OWNER, startApp, type TestApp } from "../support/app.ts";
import { aHeldComment, anApprovedComment, readerOf, reviewOf, sanctioned } from "../support/factories.ts";
import { until } from "../support/until.ts";
import { browserFor, openBrowser } from "./browser.ts";

const chromium = browserFor("dist/widget/widget.js", "dist/admin/index.html");
/** Where pictures go, for whoever wants to look; none are taken otherwise. */
const PICTURES = process.env.PICTURES ?? null;

(chromium ? describe : describe.skip)("readers at the desk", () => {
  let app: TestApp;
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    app = await startApp();
    browser = await openBrowser(chromium as string);
  }, 60_000);
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(faults.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  async function open(path: string): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 850 } });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto(app.address + path);
    return page;
  }

  async function openDesk(path: string): Promise<Page> {
    const page = await open(path);
    await page.getByRole("textbox", { name: "E-mail" }).fill(OWNER.email);
    await page.getByRole("textbox", { name: "Password" }).fill(OWNER.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByText("Live", { exact: true }).waitFor();
    return page;
  }

  async function picture(page: Page, name: string): Promise<void> {
    if (!PICTURES) return;
    for (const [as, colorScheme, width] of [
      ["light", "light", 1280],
      ["dark", "dark", 1280],
      ["phone", "light", 390],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 850 });
      await page.screenshot({ path: `${PICTURES}/${name}-${as}.png`, fullPage: true });
    }
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 1280, height: 850 });
  }

  it("a comment is rejected, its author suspended and their other waiting comments rejected in one go, and taken back in one", async () => {
    const first = await aHeldComment(app, { name: "Bob Smith" });
    const second = await aHeldComment(app, { as: first });
    const page = await openDesk(`/desk/held/${first.id}`);
    await page.getByRole("article", { name: "Bob Smith wrote" }).waitFor();
    await page.keyboard.press("r");
    await page.getByRole("radio", { name: "Spam" }).check();
    await page.getByLabel("And Bob Smith").selectOption("Suspend for 7 days");
    await page.getByLabel("Also reject what else Bob Smith has waiting (1)").check();
    await picture(page, "beside");
    await page.getByRole("button", { name: "Reject" }).click();
    await page.getByText("1 more comment rejected with it.").first().waitFor();
    const { reader, status } = await reviewOf(app.owner, second.id);
    expect([status, reader.sanctions.map(({ kind }) => kind)]).toEqual(["rejected", ["suspend"]]);
    await page.keyboard.press("u");
    await page.getByText("Taken back.").first().waitFor();
    const after = await reviewOf(app.owner, second.id);
    expect([after.status, after.reader.sanctions]).toEqual(["held", []]);
  }, 60_000);

  it("a reader is found by name, noted about and banned, and the history shows all of it", async () => {
    const comment = await anApprovedComment(app, { name: "Käthe Kruse" });
    const page = await openDesk("/desk/readers");
    await page.getByRole("searchbox").fill("krus");
    await page.getByRole("link", { name: "Käthe Kruse" }).waitFor();
    await until(
      "others are gone",
      async () => (await page.getByRole("link", { name: "Bob Smith" }).count()) === 0,
    );
    await picture(page, "readers");
    await page.getByRole("link", { name: "Käthe Kruse" }).click();
    await page.getByRole("textbox", { name: "A note for colleagues" }).fill("Sells dolls.");
    await page.getByRole("button", { name: "Add note" }).click();
    await page.getByText("Sells dolls.").first().waitFor();
    await page.getByRole("button", { name: "Warn, mute, suspend" }).click();
    await page.getByLabel("What", { exact: true }).selectOption("Ban");
    await page.getByLabel("What Käthe Kruse is told").fill("You advertise.");
    await page.getByRole("button", { name: "Ban", exact: true }).click();
    await page.getByRole("button", { name: "Lift: Banned" }).waitFor();
    await picture(page, "reader");
    expect((await reviewOf(app.owner, comment.id)).reader).toMatchObject({
      sanctions: [{ kind: "ban", words: "You advertise." }],
      notes: [{ text: "Sells dolls." }],
    });
    await page.getByRole("button", { name: "Lift: Banned" }).click();
    await page.getByText("Lifted by Owner").waitFor();
    await page.getByText("No sanction is in force.").waitFor();
  }, 60_000);

  it("a warned reader reads the moderator's words in the article, says so, and what they wrote is posted", async () => {
    const page = await open(DEMO_ARTICLE.path);
    const write = async (text: string) => {
      await page.getByRole("textbox", { name: "Your comment" }).click();
      await page.getByRole("textbox", { name: "Your comment" }).fill(text);
    };
    await page.locator("replydesk-comments").scrollIntoViewIfNeeded();
    await write("The first of mine.");
    await page.getByRole("textbox", { name: "Your name" }).fill("Warned Reader");
    await page.getByRole("button", { name: "Post comment" }).click();
    await page.getByText("The first of mine.").waitFor();
    await app.drain();
    const { rows } = await app.db.query<{ id: string }>(
      `select id from comments where text = 'The first of mine.'`,
    );
    const reader = await readerOf(app, rows[0] as { id: string });
    await sanctioned(app.owner, reader, { kind: "warn", words: "Mind your tone, please." });
    await write("The second of mine.");
    await page.getByRole("button", { name: "Post comment" }).click();
    await page.getByRole("alert").getByText("Mind your tone, please.").waitFor();
    await picture(page, "warned");
    await page.getByRole("button", { name: "I have read this, post" }).click();
    await page.getByRole("article").getByText("The second of mine.").waitFor();
    expect((await reviewOf(app.owner, (rows[0] as { id: string }).id)).reader.sanctions).toEqual([]);
  }, 60_000);
});
