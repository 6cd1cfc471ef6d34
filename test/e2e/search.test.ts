import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { startApp, type TestApp } from "../support/app.ts";
import { aComment, aHeldComment, aModerator, type Colleague } from "../support/factories.ts";
import { browserFor, openBrowser } from "./browser.ts";

const chromium = browserFor("dist/admin/index.html");
/** A folder for pictures to look at; none are taken without it. */
const PICTURES = process.env.PICTURES;

(chromium ? describe : describe.skip)("search at the desk", () => {
  let app: TestApp;
  let browser: Browser;
  let page: Page;
  let nia: Colleague;
  const faults: string[] = [];

  beforeAll(async () => {
    app = await startApp();
    nia = await aModerator(app, { name: "Nia" });
    const bridge = { url: "https://news.example/bridge", title: "The bridge opens", section: "news" };
    const old = await aComment(app, {
      text: "The ambulance could not cross the old bridge for an hour. Somebody will die of this one day.",
      name: "Martha Ellison",
      article: bridge,
    });
    // It was a month ago.
    await app.asLogin(`update comments set created_at = created_at - interval '31 days' where id = $1`, [
      old.id,
    ]);
    await app.asLogin(`update search_entries set posted_at = posted_at - interval '31 days'`);
    for (const text of [
      "Bridges like this one are built to last, not to look good.",
      "Who pays for it? The toll is a scandal.",
      "I crossed the new bridge this morning: lovely, but the lanes are narrow and the wind is fierce up there.",
    ])
      await aComment(app, { text, article: bridge, name: "Bo Lindqvist" });
    await aHeldComment(app, {
      text: "The mayor is an idiot and so is everybody who wanted this bridge.",
      article: bridge,
      name: "Ron",
    });
    browser = await openBrowser(chromium as string);
    const context = await browser.newContext({
      viewport: { width: 1280, height: 850 },
      reducedMotion: "reduce",
    });
    const [name, value] = (nia.client.headers.cookie as string).split("=") as [string, string];
    await context.addCookies([{ name, value, url: app.address }]);
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on("pageerror", (error) => faults.push(error.message));
  }, 60_000);
  afterAll(async () => {
    expect(faults).toEqual([]);
    await browser?.close();
    await app?.close();
  });

  async function picture(name: string): Promise<void> {
    if (!PICTURES) return;
    for (const [look, colorScheme, width, height] of [
      ["light", "light", 1280, 850],
      ["dark", "dark", 1280, 850],
      ["phone", "light", 390, 844],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: `${PICTURES}/search-${name}-${look}.png`, fullPage: look === "phone" });
    }
    await page.setViewportSize({ width: 1280, height: 850 });
    await page.emulateMedia({ colorScheme: "light" });
  }
  const results = () => page.getByRole("list", { name: "Comments found" });
  const rows = () => results().locator("[data-pick]");

  it("finds a comment of last month by a misspelt word, tells its history, and decides it by keyboard", async () => {
    await page.goto(`${app.address}/desk`);
    await page.getByRole("link", { name: "Search" }).click();
    await page.getByText("What are you looking for?").waitFor();
    await picture("start");
    await page.keyboard.press("/");
    await page.keyboard.type("ambulence");
    await page.keyboard.press("Enter");
    await page.getByText("“ambulence” also finds: ambulance.").waitFor();
    expect(await rows().count()).toBe(1);
    expect(await results().locator("mark").allInnerTexts()).toEqual(["ambulance"]);
    expect(new URL(page.url()).search).toBe("?q=ambulence");

    await rows().click();
    await page.getByText("The rules: approved").waitFor();
    await picture("open");
    await page.keyboard.press("r");
    await page.getByRole("radio", { name: "Off topic" }).check();
    await page.keyboard.press("Enter");
    await page.getByText("Nia: not published").waitFor();
    await results().getByText("Not published", { exact: true }).waitFor();
    await page.keyboard.press("u");
    await page.getByText("Nia: took the decision before it back").waitFor();
    await results().getByText("Approved", { exact: true }).first().waitFor();
  }, 60_000);

  it("narrows what it finds, keeps all of it in the address, and says when there is nothing", async () => {
    await page.goto(`${app.address}/desk/sites/demo/search?q=bridge&postedTo=2001-01-01`);
    await page.getByText("Nothing found").waitFor();
    await picture("nothing");
    await page.getByRole("button", { name: "Clear" }).click();
    await page.getByText("4 comments").waitFor();
    await picture("found");
    await page.getByRole("combobox", { name: "Status" }).selectOption({ label: "Held" });
    await page.getByText("One comment").waitFor();
    await picture("narrowed");
    expect(new URL(page.url()).search).toBe("?q=bridge&status=held");
    await page.reload();
    await page.getByText("One comment").waitFor();
    await page.getByRole("button", { name: "Export" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: "As a table (CSV)" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^comments-.*\.csv$/);
  }, 60_000);

  it("decides what is found as one batch, from the list or all of it, and takes it back", async () => {
    await page.goto(`${app.address}/desk/sites/demo/search?q=bridge`);
    await page.getByText("4 comments").waitFor();
    await results().getByRole("checkbox").first().check();
    await page.getByRole("button", { name: "All loaded" }).click();
    await page.getByText("4 chosen").waitFor();
    await picture("chosen");
    await page.keyboard.press("r");
    const dialog = page.getByRole("dialog");
    await dialog.getByText(/3 approved/).waitFor();
    await picture("batch");
    await dialog.getByRole("radio", { name: "Off topic" }).check();
    await dialog.getByRole("button", { name: "Reject" }).click();
    await page.getByText("Not published: 4 comments.").last().waitFor();
    const refused = results().getByText("Not published", { exact: true });
    await refused.nth(3).waitFor();
    await page.keyboard.press("u");
    await page.getByText("Taken back. 4 comments are as before.").last().waitFor();
    await results().getByText("Held", { exact: true }).waitFor();
    expect(await refused.count()).toBe(0);
  }, 60_000);
});
