import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { DEMO_ARTICLE } from "../../server/demo/article.ts";
import { OWNER, startApp, type TestApp } from "../support/app.ts";
import { aModerator, type Colleague } from "../support/factories.ts";
import { colorsChanged, faultsOf, RULES } from "./axe.ts";
import { browserFor, openBrowser } from "./browser.ts";

const chromium = browserFor("dist/widget/widget.js", "dist/admin/index.html");

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

const SEEN: [string, BrowserContextOptions][] = [
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["light, on a phone", { ...PHONE, colorScheme: "light" }],
];

/** To another page as the desk's own links go there: loading the whole desk anew for each costs a second. */
async function go(page: Page, path: string): Promise<void> {
  await page.evaluate(
    `history.pushState(null, "", ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent("popstate"))`,
  );
}

const WIDE = { width: 1280, height: 800 };

/** The same state of the desk in its looks: in one of them after the other, since the way to it takes the longest. */
async function faultsInAllLooks(page: Page): Promise<string[]> {
  const found: string[] = [];
  const looks = [
    ["light", WIDE, RULES],
    // Nothing but the colours differs from the light one.
    ["dark", WIDE, ["color-contrast"]],
    ["light", PHONE.viewport, RULES],
  ] as const;
  for (const [colorScheme, viewport, rules] of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
    await colorsChanged(page);
    for (const fault of await faultsOf(page, rules))
      found.push(`${colorScheme}, ${viewport.width} px: ${fault}`);
  }
  await page.setViewportSize(WIDE);
  return found;
}

(chromium ? describe : describe.skip)("what axe finds wrong", () => {
  let app: TestApp;
  let browser: Browser;
  let ben: Colleague;

  beforeAll(async () => {
    app = await startApp();
    ben = await aModerator(app, { name: "Ben" });
    browser = await openBrowser(chromium as string);
    const long =
      "I cross the bridge every morning with my daughter, and we would rather wait for a good one.";
    const texts = ["Well said.", "You are an idiot, and an idiot you stay.", long, `${long} So there.`];
    for (const text of texts) {
      await app.reader.post("/api/sites/demo/comments", {
        article: { url: app.address + DEMO_ARTICLE.path, id: DEMO_ARTICLE.id, title: "The bridge" },
        text,
        reader: { name: "Ada" },
      });
    }
    await app.drain();
    const { rows } = await app.db.query<{ id: string; version: number }>(
      `select id, version from comments where text like '%So there.'`,
    );
    await app.owner.put(`/api/comments/${rows[0]?.id}/feature`, { version: rows[0]?.version });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  async function open(path: string, options: BrowserContextOptions): Promise<Page> {
    const context = await browser.newContext({ reducedMotion: "reduce", ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(app.address + path);
    return page;
  }

  it.each(SEEN)(
    "is nothing for readers: the article, its thread, the composer (%s)",
    async (_, options) => {
      const page = await open(DEMO_ARTICLE.path, options);
      await page.locator("replydesk-comments").scrollIntoViewIfNeeded();
      await page.getByText("Well said.").waitFor();
      await page.getByRole("textbox", { name: "Your comment" }).click();
      await page.getByRole("button", { name: "Post comment" }).click();
      await page.getByRole("alert").waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.context().close();
    },
    60_000,
  );

  it("is nothing for moderators: every page of the desk, light, dark and on a phone", async () => {
    const page = await open("/desk", { viewport: WIDE });
    await page.getByRole("button", { name: "Sign in" }).waitFor();
    const found = { signIn: await faultsInAllLooks(page) } as Record<string, string[]>;
    await page.getByRole("textbox", { name: "E-mail" }).fill(OWNER.email);
    await page.getByRole("textbox", { name: "Password" }).fill(OWNER.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("article", { name: "Ada wrote" }).waitFor();
    found.focus = await faultsInAllLooks(page);
    const { body: queue } = await app.owner.get<{ items: { id: string }[] }>("/api/queue");
    await ben.client.post(`/api/comments/${queue.items[0]?.id}/claim`, { takeOver: true });
    await page.getByText("Ben is on this comment.").waitFor();
    found.claimed = await faultsInAllLooks(page);
    await page.keyboard.press("t");
    await page.getByText("claimed by you").waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("option", { name: "Approve" }).waitFor();
    found.palette = await faultsInAllLooks(page);
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    found.keys = await faultsInAllLooks(page);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.context().setOffline(true);
    await page.getByText("You are offline.").waitFor();
    found.offline = await faultsInAllLooks(page);
    await page.context().setOffline(false);
    await page.getByText("Live", { exact: true }).waitFor();
    await page.keyboard.press("r");
    await page.getByRole("radio", { name: "Spam" }).waitFor();
    found.reject = await faultsInAllLooks(page);
    await page.keyboard.press("Escape");
    await page.keyboard.press("l");
    await page.getByRole("list", { name: "Held comments" }).waitFor();
    found.list = await faultsInAllLooks(page);
    await page.getByRole("button", { name: "Your menu" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).waitFor();
    found.menu = await faultsInAllLooks(page);
    await go(page, "/desk/sites/demo/insights");
    await page.getByRole("button", { name: "Show numbers: Comments posted" }).click();
    found.insights = await faultsInAllLooks(page);
    await go(page, "/desk/sites/demo/settings");
    await page.getByRole("heading", { name: "Settings" }).waitFor();
    found.settings = await faultsInAllLooks(page);
    await go(page, "/desk/sites/demo/webhooks");
    await page.getByRole("button", { name: "Add a webhook" }).click();
    await page.getByRole("textbox", { name: "Address" }).waitFor();
    found.webhooks = await faultsInAllLooks(page);
    await go(page, "/desk/sites/demo/rules/new");
    await page.getByRole("link", { name: "Links by newcomers" }).waitFor();
    found.presets = await faultsInAllLooks(page);
    await page.getByRole("link", { name: "Links by newcomers" }).click();
    await page.getByRole("button", { name: "Add a group" }).first().click();
    await page.getByRole("button", { name: "More settings" }).click();
    await page.getByRole("textbox", { name: "A comment" }).fill("See example.com.");
    await page.getByRole("button", { name: "Try it" }).click();
    await page.getByText("The rule does not match.").waitFor();
    found.rule = await faultsInAllLooks(page);
    await go(page, "/desk/sites/demo/scorers");
    await page.getByRole("button", { name: "Try it" }).first().click();
    found.scorers = await faultsInAllLooks(page);
    await go(page, "/desk/sites/demo/api-keys");
    await page.getByRole("button", { name: "Make a key" }).click();
    found.apiKeys = await faultsInAllLooks(page);
    await go(page, "/desk/readers");
    await page.getByRole("link", { name: "Ada" }).first().waitFor();
    found.readers = await faultsInAllLooks(page);
    await page.getByRole("link", { name: "Ada" }).first().click();
    await page.getByRole("button", { name: "Warn, mute, suspend" }).click();
    await page.getByLabel("What", { exact: true }).waitFor();
    found.reader = await faultsInAllLooks(page);
    await go(page, "/desk/worth-featuring");
    await page.getByRole("list", { name: "Comments worth featuring" }).waitFor();
    found.worthFeaturing = await faultsInAllLooks(page);
    await go(page, "/desk/people");
    await page.getByRole("button", { name: "Change Owner" }).waitFor();
    await page.getByRole("button", { name: "Invite somebody" }).click();
    await page.getByRole("textbox", { name: "Name" }).waitFor();
    found.people = await faultsInAllLooks(page);
    await page.getByRole("button", { name: "Change Owner" }).click();
    await page.getByRole("dialog").getByRole("radio", { name: "Owner" }).waitFor();
    found.person = await faultsInAllLooks(page);
    await go(page, "/desk/log");
    await page
      .getByRole("button", { name: /^Details: Ada/ })
      .first()
      .click();
    await page.getByRole("link", { name: "To the comment", exact: true }).waitFor();
    found.log = await faultsInAllLooks(page);
    await go(page, "/desk/account");
    await page.getByText("· this device").waitFor();
    await page.getByRole("switch", { name: "Blur" }).click();
    found.account = await faultsInAllLooks(page);
    await go(page, "/desk");
    await page.getByRole("button", { name: "Show the text" }).waitFor();
    found.blurred = await faultsInAllLooks(page);
    await go(page, "/desk/account");
    await page.getByRole("button", { name: "Switch on" }).click();
    await page.getByRole("textbox", { name: "Your password" }).fill(OWNER.password);
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("img", { name: "QR code" }).waitFor();
    found.twoStep = await faultsInAllLooks(page);
    const asked = {
      email: `${Math.random()}@example.com`,
      name: "Nia",
      role: "moderator",
      sites: ["demo"],
    };
    const { body } = await app.owner.post<{ link: string }>("/api/invitations", asked);
    await page.goto(body.link);
    await page.getByRole("heading", { name: "Welcome, Nia" }).waitFor();
    found.invitation = await faultsInAllLooks(page);
    expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([]);
    await page.context().close();
  }, 300_000);
});
