import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { startApp, type TestApp } from "../support/app.ts";
import {
  aHeldComment,
  aModerator,
  anApprovedComment,
  appealed,
  aSite,
  type Colleague,
  reported,
  reporting,
  reviewOf,
} from "../support/factories.ts";
import { until } from "../support/until.ts";
import { browserFor, openBrowser } from "./browser.ts";

const chromium = browserFor("dist/admin/index.html");
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

(chromium ? describe : describe.skip)("the desk's queues", () => {
  let app: TestApp;
  let browser: Browser;
  let ada: Colleague;
  let owner: Colleague;
  const faults: string[] = [];

  beforeAll(async () => {
    app = await startApp({ trustProxy: 1 });
    browser = await openBrowser(chromium as string);
    ada = await aModerator(app, { name: "Ada" });
    owner = await aModerator(app, { name: "Olga", role: "owner" });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
    expect(faults).toEqual([]);
  });

  async function deskOf({ client }: Colleague, at = ""): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 850 } });
    const [name, value] = (client.headers.cookie as string).split("=") as [string, string];
    await context.addCookies([{ name, value, url: app.address }]);
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto(`${app.address}/desk${at}`);
    await page.getByText("Live", { exact: true }).waitFor();
    return page;
  }

  const inQueue = async (page: Page, name: string | RegExp): Promise<void> => {
    await page.getByRole("link", { name }).click();
  };
  /** What axe finds wrong, in light and dark; a picture of each where asked. */
  const look = async (page: Page, name: string): Promise<void> => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      if (process.env.QUEUE_SHOTS)
        await page.screenshot({ path: `${process.env.QUEUE_SHOTS}/${name}-${colorScheme}.png` });
      if (!(await page.evaluate("'axe' in window"))) await page.evaluate(AXE);
      const found = await page.evaluate(
        "axe.run().then(({ violations }) => violations.map((v) => [v.id, ...v.nodes.map((n) => n.target.join())]))",
      );
      expect(found).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: "light" });
    if (!process.env.QUEUE_SHOTS) return;
    await page.setViewportSize({ width: 390, height: 780 });
    await page.screenshot({ path: `${process.env.QUEUE_SHOTS}/${name}-phone.png` });
    await page.setViewportSize({ width: 1280, height: 850 });
  };

  it("shows why readers report a comment, and closes the reports by a key", async () => {
    const { id } = await reported(app, { name: "Rita", text: "The bridge is closed on Mondays." });
    await reporting(app, id, { network: "192.0.2.9", reason: "false", text: "It was open last Monday." });
    const page = await deskOf(ada, "/reported");
    await page.getByText("4 readers report it").waitFor();
    await page.getByText("It was open last Monday.").waitFor();
    await look(page, "reported");
    // A public comment can be featured where it waits; the key to take back takes that back first.
    await page.keyboard.press("f");
    await page.getByText("Featured by Ada").waitFor();
    await page.keyboard.press("u");
    await page.getByText("Featured by Ada").waitFor({ state: "detached" });
    await page.keyboard.press("a");
    await page.getByText("All clear").waitFor();
    await until("they are closed", async () => (await reviewOf(ada.client, id)).reports.reporters === 0);
    await page.context().close();
  }, 60_000);

  it("lets an appeal be judged before it tells who decided, and publishes the comment after all", async () => {
    const { id } = await appealed(app, ada, { reason: "insult" });
    const page = await deskOf(owner, "/appealed");
    await page.getByText("It should be published.").waitFor();
    await page.getByText(/Judged first without knowing/).waitFor();
    expect(await page.getByText("Hold toxic comments").count()).toBe(0);
    await look(page, "appeal-blind");
    await page.keyboard.press("a");
    await page.getByText(/At first sight you would have published it/).waitFor();
    await page.getByText("Hold toxic comments").waitFor();
    await look(page, "appeal-shown");
    await page.keyboard.press("a");
    await page
      .getByText(/Published after all/)
      .first()
      .waitFor();
    await until("it is public", async () => (await reviewOf(ada.client, id)).status === "approved");
    await page.context().close();
  }, 60_000);

  it("hands a comment to an owner, who sends it back with a word", async () => {
    await aHeldComment(app, { name: "Lea" });
    const page = await deskOf(ada);
    await page.getByRole("article", { name: "Lea wrote" }).waitFor();
    await page.keyboard.press("e");
    await page.getByLabel("What should the owner decide, and why?").fill("Is this libel?");
    await look(page, "escalating");
    await page.keyboard.press("Enter");
    await page.getByText("All clear").waitFor();
    await page.keyboard.press("u");
    await page.getByRole("article", { name: "Lea wrote" }).waitFor();
    await page.keyboard.press("e");
    await page.getByLabel("What should the owner decide, and why?").fill("Is this libel?");
    await page.keyboard.press("Enter");
    await page.getByText("All clear").waitFor();
    await inQueue(page, /For owners/);
    await page.getByText("Is this libel?").waitFor();
    expect(await page.getByRole("button", { name: "Approve" }).isDisabled()).toBe(true);

    const olgas = await deskOf(owner, "/escalated");
    await olgas.getByText("Is this libel?").waitFor();
    await look(olgas, "escalated");
    await olgas.keyboard.press("s");
    await olgas.getByLabel("What should the moderators know?").fill("No: decide it yourselves.");
    await olgas.keyboard.press("Enter");
    await olgas.getByText("All clear").waitFor();
    await inQueue(page, /^Held/);
    await page.getByText("No: decide it yourselves.").waitFor();
    await page.keyboard.press("a");
    await page.getByText("All clear").waitFor();
    for (const one of [page, olgas]) await one.context().close();
  }, 60_000);

  it("judges a sample without its scores", async () => {
    await app.settings({ auditShare: 1 });
    await anApprovedComment(app, { name: "Sam" });
    await app.settings({ auditShare: 0 });
    const page = await deskOf(ada, "/sample");
    await page.getByText(/Judged without its scores/).waitFor();
    await look(page, "sample");
    await page.keyboard.press("a");
    await page
      .getByText(/Noted: you would have published/)
      .first()
      .waitFor();
    await page.getByText("All clear").waitFor();
    await page.context().close();
  }, 60_000);

  it("is narrowed by filters that the address keeps, and saved under a name", async () => {
    const section = (name: string) => ({ url: `https://news.example/${name}`, title: name, section: name });
    await aHeldComment(app, { name: "Sue", article: section("sport") });
    await aHeldComment(app, { name: "Kai", article: section("culture") });
    const page = await deskOf(ada);
    await page.getByRole("article", { name: "Sue wrote" }).waitFor();
    await page.getByRole("button", { name: "Filter", exact: true }).click();
    await page.getByLabel("Section").selectOption("culture");
    await page.getByRole("article", { name: "Kai wrote" }).waitFor();
    expect(page.url()).toContain("section=culture");
    await page.reload();
    await page.getByRole("article", { name: "Kai wrote" }).waitFor();
    await page.getByRole("button", { name: "Save view" }).click();
    await page.getByLabel("Name of the view").fill("Culture");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: /Culture\s*1/ }).waitFor();
    await page.getByRole("button", { name: "Delete “Culture”" }).waitFor();
    await look(page, "view");
    await page.getByRole("button", { name: /Section culture.*remove this filter/ }).click();
    await page.getByRole("article", { name: "Sue wrote" }).waitFor();
    await inQueue(page, /Culture\s*1/);
    await page.getByRole("article", { name: "Kai wrote" }).waitFor();
    await page.context().close();
  }, 60_000);

  it("assigns an article on its card, and finds its comments by that", async () => {
    const article = { url: "https://news.example/looked-after", title: "The mill" };
    const site = (await aSite(app, { settings: app.site.settings })).slug;
    await aHeldComment(app, { site, article });
    await aHeldComment(app, { site });
    const page = await deskOf(owner, `/sites/${site}/held`);
    const card = page.getByRole("article").filter({ hasText: "The mill" });
    await card.getByRole("button", { name: "Assign" }).click();
    await page.getByRole("checkbox", { name: "Me (Olga)" }).check();
    await look(page, "assigning");
    await page.keyboard.press("Escape");
    await card.getByRole("button", { name: "Assigned to Olga" }).waitFor();
    await page.getByRole("button", { name: "Filter", exact: true }).click();
    await page.getByLabel("Assigned to", { exact: true }).selectOption("me");
    await page.keyboard.press("Escape");
    await page.getByText("1 of 1").waitFor();
    await page.keyboard.press("l");
    await page.getByRole("listitem").getByText("Assigned to Olga").waitFor();
    await look(page, "assigned");
    await page.context().close();
  }, 60_000);
});
