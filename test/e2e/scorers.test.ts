import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { send, startProvider, type TestProvider } from "../scoring/provider.ts";
import { OWNER, startApp, type TestApp } from "../support/app.ts";
import { browserFor, openBrowser } from "./browser.ts";

const chromium = browserFor("dist/admin/index.html");

(chromium ? describe : describe.skip)("the desk's scorers", () => {
  let app: TestApp;
  let provider: TestProvider<unknown>;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    provider = await startProvider();
    app = await startApp({ workers: false });
    browser = await openBrowser(chromium as string);
    page = await browser.newPage();
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto(`${app.address}/desk/sites/demo/scorers`);
    await page.getByRole("textbox", { name: "E-mail" }).fill(OWNER.email);
    await page.getByRole("textbox", { name: "Password" }).fill(OWNER.password);
    await page.getByRole("button", { name: "Sign in" }).click();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await app.close();
    await provider.close();
  });

  const names = () => page.getByRole("region").getByRole("heading", { level: 2 }).allTextContents();

  it("adds one at an address of one's own, keeps its key to itself, and shows how it is", async () => {
    await page.getByText("The semantic model is").waitFor();
    await page.getByRole("button", { name: "Add a scorer" }).click();
    await page.getByRole("menuitem", { name: "An address of your own" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("house");
    await page.getByRole("textbox", { name: "Address" }).fill(`${provider.url}/score`);
    await page.getByLabel("Key", { exact: true }).fill("a-secret-key");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Scorers saved.").first().waitFor();
    const card = page.getByRole("region", { name: "house" });
    await card.getByText("Not asked yet").waitFor();
    expect(await page.content()).not.toContain("a-secret-key");

    await card.getByRole("button", { name: "Try it" }).click();
    await card.getByRole("button", { name: "Score it" }).click();
    await card.getByText("Last answered").waitFor();
    expect(provider.asked).toHaveLength(1);

    provider.answer(send(403, { error: { code: 403, message: "No." } }));
    await card.getByRole("button", { name: "Score it" }).click();
    await card
      .getByText(/refused|key/i)
      .first()
      .waitFor();
    await card.getByText("It last answered").waitFor();
    expect(faults).toEqual([]);
  }, 60_000);

  it("asks them in the order given, and says what happens when none can score", async () => {
    const before = await names();
    await page.getByRole("button", { name: "Move house up" }).click();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("button", { name: "Save", exact: true }).waitFor({ state: "detached" });
    await page.reload();
    await page.getByRole("region", { name: "house" }).waitFor();
    const after = await names();
    expect(after.indexOf("house")).toBe(before.indexOf("house") - 1);
    expect([...after].sort()).toEqual([...before].sort());
    await page.getByText("When none of them can score a comment, it is held for a person.").waitFor();
    expect(faults).toEqual([]);
  }, 60_000);
});
