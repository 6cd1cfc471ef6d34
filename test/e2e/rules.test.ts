import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { OWNER, startApp, type TestApp } from "../support/app.ts";
import { reviewOf } from "../support/factories.ts";
import { colorsChanged, faultsOf } from "./axe.ts";
import { browserFor, openBrowser } from "./browser.ts";

const chromium = browserFor("dist/admin/index.html");
const OFF = {
  TOXICITY: null,
  SEVERE_TOXICITY: null,
  INSULT: null,
  PROFANITY: null,
  THREAT: null,
  IDENTITY_ATTACK: null,
};

(chromium ? describe : describe.skip)("an owner who is no engineer", () => {
  let app: TestApp;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    app = await startApp({ settings: { holdAt: OFF } });
    browser = await openBrowser(chromium as string);
    page = await browser.newPage({ reducedMotion: "reduce" });
    page.setDefaultTimeout(15_000);
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto(`${app.address}/desk/sites/demo/rules`);
    await page.getByRole("textbox", { name: "E-mail" }).fill(OWNER.email);
    await page.getByRole("textbox", { name: "Password" }).fill(OWNER.password);
    await page.getByRole("button", { name: "Sign in" }).click();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  async function posted(text: string): Promise<string> {
    const { body } = await app.reader.post<{ id: string }>("/api/sites/demo/comments", {
      article: { url: "https://news.example/bridge" },
      text,
      reader: { name: "Ada" },
    });
    await app.drain();
    return body.id;
  }
  const says = (words: string) => page.getByText(words, { exact: true }).first().waitFor();
  async function switchTo(step: string, act: string, done: string): Promise<void> {
    await page.getByRole("button", { name: step, exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: act }).click();
    await says(done);
    await page.getByRole("dialog").waitFor({ state: "detached" });
  }

  it("holds insults by newcomers: from a preset, tried, live, seen at a comment, off again, and its hold undone", async () => {
    await page.getByRole("link", { name: "Make a rule" }).click();
    await page.getByRole("link", { name: "Insults by newcomers" }).click();
    const rule = page.getByRole("region", { name: "The rule in words" });
    await rule.getByText("Hold when insult is high or more").waitFor();
    await page.getByRole("textbox", { name: "A comment" }).fill("You are an idiot.");
    await page.getByRole("button", { name: "Try it" }).click();
    await says("It cannot be told: something needed is not known. Then the rule does nothing.");
    await page.getByRole("img", { name: "Very high" }).waitFor();

    const stored = await posted("What an idiot you are.");
    expect((await reviewOf(app.owner, stored)).status).toBe("approved");
    await page.getByRole("textbox", { name: "A comment" }).fill(`${app.address}/desk/held/${stored}`);
    await page.getByRole("button", { name: "Try it" }).click();
    await says("It would be held.");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await says("Rule saved. It is off until you switch it on.");
    await page.getByRole("button", { name: "Back-test it" }).click();
    await page.getByText(/^It would have matched 1 of \d+ comments/).waitFor();
    await says("Of version 1, which is in use.");
    await page.getByText("Drawn by lot (1)").click();
    await page.getByRole("button", { name: "Must match", pressed: false }).last().waitFor();
    await page.keyboard.press("m");
    await says("1 of 1 example comes out right.");
    await switchTo("Live", "Switch it live", "The rule is live.");

    const id = await posted("Only an idiot writes so.");
    expect((await reviewOf(app.owner, id)).status).toBe("held");
    await page.goto(`${app.address}/desk/sites/demo/held/${id}`);
    const card = page.getByRole("article", { name: "Ada wrote" });
    await card.getByText("Insults by newcomers").waitFor();
    await card.getByText("It looks like an insult, and the reader is new.").waitFor();
    await card.getByText("Approved so far").waitFor();

    await page.goto(`${app.address}/desk/sites/demo/rules`);
    await page.getByRole("region", { name: "Insults by newcomers" }).getByText("Live").waitFor();
    await page.getByRole("link", { name: "Insults by newcomers" }).click();
    await switchTo("Off", "Switch it off", "The rule is off.");
    expect((await reviewOf(app.owner, await posted("Idiot, again."))).status).toBe("approved");
    await page.getByRole("button", { name: "See what it did" }).click();
    await says("One comment becomes public.");
    await page.getByRole("textbox", { name: "Why" }).fill("It holds people who quote others.");
    await page.getByRole("button", { name: "Undo one comment" }).click();
    await says("Taken back: one comment.");
    expect((await reviewOf(app.owner, id)).status).toBe("approved");
    expect(faults).toEqual([]);
  }, 90_000);

  it("is told at the condition what is odd or missing, and takes an earlier version back", async () => {
    const first = page.getByRole("group", { name: /^Condition: insult/ });
    await first.getByRole("combobox", { name: "What is asked about" }).selectOption("links");
    await page.getByText("Say what it is compared with.").waitFor();
    await page.getByRole("group", { name: "Condition: Links" }).getByLabel("Value").fill("1");
    await page
      .getByRole("group", { name: "Condition: it has at least 1 link" })
      .getByRole("button", { name: "Remove this condition" })
      .click();
    await page
      .getByRole("group", { name: /^Condition: the reader has/ })
      .getByLabel("Value")
      .fill("0");
    await page.getByText("This can never be true, so the rule does nothing.").waitFor();
    await page
      .getByRole("group", { name: /^Condition: the reader has/ })
      .getByLabel("Value")
      .fill("2");
    await page.getByText("This can never be true, so the rule does nothing.").waitFor({ state: "detached" });
    await page.getByRole("textbox", { name: "What is new, for colleagues" }).fill("All newcomers.");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await says("Rule saved.");
    await says("All newcomers.");
    await page.getByRole("button", { name: "What changed" }).click();
    await page.locator("del", { hasText: "insult is high or more" }).waitFor();
    await page.getByRole("button", { name: "Restore version 1?" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Restore" }).click();
    await says("as version 1 was");
    await page
      .getByRole("region", { name: "The rule in words" })
      .getByText("insult is high or more")
      .waitFor();
    expect(faults).toEqual([]);
  }, 90_000);

  it("lists a word, sees before what it would have caught, makes a rule of the list, and a comment is held by it", async () => {
    await posted("You numpty.");
    await page.goto(`${app.address}/desk/sites/demo/word-lists`);
    await page.getByRole("button", { name: "Make a list" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("Slurs");
    await page.getByRole("button", { name: "Make a list" }).click();
    const field = page.getByRole("textbox", { name: "Word or phrase" });
    await field.fill("numpt*");
    await says("Every word that begins with “numpt”, and that word itself.");
    await page.getByText(/^It would have caught 1 of the newest \d+ comments\./).waitFor();
    await page
      .getByRole("list", { name: "Comments with it" })
      .locator("mark", { hasText: "numpty" })
      .waitFor();
    await field.press("Enter");
    await page.getByRole("listitem").filter({ hasText: "numpt*" }).getByText("new").waitFor();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await says("List saved.");
    expect(await faultsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.locator("html[data-mantine-color-scheme=dark]").waitFor();
    await colorsChanged(page);
    expect(await faultsOf(page, ["color-contrast"])).toEqual([]);
    await page.getByRole("link", { name: "Make a rule of it" }).click();
    await page
      .getByRole("region", { name: "The rule in words" })
      .getByText("it uses a word of “Slurs”")
      .waitFor();
    expect(await page.getByRole("checkbox", { name: "Slurs" }).isChecked()).toBe(true);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await says("Rule saved. It is off until you switch it on.");
    await switchTo("Live", "Switch it live", "The rule is live.");

    const id = await posted("What nump7ies they are.");
    expect(await reviewOf(app.owner, id)).toMatchObject({ status: "held", why: [{ name: "Banned words" }] });
    await page.goto(`${app.address}/desk/sites/demo/word-lists`);
    await page
      .getByRole("region", { name: "Slurs" })
      .getByRole("listitem")
      .filter({ hasText: "Banned words" })
      .getByText("Live")
      .waitFor();
    expect(faults).toEqual([]);
  }, 90_000);
});
