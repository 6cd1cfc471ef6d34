import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { startApp, type TestApp } from "../support/app.ts";
import {
  aHeldComment,
  aModerator,
  type Colleague,
  decided,
  deciding,
  queueOf,
  reviewOf,
} from "../support/factories.ts";
import { until } from "../support/until.ts";
import { browserFor, openBrowser } from "./browser.ts";

const chromium = browserFor("dist/admin/index.html");

(chromium ? describe : describe.skip)("deciding many at the desk", () => {
  let app: TestApp;
  let browser: Browser;
  let ada: Colleague;
  let ben: Colleague;
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    app = await startApp();
    browser = await openBrowser(chromium as string);
    ada = await aModerator(app, { name: "Ada" });
    ben = await aModerator(app, { name: "Ben" });
  }, 60_000);
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    for (const { id } of (await queueOf(app.owner, { limit: "200" })).items)
      await deciding(app.owner, id, "approve", { takeOver: true });
    expect(faults.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  async function deskOf({ client }: Colleague, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 850 }, ...options });
    contexts.push(context);
    const [name, value] = (client.headers.cookie as string).split("=") as [string, string];
    await context.addCookies([{ name, value, url: app.address }]);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto(`${app.address}/desk`);
    await page.getByText("Live", { exact: true }).waitFor();
    return page;
  }

  /** Where nothing else in a row can be pressed. */
  const TOP = { position: { x: 120, y: 6 } };
  const NAMES = ["Cleo", "Dan", "Eve", "Finn", "Gil"];
  const fiveHeld = async (): Promise<string[]> => {
    const ids: string[] = [];
    for (const name of NAMES) ids.push((await aHeldComment(app, { name })).id);
    return ids;
  };
  const statuses = async (ids: string[]) =>
    Promise.all(ids.map(async (id) => (await reviewOf(app.owner, id)).status));
  const shot = async (page: Page, name: string) => {
    if (process.env.BULK_SHOTS) await page.screenshot({ path: `${process.env.BULK_SHOTS}/${name}.png` });
  };
  const toast = (page: Page) => page.getByRole("region", { name: "Last decision" });
  const box = (page: Page, name: string) => page.getByRole("checkbox", { name: `Choose ${name}’s comment` });

  it("chooses by key and by range, rejects what is left to decide, lists the rest, and takes it back by key", async () => {
    const ids = await fiveHeld();
    const page = await deskOf(ada);
    await page.keyboard.press("l");
    await box(page, "Cleo").waitFor();
    await shot(page, "list");
    await page.keyboard.press("x");
    await page.getByText("1 chosen").waitFor();
    await box(page, "Finn").click({ modifiers: ["Shift"] });
    await page.getByText("4 chosen").waitFor();
    await shot(page, "list-chosen");
    await ben.client.post(`/api/comments/${ids[2]}/claim`);
    await page.keyboard.press("r");
    await page.getByRole("dialog", { name: "Reject 4 comments?" }).waitFor();
    await page.getByText("Ben is on one of them").waitFor();
    // Those who wrote them, in the same breath; what Ben decides and is on meanwhile is left out of that too.
    await page.getByLabel("And the 4 readers who wrote them").selectOption({ label: "Suspend for 7 days" });
    await shot(page, "dialog");
    await decided(ben.client, ids[1] as string, "approve");
    await page.getByRole("radio", { name: "Spam" }).check();
    await page.getByRole("dialog").getByRole("button", { name: "Reject" }).click();
    const outcome = page.getByRole("region", { name: "What became of them" });
    await outcome.getByText("Not published: 2 comments.").waitFor();
    await outcome.getByText("2 readers are suspended.").waitFor();
    await outcome.getByText("Ben was faster").waitFor();
    await outcome.getByText("Ben is on it").waitFor();
    await shot(page, "outcome");
    expect(await statuses(ids)).toEqual(["rejected", "approved", "held", "rejected", "held"]);
    await page.keyboard.press("Control+z");
    await until(
      "both are held again",
      async () => (await statuses(ids)).join() === "held,approved,held,held,held",
    );
    await box(page, "Cleo").waitFor();
  }, 60_000);

  it("approves the whole queue with what is not loaded, and a colleague's desk follows", async () => {
    const ids = await fiveHeld();
    const [page, other] = [await deskOf(ada), await deskOf(ben)];
    // In the list nobody is on a comment that they have not opened.
    for (const desk of [page, other]) await desk.keyboard.press("l");
    await until("nobody is on any", async () =>
      (await queueOf(app.owner)).items.every(({ claim }) => claim === null),
    );
    await box(page, "Gil").waitFor();
    await box(page, "Gil").check();
    await page.getByRole("button", { name: "All 5", exact: true }).click();
    await page.keyboard.press("a");
    const dialog = page.getByRole("dialog", { name: "Approve 5 comments?" });
    await dialog.getByText("5 held").waitFor();
    await dialog.getByRole("button", { name: "Approve" }).and(page.locator(":focus")).waitFor();
    await page.keyboard.press("Enter");
    await toast(page).getByText("Approved: 5 comments.").waitFor();
    await page.getByText("All clear").waitFor();
    await other.getByRole("heading", { name: "Held 0" }).waitFor();
    expect(new Set(await statuses(ids))).toEqual(new Set(["approved"]));
  }, 60_000);

  it("claims in the list what one opens, and lets go of it with the mode", async () => {
    const [id] = (await fiveHeld()) as [string];
    const page = await deskOf(ada, { viewport: { width: 390, height: 800 } });
    await page.getByRole("radiogroup", { name: "Show as" }).getByText("List").click({ force: true });
    await box(page, "Cleo").waitFor();
    await shot(page, "list-phone");
    const holder = async () => (await reviewOf(app.owner, id)).claim?.moderator.name ?? null;
    await until("nobody is on it", async () => (await holder()) === null);
    await page.getByRole("button", { name: /^Cleo: / }).click(TOP);
    await until("Ada is on it", async () => (await holder()) === "Ada");
    await page.getByRole("button", { name: /^Dan: / }).click(TOP);
    await until("she has let go", async () => (await holder()) === null);
  }, 60_000);

  it("drags a range over the dots, rejects what is in it and takes it back, and moves its edges by key", async () => {
    const ids = await fiveHeld();
    const page = await deskOf(ada);
    await page.getByRole("radiogroup", { name: "Show as" }).getByText("Plot").click({ force: true });
    const dots = page.getByRole("img", { name: /^Waiting comments by Toxicity/ });
    await dots.waitFor();
    await shot(page, "plot");
    const { x, y, width, height } = (await dots.boundingBox()) as NonNullable<
      Awaited<ReturnType<typeof dots.boundingBox>>
    >;
    await page.mouse.move(x + width / 2, y + 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
    await page.mouse.up();
    await page.getByRole("heading", { name: "5 comments in the range" }).waitFor();
    await page.getByText("5 held").waitFor();
    await shot(page, "plot-range");
    const lower = page.getByRole("slider", { name: "Lower edge, Toxicity" });
    const before = await lower.inputValue();
    await lower.press("ArrowLeft");
    expect(Number(await lower.inputValue())).toBe(Number(before) - 1);
    await page.getByRole("button", { name: "Reject" }).click();
    const dialog = page.getByRole("dialog", { name: "Reject 5 comments?" });
    await dialog.getByRole("radio", { name: "Spam" }).check();
    await dialog.getByRole("button", { name: "Reject" }).click();
    await toast(page).getByText("Not published: 5 comments.").waitFor();
    await page.getByText("All clear").waitFor();
    expect(new Set(await statuses(ids))).toEqual(new Set(["rejected"]));
    await page.keyboard.press("Control+z");
    await dots.waitFor();
    expect(new Set(await statuses(ids))).toEqual(new Set(["held"]));
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 390, height: 800 });
    await page.getByRole("button", { name: "Choose Very high" }).click();
    await page.getByRole("heading", { name: /comments in the range/ }).waitFor();
    if (process.env.BULK_SHOTS)
      await page.screenshot({ path: `${process.env.BULK_SHOTS}/plot-phone.png`, fullPage: true });
  }, 60_000);
});
