import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { startApp, type TestApp } from "../support/app.ts";
import {
  aHeldComment,
  aModerator,
  type Colleague,
  deciding,
  queueOf,
  reviewOf,
} from "../support/factories.ts";
import { until } from "../support/until.ts";
import { browserFor, openBrowser } from "./browser.ts";

const chromium = browserFor("dist/admin/index.html");

(chromium ? describe : describe.skip)("two desks", () => {
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

  async function deskOf({ client }: Colleague): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 850 } });
    contexts.push(context);
    const [name, value] = (client.headers.cookie as string).split("=") as [string, string];
    await context.addCookies([{ name, value, url: app.address }]);
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto(`${app.address}/desk`);
    await page.getByText("Live", { exact: true }).waitFor();
    return page;
  }

  const reading = (page: Page, name: string) =>
    page.getByRole("article", { name: `${name} wrote` }).waitFor();
  const claimed = (page: Page) => page.getByText(/claimed by you [12]:\d\d/).waitFor();
  const shot = async (page: Page, name: string) => {
    if (process.env.CLAIM_SHOTS) await page.screenshot({ path: `${process.env.CLAIM_SHOTS}/${name}.png` });
  };

  it("give two people different comments, say who is on what, and let one take over", async () => {
    const first = await aHeldComment(app, { name: "Cleo" });
    await aHeldComment(app, { name: "Dan" });
    const adas = await deskOf(ada);
    await reading(adas, "Cleo");
    await claimed(adas);
    const bens = await deskOf(ben);
    await reading(bens, "Dan");
    await claimed(bens);
    await bens.getByText("also here: Ada").waitFor();
    await adas.getByText("also here: Ben").waitFor();
    await shot(adas, "claimed");

    await bens.keyboard.press("l");
    await bens.getByText("Ada is on it").waitFor();
    await shot(bens, "list");
    await bens.keyboard.press("k");
    await bens.getByText("Ada is on this comment.").waitFor();
    expect(await bens.getByRole("button", { name: "Approve" }).isDisabled()).toBe(true);
    await bens.keyboard.press("l");
    await bens.getByText("Ada is on this comment.").waitFor();
    await adas.getByText("Also looking: Ben").waitFor();
    await adas.getByRole("button", { name: "At the desk: Ben" }).click();
    await adas.getByText("reads a comment").waitFor();
    await shot(adas, "looking");
    await adas.keyboard.press("Escape");
    await shot(bens, "other");
    await bens.keyboard.press("t");
    await claimed(bens);
    await adas.getByText("Ben is on this comment.").waitFor();
    expect((await reviewOf(app.owner, first.id)).claim?.moderator.name).toBe("Ben");
  }, 40_000);

  it("go on to what nobody is on, and free what is left", async () => {
    const ids: string[] = [];
    for (const name of ["Cleo", "Dan", "Eve"]) ids.push((await aHeldComment(app, { name })).id);
    const adas = await deskOf(ada);
    await reading(adas, "Cleo");
    await claimed(adas);
    const bens = await deskOf(ben);
    await reading(bens, "Dan");
    await adas.getByText("also here: Ben").waitFor();
    await adas.keyboard.press("a");
    await reading(adas, "Eve");
    await claimed(adas);
    const holder = async (id: string) => (await reviewOf(app.owner, id)).claim?.moderator.name;
    await until("Eve's comment is Ada's", async () => (await holder(ids[2] as string)) === "Ada");
    await adas.close({ runBeforeUnload: false });
    await until("Ada has let go of it", async () => (await holder(ids[2] as string)) === undefined);
  }, 40_000);

  it("keep what was typed when a colleague is faster, and say who decided what", async () => {
    const { id } = await aHeldComment(app, { name: "Cleo" });
    const adas = await deskOf(ada);
    await reading(adas, "Cleo");
    await claimed(adas);
    await adas.keyboard.press("r");
    const note = adas.getByRole("textbox", { name: "Note for colleagues" });
    await note.fill("third time this week");
    expect((await deciding(ben.client, id, "approve", { takeOver: true })).status).toBe(201);
    await adas.getByText("Ben approved this").first().waitFor();
    expect(await note.inputValue()).toBe("third time this week");
    expect(await adas.getByRole("button", { name: "Reject" }).isDisabled()).toBe(true);
    await note.press("Enter");
    await shot(adas, "faster");
    expect(await reviewOf(app.owner, id)).toMatchObject({ status: "approved" });
  }, 40_000);

  it("show what was typed for a decision that came too late", async () => {
    const { id } = await aHeldComment(app, { name: "Cleo" });
    const adas = await deskOf(ada);
    await reading(adas, "Cleo");
    await claimed(adas);
    await adas.keyboard.press("r");
    await adas
      .getByRole("radio", { name: /Spam|advert/i })
      .first()
      .check();
    await adas.getByRole("textbox", { name: "Note for colleagues" }).fill("third time this week");
    await adas.route("**/decisions", async (route) => {
      await deciding(ben.client, id, "approve", { takeOver: true });
      await route.continue();
    });
    await adas.getByRole("textbox", { name: "Note for colleagues" }).press("Enter");
    await adas
      .getByRole("alert")
      .getByText(/Ben approved this .*You had written: “third time this week”/)
      .waitFor();
    await shot(adas, "late");
  }, 40_000);

  it("ask why a decision is taken back once its ten seconds are over", async () => {
    const { id } = await aHeldComment(app, { name: "Cleo" });
    const adas = await deskOf(ada);
    await reading(adas, "Cleo");
    await adas.keyboard.press("a");
    await until("it is approved", async () => (await reviewOf(app.owner, id)).status === "approved");
    await app.asLogin("alter table decisions disable trigger decisions_only_grow");
    await app.asLogin(
      `update decisions set created_at = created_at - interval '11 seconds' where comment_id = '${id}'`,
    );
    await app.asLogin("alter table decisions enable trigger decisions_only_grow");
    await adas.keyboard.press("Control+z");
    const why = adas.getByRole("textbox", { name: "Why?" });
    await why.waitFor();
    await shot(adas, "why");
    await why.fill("I misread it");
    await why.press("Enter");
    await reading(adas, "Cleo");
    expect(await reviewOf(app.owner, id)).toMatchObject({
      status: "held",
      decision: { action: "undo", note: "I misread it" },
    });
  }, 40_000);
});
