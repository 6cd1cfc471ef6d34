import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { DEMO_ARTICLE } from "../../server/demo/article.ts";
import { startApp, type TestApp } from "../support/app.ts";
import {
  aModerator,
  type Colleague,
  decided,
  deciding,
  queueOf,
  readerOf,
  reviewOf,
  sanctioned,
} from "../support/factories.ts";
import { browserFor, openBrowser } from "./browser.ts";

const chromium = browserFor("dist/widget/widget.js", "dist/widget/widget-words-de.js");

const INERT = `"><img src=x onerror="document.title='run'"><script>document.title='run'</script>`;

(chromium ? describe : describe.skip)("speaking up in the widget", () => {
  let app: TestApp;
  let browser: Browser;
  let ada: Colleague;
  let ben: Colleague;

  async function openComments(options: { phone?: boolean; language?: string } = {}): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: options.phone ? 390 : 1_000, height: 844 },
      timezoneId: "Asia/Tokyo",
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    if (options.language)
      await page.route(`**${DEMO_ARTICLE.path}`, async (route) => {
        const answer = await route.fetch();
        const body = (await answer.text()).replace('<html lang="en"', `<html lang="${options.language}"`);
        await route.fulfill({ response: answer, body });
      });
    await page.goto(app.address + DEMO_ARTICLE.path);
    await page.locator("replydesk-comments").scrollIntoViewIfNeeded();
    return page;
  }

  async function write(page: Page, text: string, name: string): Promise<void> {
    await page.getByRole("textbox", { name: "Your comment" }).fill(text);
    await page.getByRole("textbox", { name: "Your name" }).fill(name);
    await page.getByRole("button", { name: "Post comment" }).click();
  }

  beforeAll(async () => {
    app = await startApp({ settings: { reportsToQueue: 1 } });
    browser = await openBrowser(chromium as string);
    [ada, ben] = await Promise.all([aModerator(app, { name: "Ada" }), aModerator(app, { name: "Ben" })]);
    await app.reader.post("/api/sites/demo/comments", {
      article: { url: `${app.address}${DEMO_ARTICLE.path}`, id: DEMO_ARTICLE.id },
      text: "Buy shoes from my brother.",
      reader: { name: "Hanna" },
    });
    await app.drain();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it("reports somebody's comment on a phone, with the keyboard alone, and it waits among the reported", async () => {
    const page = await openComments({ phone: true });
    const button = page.getByRole("button", { name: "Report Hanna’s comment" });
    await button.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("radio", { name: "It insults or attacks someone" }).waitFor();
    await page.keyboard.press("Escape");
    expect(await button.evaluate((element) => element.matches(":focus"))).toBe(true);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Send report" }).click();
    await page.getByRole("alert").getByText("Choose a reason first.").waitFor();
    await page.getByRole("radio", { name: "It is advertising or spam" }).check();
    await page.getByRole("textbox", { name: "Anything the moderators should know?" }).fill(INERT);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    await page.getByRole("button", { name: "Send report" }).click();
    await page.getByText("Thank you. The moderators have your report.").first().waitFor();
    const [waiting] = (await queueOf(ada.client, { queue: "reported" })).items;
    expect(waiting?.reports.items).toMatchObject([{ reason: "spam", text: INERT }]);
    await button.click();
    await button.click();
    expect(await page.getByRole("radio", { name: "It is advertising or spam" }).isDisabled()).toBe(true);
    expect(await page.title()).not.toBe("run");
  }, 60_000);

  it("appeals a refusal; another moderator grants it, and the reader sees both live", async () => {
    const page = await openComments();
    await write(page, "What an idiot plan.", "Cleo");
    await page.getByText("Awaiting review").waitFor();
    const [held] = (await queueOf(ada.client, { queue: "held" })).items;
    const id = held?.id as string;
    await decided(ada.client, id, "reject", { reason: "insult" });
    await page.getByText("Not published: It attacks a person").first().waitFor();
    await page.getByRole("button", { name: "Appeal" }).click();
    await page.getByRole("textbox", { name: "Why should it be published?" }).fill(INERT);
    await page.getByRole("button", { name: "Send appeal" }).click();
    await page.getByRole("article", { name: "Cleo" }).getByText("Your appeal waits").waitFor();
    expect(await page.getByRole("button", { name: "Appeal" }).count()).toBe(0);
    const { appeal } = await reviewOf(ben.client, id);
    expect(appeal?.text).toBe(INERT);
    await ben.client.post(`/api/appeals/${appeal?.id}/judgements`, { verdict: "approve" });
    const { version } = await reviewOf(ben.client, id);
    const granted = await ben.client.post(`/api/appeals/${appeal?.id}/decisions`, {
      outcome: "overturned",
      version,
    });
    expect(granted.status).toBe(201);
    await page.getByRole("article", { name: "Cleo" }).getByText("Your appeal was granted").waitFor();
    await page.getByText("Not published").first().waitFor({ state: "detached" });
    expect((await deciding(ada.client, id, "reject")).status).toBe(201);
  }, 60_000);

  it("tells a suspended reader in German, in their own zone, and takes no report of theirs", async () => {
    const page = await openComments({ language: "de" });
    await page.getByRole("textbox", { name: "Ihr Kommentar" }).fill("Der Zug fährt um acht.");
    await page.getByRole("textbox", { name: "Ihr Name" }).fill("Dora");
    await page.getByRole("button", { name: "Kommentar absenden" }).click();
    await page.getByRole("article", { name: "Dora" }).waitFor();
    await app.drain();
    const { rows } = await app.db.query<{ id: string }>(
      `select c.id from comments c join readers r on r.id = c.reader_id where r.name = 'Dora'`,
    );
    const readerId = await readerOf(app, rows[0] as { id: string });
    const until = new Date(Date.UTC(new Date().getUTCFullYear() + 1, 0, 1, 20)).toISOString();
    await sanctioned(app.owner, readerId, { kind: "suspend", words: INERT, until });
    await page.getByRole("textbox", { name: "Ihr Kommentar" }).fill("Und um neun.");
    await page.getByRole("button", { name: "Kommentar absenden" }).click();
    // Eight in the evening by UTC is five in the morning of the next day in Tokyo.
    await page
      .getByText(/^Sie können hier bis 2\. Januar \d{4} um 05:00 nicht kommentieren\. "><img/)
      .waitFor();
    await page.getByRole("button", { name: "Kommentar von Hanna melden" }).click();
    await page.getByRole("radio").first().check();
    await page.getByRole("button", { name: "Meldung absenden" }).click();
    await page.getByText("werden Ihre Meldungen nicht angenommen").waitFor();
    expect(await page.title()).not.toBe("run");
  }, 60_000);
});
