import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { generate } from "otplib";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { OWNER, startApp, type TestApp } from "../support/app.ts";
import { browserFor, openBrowser } from "./browser.ts";

const chromium = browserFor("dist/admin/index.html");
const NIA = { email: "nia@example.com", password: "three small blue boats" };
/** A folder for pictures to look at; none are taken without it. */
const PICTURES = process.env.PICTURES;

(chromium ? describe : describe.skip)("people at the desk", () => {
  let app: TestApp;
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    app = await startApp();
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

  async function open(address: string): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 850 } });
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

  async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
    await page.getByRole("textbox", { name: "E-mail" }).fill(email);
    await page.getByRole("textbox", { name: "Password" }).fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
  }
  const live = (page: Page) => page.getByText("Live", { exact: true }).waitFor();

  it("an owner invites, the invited joins and switches two-step sign-in on, signs in with it, and is let go", async () => {
    const owner = await open(`${app.address}/desk/people`);
    await signIn(owner, OWNER);
    await owner.getByRole("button", { name: "Invite somebody" }).click();
    await owner.getByRole("textbox", { name: "Name" }).fill("Nia");
    await owner.getByRole("textbox", { name: "E-mail" }).fill(NIA.email);
    await picture(owner, "invite");
    await owner.getByRole("button", { name: "Make the link" }).click();
    const dialog = owner.getByRole("dialog");
    const link = await dialog.locator("code").innerText();
    await picture(owner, "link");
    await dialog.getByRole("button", { name: "Done" }).click();
    await owner.getByRole("button", { name: "Take back the invitation of Nia" }).waitFor();

    const nia = await open(link);
    await nia.getByRole("heading", { name: "Welcome, Nia" }).waitFor();
    await picture(nia, "invitation");
    await nia.getByRole("textbox", { name: "Password" }).fill(NIA.password);
    await nia.getByRole("button", { name: "Join" }).click();
    await live(nia);
    await owner.getByRole("button", { name: "Change Nia" }).waitFor();

    await nia.getByRole("button", { name: "Your menu" }).click();
    await nia.getByRole("menuitem", { name: "Your account" }).click();
    await nia.getByText("Off", { exact: true }).waitFor();
    await picture(nia, "account");
    await nia.getByRole("button", { name: "Switch on" }).click();
    await nia.getByRole("textbox", { name: "Your password" }).fill(NIA.password);
    await nia.getByRole("button", { name: "Continue" }).click();
    await nia.getByRole("img", { name: "QR code" }).waitFor();
    await picture(nia, "enrol");
    const secret = (await nia.locator("form code").innerText()).replaceAll(" ", "");
    await nia.getByRole("textbox", { name: "The code it shows now" }).fill(await generate({ secret }));
    await nia.getByRole("button", { name: "Switch on" }).click();
    await nia.getByRole("dialog").getByText("recovery codes").first().waitFor();
    expect(
      await nia
        .getByRole("listitem")
        .filter({ has: nia.locator("code") })
        .count(),
    ).toBe(10);
    await picture(nia, "recovery");
    await nia.getByRole("button", { name: "I have kept them" }).click();
    await nia.getByText("On", { exact: true }).waitFor();

    const phone = await open(`${app.address}/desk`);
    await signIn(phone, NIA);
    await phone.getByRole("heading", { name: "One more step" }).waitFor();
    await picture(phone, "code");
    await phone.getByRole("textbox", { name: "Code" }).fill("000000");
    await phone.getByRole("button", { name: "Sign in" }).click();
    await phone.getByRole("alert").getByText("That code is wrong").waitFor();
    // Each code counts once, so she signs in with the one after the one she confirmed with.
    const next = await generate({ secret, epoch: Math.floor(Date.now() / 1_000) + 30 });
    await phone.getByRole("textbox", { name: "Code" }).fill(next);
    await phone.getByRole("button", { name: "Sign in" }).click();
    await live(phone);

    // Her second session is listed at once; she ends it, and that desk is shut.
    await nia.getByRole("button", { name: "Sign out everywhere else" }).waitFor();
    await picture(nia, "sessions");
    await nia.getByRole("button", { name: "Sign out everywhere else" }).click();
    await phone.getByRole("heading", { name: "Sign in to the desk" }).waitFor();

    await owner.getByRole("button", { name: "Change Nia" }).click();
    // Of the site she keeps one section, written by hand.
    await owner.getByRole("dialog").getByRole("checkbox", { name: "The Daily Example" }).uncheck();
    const sections = owner.getByRole("combobox", { name: "Sections of The Daily Example" });
    await sections.fill("Sport");
    await sections.press("Enter");
    await picture(owner, "person");
    await owner.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await owner.getByText("Moderator of The Daily Example (Sport)").waitFor();
    await owner.getByRole("button", { name: "Change Nia" }).click();
    await owner.getByRole("dialog").getByRole("button", { name: "Deactivate" }).click();
    await nia.getByRole("heading", { name: "Sign in to the desk" }).waitFor();
    await owner.getByText("Deactivated").waitFor();
    await picture(owner, "people");
    await signIn(nia, NIA);
    await nia.getByRole("alert").getByText("do not match").waitFor();
  }, 90_000);
});
