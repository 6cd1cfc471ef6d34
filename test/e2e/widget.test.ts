import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { startApp, type TestApp } from "../support/app.ts";
import { browserFor, holdsIn, openBrowser } from "./browser.ts";

const chromium = browserFor("dist/widget/widget.js", "dist/widget/widget-live.js");

const HOSTILE = `
  *, *::before { margin: 9px !important; padding: 7px !important; border: 2px dashed red !important; background: yellow !important;
    text-transform: uppercase !important; letter-spacing: 4px !important; line-height: 0.8 !important; text-align: center !important;
    float: left !important; width: 50% !important; white-space: nowrap !important; display: inline !important; }
  button, input, textarea, p, li, ol, h2 { display: none !important; }
  html, body, #slot { display: block !important; float: none !important; width: auto !important; }`;

const INERT = `<img src=x onerror="document.title='run'"><script>document.title='run'</script> & so on`;

/** The id of the comment that has the focus. */
const FOCUSED =
  "document.querySelector('replydesk-comments').shadowRoot?.activeElement?.closest('li')?.dataset.id";

(chromium ? describe : describe.skip)("the widget on somebody else's page", () => {
  let app: TestApp;
  let browser: Browser;
  let site: Server;
  let origin: string;
  let articles = 0;
  let url: string;

  /** Another origin, as a publisher's site is: one page under a policy that forbids nearly all, one with hostile styles. */
  function serveSite(): Promise<Server> {
    const policy = `default-src 'none'; script-src ${app.address}; connect-src ${app.address} ${app.address.replace("http", "ws")}; require-trusted-types-for 'script'; trusted-types replydesk`;
    const server = createServer((request, response) => {
      const hostile = request.url?.includes("hostile");
      const noSocket = request.url?.includes("no-socket");
      const head = hostile ? `<style>${HOSTILE}</style>` : "";
      if (!hostile) {
        const allowed = noSocket ? policy.replace(/ ws:[^;]+/, "") : policy;
        response.setHeader("content-security-policy", allowed);
      }
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(
        `<!doctype html><html lang="en"><head><title>Quiet</title><meta name="viewport" content="width=device-width">${head}</head>
        <body><div id="slot"><script src="${app.address}/widget.js" data-site="demo" async></script></div></body></html>`,
      );
    });
    return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
  }

  async function openPage(address: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 900, height: 800 }, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(address);
    await page.getByRole("textbox", { name: "Your comment" }).waitFor();
    return page;
  }

  async function comment(text: string, parentId?: string): Promise<string> {
    const body = { article: { url }, text, parentId, reader: { name: "Bob" } };
    const answer = await app.reader.post<{ id: string }>("/api/sites/demo/comments", body, {
      prefer: "wait=10",
    });
    expect(answer.status).toBe(201);
    return answer.body.id;
  }

  beforeAll(async () => {
    app = await startApp();
    browser = await openBrowser(chromium as string);
    site = await serveSite();
    origin = `http://localhost:${(site.address() as AddressInfo).port}`;
  }, 60_000);

  beforeEach(() => {
    articles += 1;
    url = `${origin}/story-${articles}`;
  });

  afterAll(async () => {
    await browser?.close();
    site?.close();
    await app?.close();
  });

  it("reads and follows a thread from another origin under a strict policy, and stores nothing", async () => {
    await comment(INERT);
    const page = await openPage(url);
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await page.getByText(INERT).waitFor();
    expect(await page.title()).toBe("Quiet");
    await comment("Somebody else was here.");
    await page.getByRole("heading", { name: "2 comments" }).waitFor();
    await page.getByRole("button", { name: "1 new comment" }).click();
    await page.getByText("Somebody else was here.").waitFor();
    expect(await page.evaluate("document.cookie.length + localStorage.length + sessionStorage.length")).toBe(
      0,
    );
    expect(complaints).toEqual([]);
  }, 60_000);

  it("follows by polling where the page's policy allows no socket", async () => {
    url = `${origin}/no-socket-${articles}`;
    await comment("The first word.");
    const page = await openPage(url);
    await page.getByText("The first word.").waitFor();
    await comment("And the second.");
    await page.getByRole("button", { name: "1 new comment" }).click();
    await page.getByText("And the second.").waitFor();
  }, 60_000);

  it("holds its looks against hostile styles", async () => {
    url = `${origin}/hostile-${articles}`;
    await comment("Plain words in a loud place.");
    const page = await openPage(url);
    const text = page.getByText("Plain words in a loud place.");
    const style = await text.evaluate((element) => {
      const { textTransform, letterSpacing, textAlign, whiteSpace, display } =
        element.ownerDocument.defaultView!.getComputedStyle(element);
      return { textTransform, letterSpacing, textAlign, whiteSpace, display };
    });
    expect(style).toEqual({
      textTransform: "none",
      letterSpacing: "normal",
      textAlign: "start",
      whiteSpace: "normal",
      display: "block",
    });
    expect(await page.getByRole("button", { name: "Reply to Bob" }).isVisible()).toBe(true);
  }, 60_000);

  it("fits a small phone, with targets a thumb can hit", async () => {
    const first = await comment(`A very long word: ${"bridge".repeat(30)}`);
    await comment("A reply.", await comment("A reply.", await comment("A reply.", first)));
    const page = await openPage(url, {
      viewport: { width: 360, height: 640 },
      hasTouch: true,
      isMobile: true,
    });
    await page.getByRole("textbox", { name: "Your comment" }).focus();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
    const sizes = await page.getByRole("button").evaluateAll((buttons) =>
      buttons.map((button) => {
        const { width, height } = button.getBoundingClientRect();
        return Math.min(width, height);
      }),
    );
    expect(sizes.length).toBeGreaterThan(5);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
  }, 60_000);

  it("keeps the text on a bad line and posts it once", async () => {
    const page = await openPage(url);
    const field = page.getByRole("textbox", { name: "Your comment" });
    await field.fill("Said once.");
    await page.getByRole("textbox", { name: "Your name" }).fill("Ada");
    // The server takes it, and its answer is lost on the way.
    let lost = 0;
    await page.route(
      (address) => address.pathname.endsWith("/comments"),
      async (route) => {
        if (route.request().method() !== "POST" || lost > 0) return route.fallback();
        lost += 1;
        await route.fetch();
        await route.abort();
      },
    );
    await page.getByRole("button", { name: "Post comment" }).click();
    await page.getByText("The server did not answer.").waitFor();
    expect(await field.inputValue()).toBe("Said once.");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("article", { name: "Ada" }).waitFor();
    await page.getByRole("heading", { name: "1 comment", exact: true }).waitFor();
    const thread = await app.reader.get<{ count: number }>(
      `/api/sites/demo/comments?article=${encodeURIComponent(url)}`,
    );
    expect(thread.body.count).toBe(1);
  }, 60_000);

  it("gives the focus to the comment a permalink names, on whichever page it is", async () => {
    const wanted = await comment("The very first one.");
    for (let n = 0; n < 26; n++) await comment(`Number ${n} is here.`);
    const page = await openPage(`${url}#comment-${wanted}`);
    await page.getByText("The very first one.").waitFor();
    await holdsIn(page, `${FOCUSED} === "${wanted}"`);
    await page.getByRole("button", { name: "Show more comments" }).click();
    await page.getByText("Number 0 is here.").waitFor();
    expect(await page.getByText("The very first one.").count()).toBe(1);
    expect(await page.getByRole("article").count()).toBe(27);
  }, 60_000);
});
