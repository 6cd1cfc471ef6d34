import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { OWNER, startApp, type TestApp } from "../support/app.ts";
import { browserFor, openBrowser } from "./browser.ts";

const chromium = browserFor("dist/admin/index.html");

(chromium ? describe : describe.skip)("the desk's API keys", () => {
  let app: TestApp;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    app = await startApp({ workers: false });
    browser = await openBrowser(chromium as string);
    page = await browser.newPage();
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto(`${app.address}/desk/sites/demo/api-keys`);
    await page.getByRole("textbox", { name: "E-mail" }).fill(OWNER.email);
    await page.getByRole("textbox", { name: "Password" }).fill(OWNER.password);
    await page.getByRole("button", { name: "Sign in" }).click();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const ask = (key: string): Promise<number> =>
    fetch(`${app.address}/v1alpha1/comments:analyze?key=${key}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ comment: { text: "Good morning." }, requestedAttributes: { TOXICITY: {} } }),
    }).then(({ status }) => status);

  it("makes a key, shows it once, and ends it", async () => {
    await page.getByRole("button", { name: "Make a key" }).click();
    await page.getByRole("textbox", { name: "The program that will use it" }).fill("Coral");
    await page.getByRole("button", { name: "Make", exact: true }).click();
    const key = (await page.getByRole("dialog").locator("code").textContent()) as string;
    expect(key).toMatch(/^rdk_/);
    await page.getByRole("button", { name: "I have kept it" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    const card = page.getByRole("region", { name: "Coral" });
    await card.getByText("600 texts a minute · not used yet").waitFor();
    expect(await page.content()).not.toContain(key);
    expect(await ask(key)).toBe(200);

    await card.getByRole("button", { name: "Revoke" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
    await page.getByText("No program has a key yet").waitFor();
    expect(await ask(key)).toBe(400);
    expect(faults).toEqual([]);
  }, 60_000);
});
