import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { DEMO_ARTICLE } from "../../server/demo/article.ts";
import { OWNER, startApp, type TestApp } from "../support/app.ts";
import { browserFor, holdsIn, openBrowser } from "./browser.ts";

const chromium = browserFor("dist/widget/widget.js", "dist/admin/index.html");

const LETTER =
  "I cross the bridge every morning with my daughter. When it closed, we lost the short way to school. We now walk by the mill, which is far, but we met our neighbours on the way.";

(chromium ? describe : describe.skip)("a comment that is featured", () => {
  let app: TestApp;
  let browser: Browser;

  beforeAll(async () => {
    app = await startApp();
    browser = await openBrowser(chromium as string);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  async function open(path: string): Promise<Page> {
    const page = await (await browser.newContext({ viewport: { width: 1_200, height: 900 } })).newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(app.address + path);
    return page;
  }
  async function openComments(): Promise<Page> {
    const page = await open(DEMO_ARTICLE.path);
    await page.locator("replydesk-comments").scrollIntoViewIfNeeded();
    return page;
  }

  it("by a key at the desk is told to its author at once and stands on top for everybody else, until it is taken down", async () => {
    const author = await openComments();
    await author.getByRole("textbox", { name: "Your comment" }).fill(LETTER);
    await author.getByRole("textbox", { name: "Your name" }).fill("Ann");
    await author.getByRole("button", { name: "Post comment" }).click();
    await author.getByRole("article", { name: "Ann" }).waitFor();
    await app.drain();

    const desk = await open("/desk/sites/demo/worth-featuring");
    await desk.getByRole("textbox", { name: "E-mail" }).fill(OWNER.email);
    await desk.getByRole("textbox", { name: "Password" }).fill(OWNER.password);
    await desk.getByRole("button", { name: "Sign in" }).click();
    const item = desk.getByRole("list", { name: "Comments worth featuring" }).getByRole("listitem");
    await item.getByText(LETTER).waitFor();
    await item.getByText("36 words").waitFor();
    await desk.keyboard.press("f");
    await item.getByText("Featured by Owner").waitFor();

    await author.getByRole("article", { name: "Ann" }).getByText("The editors have featured").waitFor();
    const other = await openComments();
    const top = other.getByRole("region", { name: "Featured comments" });
    await top.getByText(LETTER).waitFor();
    await top.getByRole("link", { name: "In the conversation" }).click();
    await holdsIn(
      other,
      "document.querySelector('replydesk-comments').shadowRoot.activeElement?.matches('article[aria-label=Ann]')",
    );
    expect(await other.getByRole("article", { name: "Ann" }).getByText("Featured").count()).toBe(1);

    await desk.getByText("Featured now").click();
    await desk.getByRole("list", { name: "Featured comments" }).waitFor();
    await desk.keyboard.press("f");
    await desk.getByText("Nothing is featured").waitFor();
    await top.waitFor({ state: "detached" });
    await author
      .getByRole("article", { name: "Ann" })
      .getByText("The editors have featured")
      .waitFor({ state: "detached" });
    expect(await other.getByRole("article", { name: "Ann" }).getByText("Featured").count()).toBe(0);
  }, 60_000);
});
