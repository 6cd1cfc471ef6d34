import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { OWNER, startApp, type TestApp } from "../support/app.ts";
import { aHeldComment, aModerator, decided } from "../support/factories.ts";
import { browserFor, openBrowser } from "./browser.ts";

const chromium = browserFor("dist/admin/index.html");
const CHOSEN = "three small blue boats";
/** A folder for pictures to look at; none are taken without it. */
const PICTURES = process.env.PICTURES;

(chromium ? describe : describe.skip)("the log at the desk", () => {
  let app: TestApp;
  let browser: Browser;
  let ben: { id: string };
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    app = await startApp();
    const moderator = await aModerator(app, { name: "Ben" });
    ben = moderator;
    const comment = await aHeldComment(app, { name: "Ana" });
    await decided(moderator.client, comment.id, "reject", { reason: "insult" });
    await app.owner.post("/api/sites/demo/api-keys", { name: "The archive" });
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

  async function open(address: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 850 }, ...options });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto(address);
    return page;
  }

  async function picture(page: Page, name: string): Promise<void> {
    if (!PICTURES) return;
    for (const [look, colorScheme, width, height] of [
      ["light", "light", 1280, 850],
      ["dark", "dark", 1280, 850],
      ["phone", "light", 390, 844],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: `${PICTURES}/${name}-${look}.png` });
    }
    await page.setViewportSize({ width: 1280, height: 850 });
    await page.emulateMedia({ colorScheme: "light" });
  }

  async function signIn(page: Page, email: string, password: string): Promise<void> {
    await page.getByRole("textbox", { name: "E-mail" }).fill(email);
    await page.getByRole("textbox", { name: "Password" }).fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
  }

  it("tells an owner in sentences who did what, narrows to it in the address, and shows what is behind a line", async () => {
    const page = await open(`${app.address}/desk/log`);
    await signIn(page, OWNER.email, OWNER.password);
    const line = page.getByText("Ben rejected a comment by Ana");
    await line.waitFor();
    await page.getByText("made the key “The archive”").waitFor();
    await page.getByText("Ana wrote a comment").waitFor();
    await picture(page, "log");

    await page.getByRole("button", { name: "Details: Ben rejected a comment by Ana" }).click();
    await page.getByText("insult", { exact: true }).waitFor();
    await picture(page, "log-details");
    await page.getByRole("button", { name: "All about this comment" }).click();
    await page.getByText("made the key").waitFor({ state: "detached" });
    await page.getByText("The rules held a comment by Ana").waitFor();

    await page.getByRole("combobox", { name: "What" }).click();
    await page.getByRole("option", { name: "Decisions" }).click();
    await page.getByText("Ana wrote a comment").waitFor({ state: "detached" });
    expect(new URL(page.url()).search).toMatch(/^\?comment=[0-9a-f-]{36}&what=decisions$/);
    await page.reload();
    await line.waitFor();
    expect(await page.getByText("Ana wrote a comment").count()).toBe(0);

    const saved = page.waitForEvent("download");
    await page.getByRole("link", { name: "CSV" }).click();
    expect((await saved).suggestedFilename()).toBe("replydesk-log.csv");
    await page.getByRole("textbox", { name: "To", exact: true }).fill("2026-01-01");
    await page.getByRole("heading", { name: "Nothing in the log fits" }).waitFor();
    await picture(page, "log-nothing");
    await page.getByRole("button", { name: "Clear the conditions" }).click();
    await line.waitFor();
    await page.getByRole("button", { name: "Details: Ben rejected a comment by Ana" }).click();
    await page.getByRole("link", { name: "To the comment", exact: true }).click();
    await page.getByRole("article").getByText("Ana").first().waitFor();
  }, 60_000);

  it("tells of a check that found an entry changed", async () => {
    await app.db.query(
      `insert into chain_checks (event_id, hash, events, broken_at, problem) values (9, sha256('x'), 7, 8, 'changed')`,
    );
    const page = await open(`${app.address}/desk/log`, { locale: "de-DE" });
    await page.getByRole("textbox", { name: "E-Mail-Adresse" }).fill(OWNER.email);
    await page.getByRole("textbox", { name: "Passwort" }).fill(OWNER.password);
    await page.getByRole("button", { name: "Anmelden" }).click();
    await page.getByRole("alert").getByText("Eintrag 8 wurde nachträglich geändert").waitFor();
    await page.getByText("Ein Kommentar von Ana wurde von Ben abgelehnt").waitFor();
    await picture(page, "log-german");
  }, 60_000);

  it("lets in a moderator who forgot the password by an owner's link, and shows them comments alone", async () => {
    const owner = await open(`${app.address}/desk/people`);
    await signIn(owner, OWNER.email, OWNER.password);
    await owner.getByRole("button", { name: "Change Ben" }).click();
    await owner.getByRole("button", { name: "Make a link for a forgotten password" }).click();
    const link = await owner.getByRole("dialog").locator("code").innerText();
    await picture(owner, "password-link");

    const page = await open(link);
    await page.getByRole("textbox", { name: "New password" }).fill(CHOSEN);
    await picture(page, "password-new");
    await page.getByRole("button", { name: "Choose it" }).click();
    await signIn(page, `${ben.id}@example.com`, CHOSEN);
    await page.getByRole("link", { name: "Log" }).click();
    await page.getByText("Ben rejected a comment by Ana").waitFor();
    expect(await page.getByText("made the key").count()).toBe(0);
    await picture(page, "log-moderator");
  }, 60_000);
});
