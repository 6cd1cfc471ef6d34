import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { DEMO_ARTICLE } from "../../server/demo/article.ts";
import { OWNER, startApp, type TestApp } from "../support/app.ts";
import { browserFor, openBrowser } from "./browser.ts";

const chromium = browserFor("dist/widget/widget.js", "dist/admin/index.html");

const RUDE = "You are an idiot, and I say so with respect.";

(chromium ? describe : describe.skip)("a reply, from the article to the desk and back", () => {
  let app: TestApp;
  let browser: Browser;
  const pages: Page[] = [];

  async function newPage(path: string): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    pages.push(page);
    await page.goto(app.address + path);
    return page;
  }

  async function openComments(): Promise<Page> {
    const page = await newPage(DEMO_ARTICLE.path);
    await page.locator("replydesk-comments").scrollIntoViewIfNeeded();
    await page.getByRole("textbox", { name: "Your comment" }).waitFor();
    return page;
  }

  async function openDesk(): Promise<Page> {
    const desk = await newPage("/desk");
    await desk.getByRole("textbox", { name: "E-mail" }).fill(OWNER.email);
    await desk.getByRole("textbox", { name: "Password" }).fill(OWNER.password);
    await desk.getByRole("button", { name: "Sign in" }).click();
    return desk;
  }

  const stored = (page: Page) =>
    page.evaluate("document.cookie.length + localStorage.length + sessionStorage.length");

  beforeAll(async () => {
    app = await startApp();
    browser = await openBrowser(chromium as string);
    const first = await app.reader.post(`/api/sites/demo/comments`, {
      article: { url: `${app.address}${DEMO_ARTICLE.path}`, id: DEMO_ARTICLE.id },
      text: "Six minutes is the difference between one job and two buses.",
      reader: { name: "Hanna" },
    });
    expect(first.status).toBe(201);
    await app.drain();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it("is held, approved by a key, and appears in the article without reload", async () => {
    const desk = await openDesk();
    await desk.getByRole("button", { name: "Your menu" }).waitFor();
    const reader = await openComments();
    const other = await openComments();
    await reader.getByRole("heading", { name: "1 comment" }).waitFor();
    expect(await stored(reader)).toBe(0);

    await reader.getByRole("button", { name: "Reply to Hanna" }).click();
    await reader.getByRole("textbox", { name: "Your reply to Hanna" }).fill(RUDE);
    await reader.getByRole("textbox", { name: "Your name" }).fill("Ada");
    await reader.getByRole("button", { name: "Post reply" }).click();
    await reader.getByText("Awaiting review").waitFor();
    expect(await other.getByText(RUDE).count()).toBe(0);

    // Its author still sees how it stands after a reload; nobody else sees it.
    await reader.reload();
    await reader.locator("replydesk-comments").scrollIntoViewIfNeeded();
    await reader.getByText("Awaiting review").waitFor();

    const card = desk.getByRole("article").filter({ hasText: "with respect" });
    await card.waitFor();
    await desk.keyboard.press("a");

    await reader.getByText("Awaiting review").waitFor({ state: "detached" });
    await reader.getByText(RUDE).waitFor();
    await reader.getByRole("heading", { name: "2 comments" }).waitFor();
    await other.getByText(RUDE).waitFor();
    await other.getByRole("heading", { name: "2 comments" }).waitFor();
  }, 60_000);

  it("tells its author why it was not published", async () => {
    const reader = await openComments();
    await reader.getByRole("textbox", { name: "Your comment" }).fill("What an idiot plan.");
    await reader.getByRole("textbox", { name: "Your name" }).fill("Ben");
    await reader.keyboard.press("Control+Enter");
    await reader.getByText("Awaiting review").waitFor();

    const { body } = await app.owner.get<{ items: { id: string; version: number }[] }>("/api/queue");
    const [held] = body.items;
    const decided = await app.owner.post(`/api/comments/${held?.id}/decisions`, {
      action: "reject",
      version: held?.version,
      reason: "insult",
    });
    expect(decided.status).toBe(201);
    await reader.getByText("Not published: It attacks a person").first().waitFor();
    await reader.getByRole("heading", { name: "2 comments" }).waitFor();
  }, 60_000);

  it("can be edited and withdrawn by its author", async () => {
    const reader = await openComments();
    await reader.getByRole("textbox", { name: "Your comment" }).fill("A first thought.");
    await reader.getByRole("textbox", { name: "Your name" }).fill("Cleo");
    await reader.getByRole("button", { name: "Post comment" }).click();
    const own = reader.getByRole("article", { name: "Cleo" });
    await reader.getByRole("heading", { name: "3 comments" }).waitFor();

    await own.getByRole("button", { name: "Edit" }).click();
    await reader.getByRole("textbox", { name: "Edit your comment" }).fill("A second thought.");
    await reader.getByRole("button", { name: "Save" }).click();
    await own.getByText("A second thought.").waitFor();
    await own.getByText("Awaiting review").waitFor({ state: "detached" });
    await reader.getByRole("heading", { name: "3 comments" }).waitFor();

    await own.getByRole("button", { name: "Withdraw" }).click();
    await own.getByRole("button", { name: "Withdraw" }).click();
    await reader.getByText("You withdrew this comment.").first().waitFor();
    await reader.getByRole("heading", { name: "2 comments" }).waitFor();
  }, 60_000);
});
