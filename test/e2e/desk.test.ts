import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { de } from "../../admin/language/de.ts";
import { OWNER, startApp, type TestApp } from "../support/app.ts";
import { aHeldComment, anApprovedComment, bearer } from "../support/factories.ts";
import { until } from "../support/until.ts";
import { browserFor, holdsIn, openBrowser } from "./browser.ts";
import { patternsOf, wordsSeen } from "./words-seen.ts";

const chromium = browserFor("dist/admin/index.html");

/** What a page shows that is nobody's word: names, addresses, what readers wrote, keys, times, and a site's own reasons. */
const DATA = new RegExp(
  [
    "Replydesk|The (Daily|Evening) Example|Owner|O|owner@example.com|English|Deutsch|plain|Enter|Esc|[A-Z]",
    "Ada|Ben|Idiot|The bridge|Look:|(Ada: |Ben: |Look: |https?://).*",
    "(vor )?\\d+\\s(Sek.|Min.|Minuten)|Chrome on Linux|An unknown device|autosize measurement",
    "Insult|Hate|Threat|Spam|Off topic|Private details|Other|It attacks a person .*",
  ]
    .map((one) => `^(${one})$`)
    .join("|"),
  "s",
);

interface Held {
  id: string;
  version: number;
  status: string;
  decision: { reason: string | null; note: string | null } | null;
}

(chromium ? describe : describe.skip)("the desk", () => {
  let app: TestApp;
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];

  /** Posts a comment by a reader of that name and waits until it is judged; answers its id. */
  async function held(name: string, text = `You are an idiot, says ${name}.`): Promise<string> {
    const { body } = await app.reader.post<{ id: string }>("/api/sites/demo/comments", {
      article: { url: "https://news.example/bridge", title: "The bridge" },
      text,
      reader: { name },
    });
    await app.drain();
    return body.id;
  }

  const state = async (id: string) => (await app.owner.get<Held>(`/api/comments/${id}`)).body;

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 850 }, ...options });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto(app.address + path);
    return page;
  }

  async function signIn(page: Page, password = OWNER.password): Promise<void> {
    await page.getByRole("textbox", { name: "E-mail" }).fill(OWNER.email);
    await page.getByRole("textbox", { name: "Password" }).fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
  }

  async function openDesk(path = "/desk"): Promise<Page> {
    const page = await open(path);
    await signIn(page);
    await page.getByText("Live", { exact: true }).waitFor();
    return page;
  }

  const reading = (page: Page, name: string) =>
    page.getByRole("article", { name: `${name} wrote` }).waitFor();
  const waiting = (page: Page, n: number) =>
    page.getByRole("heading", { name: `Held ${n}`, exact: true }).waitFor();

  beforeAll(async () => {
    app = await startApp();
    browser = await openBrowser(chromium as string);
  }, 60_000);

  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    const { body } = await app.owner.get<{ items: Held[] }>("/api/queue?limit=200");
    for (const { id, version } of body.items) {
      await app.owner.post(`/api/comments/${id}/decisions`, { action: "approve", version });
    }
    expect(faults.splice(0)).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it("says so when the password is wrong, and then opens the page that was asked for", async () => {
    const page = await open("/desk/sites/demo/settings");
    await signIn(page, "not the password");
    await page.getByRole("alert").getByText("do not match").waitFor();
    await signIn(page);
    await page.getByRole("heading", { name: "Settings" }).waitFor();
  }, 30_000);

  it("shows what arrives, why it is there, and is empty with a kind word", async () => {
    const page = await openDesk();
    await page.getByText("All clear").waitFor();
    await held("Ada");
    await reading(page, "Ada");
    await waiting(page, 1);
    await page.getByText("Why it is here").waitFor();
    expect(await page.locator("mark").allInnerTexts()).toContain("idiot");
    await anApprovedComment(app, { text: "The bridge is long." });
    const ben = await aHeldComment(app, { name: "Ben", text: "You are an idiot." });
    await app.reader.patch(
      `/api/sites/demo/comments/${ben.id}`,
      { text: "You are such an idiot." },
      bearer(ben),
    );
    await app.drain();
    await page.goto(`${app.address}/desk/sites/demo/held/${ben.id}`);
    await reading(page, "Ben");
    await page.keyboard.press("d");
    await page.getByRole("insertion").getByText("such").waitFor();
    await page.keyboard.press("c");
    await page
      .getByRole("region", { name: "What stands around it" })
      .getByText("The bridge is long.")
      .waitFor();
  }, 30_000);

  it("decides by key, takes back by key, and tells the reader the reason picked by number", async () => {
    const [ada, ben] = [await held("Ada"), await held("Ben")];
    const page = await openDesk();
    await reading(page, "Ada");
    await page.keyboard.press("a");
    await reading(page, "Ben");
    await waiting(page, 1);
    await page.keyboard.press("Control+z");
    await reading(page, "Ada");
    await waiting(page, 2);
    await until("Ada's comment is held again", async () => (await state(ada)).status === "held");

    await page.keyboard.press("r");
    await page.keyboard.press("4");
    await page.getByText("It advertises or repeats itself.").waitFor();
    // Letters are letters while a note is written.
    await page.getByRole("textbox", { name: "Note for colleagues" }).pressSequentially("a jar");
    await page.keyboard.press("Enter");
    await reading(page, "Ben");
    await page.getByRole("button", { name: "Undo" }).waitFor();
    await waiting(page, 1);
    // The desk moves on before the server has answered.
    await until("Ada's comment is rejected", async () => (await state(ada)).status === "rejected");
    expect(await state(ada)).toMatchObject({
      status: "rejected",
      decision: { reason: "spam", note: "a jar" },
    });
    expect((await state(ben)).status).toBe("held");
  }, 30_000);

  it("says who was faster, and loses nothing", async () => {
    const ada = await held("Ada");
    await held("Ben");
    const page = await openDesk();
    await reading(page, "Ada");
    const { version } = await state(ada);
    await app.owner.post(`/api/comments/${ada}/decisions`, { action: "reject", version, reason: "other" });
    await page
      .getByText(/rejected this/)
      .first()
      .waitFor();
    expect(await page.getByRole("button", { name: "Approve" }).isDisabled()).toBe(true);
    await page.keyboard.press("a");
    await page.keyboard.press("j");
    await reading(page, "Ben");
    expect((await state(ada)).status).toBe("rejected");
  }, 30_000);

  it("never moves what is being read: newer ones are announced", async () => {
    await held("Ada");
    const page = await openDesk();
    await page.getByRole("combobox", { name: "Sort by" }).selectOption("newest");
    await reading(page, "Ada");
    await held("Ben");
    await page.getByRole("button", { name: "1 new, show" }).waitFor();
    await reading(page, "Ada");
    await page.getByRole("button", { name: "1 new, show" }).click();
    await page.keyboard.press("k");
    await reading(page, "Ben");
  }, 30_000);

  it("catches up after a gap, and puts back what could not be sent", async () => {
    await held("Ada");
    const page = await openDesk();
    await reading(page, "Ada");
    const top = async () => (await page.getByRole("article").boundingBox())?.y;
    const before = await top();
    await page.context().setOffline(true);
    await page.getByText("You are offline.").waitFor();
    expect(await top()).toBe(before);
    await page.keyboard.press("a");
    await page.getByRole("alert").getByText("Ada’s comment is back in the queue.").waitFor();
    await reading(page, "Ada");
    await held("Ben");
    await page.context().setOffline(false);
    await page.getByText("Live", { exact: true }).waitFor();
    await waiting(page, 2);
  }, 30_000);

  it("says so when the live connection stays away, and is live by polling where sockets are blocked", async () => {
    await held("Ada");
    const page = await open("/desk");
    // Nobody listens at port 1: every socket fails as behind a proxy that knows none.
    await page.addInitScript(
      "window.WebSocket = class extends WebSocket { constructor() { super('ws://127.0.0.1:1/'); } }",
    );
    await page.route(/\/socket\.io\//, (route) => route.abort());
    await page.reload();
    await signIn(page);
    await reading(page, "Ada");
    await page.getByText("The connection is lost.").waitFor();
    await page.unrouteAll();
    await page.getByText("Live", { exact: true }).waitFor();
    await page.getByText("The connection is lost.").waitFor({ state: "detached" });
    await held("Ben");
    await waiting(page, 2);
  }, 30_000);

  it("opens the comment in its address, in list mode too, and works by the same keys there", async () => {
    await held("Ada");
    const ben = await held("Ben");
    const page = await openDesk(`/desk/sites/demo/held/${ben}`);
    await reading(page, "Ben");
    await page.keyboard.press("l");
    await page.getByRole("list", { name: "Held comments" }).waitFor();
    await page.keyboard.press("k");
    await page.keyboard.press("a");
    await waiting(page, 1);
    await page.keyboard.press("Enter");
    await reading(page, "Ben");
  }, 30_000);

  it("shows a long comment in the list from its beginning, from whichever side one comes", async () => {
    await held("Ada", "Idiot. ".repeat(700));
    await held("Ben");
    const page = await openDesk();
    await reading(page, "Ada");
    await page.keyboard.press("l");
    const row = page.getByRole("button", { name: "Ada: Idiot." });
    await row.waitFor();
    await page.keyboard.press("j");
    await page.getByRole("button", { name: "Ben: You are" }).waitFor();
    await page.keyboard.press("k");
    const topOf = "document.querySelector('[data-pick][aria-current=true]').getBoundingClientRect()";
    await holdsIn(page, `${topOf}.height > innerHeight && ${topOf}.top > 0`);
  }, 30_000);

  it("never grows wider than a phone, whatever a reader calls himself", async () => {
    const id = await held("Long".repeat(15), `You idiot ${"bridge".repeat(60)}`);
    const page = await openDesk(`/desk/sites/demo/held/${id}`);
    await page.setViewportSize({ width: 360, height: 640 });
    const tooWide = "document.documentElement.scrollWidth > 360";
    await page.getByRole("article", { name: "Long" }).waitFor();
    expect(await page.evaluate(tooWide)).toBe(false);
    await page.keyboard.press("l");
    await page.getByRole("list", { name: "Held comments" }).waitFor();
    expect(await page.evaluate(tooWide)).toBe(false);
    for (const place of ["Settings", "Webhooks"]) {
      await page.goto(`${app.address}/desk/sites/demo/${place.toLowerCase()}`);
      await page.getByRole("heading", { name: place }).waitFor();
      expect(await page.evaluate(tooWide)).toBe(false);
    }
  }, 30_000);

  it("keeps a change to the settings while other pages are looked at, and saves only what was changed", async () => {
    const page = await openDesk("/desk/sites/demo/settings");
    const name = page.getByRole("textbox", { name: "Name" });
    await name.fill("The Evening Example");
    await page.getByRole("link", { name: "Held" }).click();
    await page.getByText("All clear").waitFor();
    await app.settings({ maxDepth: 2 });
    await page.getByRole("link", { name: "Settings" }).click();
    await page.getByText("You have unsaved changes.").waitFor();
    expect(await name.inputValue()).toBe("The Evening Example");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Settings saved.").first().waitFor();
    await page.getByText("You have unsaved changes.").waitFor({ state: "detached" });
    const { body } = await app.owner.get("/api/sites/demo");
    expect(body).toMatchObject({ name: "The Evening Example", settings: { maxDepth: 2 } });
  }, 30_000);

  it("leaves single letters alone once they are switched off", async () => {
    const ada = await held("Ada");
    const page = await openDesk();
    await reading(page, "Ada");
    await page.getByRole("button", { name: "Your menu" }).click();
    await page.getByRole("menuitemcheckbox", { name: "Single-letter keys" }).click();
    await page.keyboard.press("Escape");
    await page.getByRole("menu").waitFor({ state: "detached" });
    await page.keyboard.press("a");
    await page.keyboard.press("Control+z");
    await page.getByText("There is nothing to take back.").first().waitFor();
    expect((await state(ada)).status).toBe("held");
  }, 30_000);

  it("finds every command by its name, with the single letters off too", async () => {
    await held("Ada");
    await held("Ben");
    const page = await openDesk();
    await reading(page, "Ada");
    const run = async (words: string, name: string | RegExp) => {
      await page.keyboard.press("Control+k");
      await page.getByRole("combobox", { name: "What do you want to do?" }).pressSequentially(words);
      await page.getByRole("option", { name, selected: true }).waitFor();
      await page.keyboard.press("Enter");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    };
    await run("letter", /^Single-letter keys/);
    await run("appr", /^Approve/);
    await reading(page, "Ben");
    await run("reject", /^Reject/);
    await page.getByRole("radio", { name: "Spam" }).waitFor();
    // What cannot be done while a reason is chosen is not offered.
    await page.keyboard.press("Control+k");
    await page.getByRole("option", { name: "Settings" }).waitFor();
    expect(await page.getByRole("option", { name: "Approve" }).count()).toBe(0);
    await page.keyboard.press("Escape");
    await run("webhooks", "Webhooks");
    await page.getByRole("heading", { name: "Webhooks" }).waitFor();
    await run("deutsch", "Deutsch");
    await page.getByRole("button", { name: "Webhook hinzufügen" }).waitFor();
  }, 60_000);

  it("blurs what a comment says until asked, for the eye and for the ear", async () => {
    await held("Ada");
    await held("Ben");
    const page = await openDesk("/desk/account");
    await page.getByRole("switch", { name: "Blur comments until I ask" }).click();
    await page.getByRole("link", { name: "Held" }).click();
    await reading(page, "Ada");
    const hidden = page.locator("article [aria-hidden=true][inert]").getByText("says Ada");
    await page.getByRole("button", { name: "Show the text" }).waitFor();
    expect(await hidden.count()).toBe(1);
    await page.keyboard.press("b");
    await page.getByRole("button", { name: "Blur it again" }).waitFor();
    expect(await hidden.count()).toBe(0);
    await page.getByRole("article").getByText("says Ada").waitFor();
    await page.keyboard.press("j");
    await reading(page, "Ben");
    await page.getByRole("button", { name: "Show the text" }).waitFor();
  }, 30_000);

  it("says everything in German to who reads German, and keeps another choice on this device", async () => {
    await held("Ada", "Idiot. ");
    await held("Ben", "Look: https://a.example https://b.example https://c.example");
    const page = await open("/desk", { locale: "de-AT" });
    const said = new Set(await wordsSeen(page));
    const look = async (role: Parameters<Page["getByRole"]>[0], name: string) => {
      await page.getByRole(role, { name }).first().waitFor();
      for (const words of await wordsSeen(page)) said.add(words);
    };
    await look("button", "Anmelden");
    await page.getByRole("textbox", { name: "E-Mail-Adresse" }).fill(OWNER.email);
    await page.getByRole("textbox", { name: "Passwort" }).fill(OWNER.password);
    await page.getByRole("button", { name: "Anmelden" }).click();
    await look("article", "Ada schrieb");
    await page.keyboard.press("r");
    await look("button", "Abbrechen");
    await page.keyboard.press("Escape");
    await page.keyboard.press("l");
    await look("list", "Gehaltene Kommentare");
    for (const [path, heading] of [
      ["sites/demo/settings", "Einstellungen"],
      ["sites/demo/scorers", "Bewerter"],
      ["sites/demo/webhooks", "Webhooks"],
      ["sites/demo/api-keys", "API-Schlüssel"],
      ["people", "Team"],
      ["account", "Ihr Konto"],
    ]) {
      await page.goto(`${app.address}/desk/${path}`);
      await look("heading", heading as string);
    }
    await page.getByRole("button", { name: "Ihr Menü" }).click();
    await look("menuitem", "Abmelden");
    expect(await page.evaluate("document.documentElement.lang")).toBe("de");

    const german = patternsOf(de);
    expect([...said].filter((words) => !DATA.test(words) && !german.some((one) => one.test(words)))).toEqual(
      [],
    );

    await page.getByRole("menuitemradio", { name: "English" }).click();
    await page.getByRole("heading", { name: "Your account" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Your account" }).waitFor();
    expect(await page.evaluate("document.documentElement.lang")).toBe("en");
  }, 60_000);
});
