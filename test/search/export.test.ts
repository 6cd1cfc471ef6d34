import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import { exportSearch } from "../../server/search/export.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { aComment, aModerator, aSite, type Colleague, whoIs } from "../support/factories.ts";

let app: TestApp;
let ada: Colleague;
const FORMULAS = ['=HYPERLINK("https://evil.example";"more")', "+1 to that", "-2 from me", "@Ana, well said"];

beforeAll(async () => {
  app = await startApp();
  ada = await aModerator(app);
  for (const text of FORMULAS) await aComment(app, { text, name: "=Ana" });
  await aComment(app, { text: 'Plain, with "quotes",\nand a second line.', name: "Bo" });
});
afterAll(() => app.close());

const exporting = (query: Record<string, string>, client = ada.client) =>
  client.get(`/api/search/export?${new URLSearchParams(query)}`);

describe("an export", () => {
  test("as CSV has every comment found, and nothing that a spreadsheet would run", async () => {
    const { status, headers, text } = await exporting({ format: "csv" });
    expect(status).toBe(200);
    expect(headers.get("content-type")).toContain("text/csv");
    expect(headers.get("content-disposition")).toMatch(
      /^attachment; filename="comments-\d{4}-\d\d-\d\d\.csv"$/,
    );
    const rows = parse(text, { columns: true }) as Record<string, string>[];
    expect(rows.map((row) => row.text)).toEqual([
      'Plain, with "quotes",\nand a second line.',
      ...FORMULAS.map((formula) => `'${formula}`).reverse(),
    ]);
    expect(rows.at(-1)).toMatchObject({ name: "'=Ana", status: "approved", site: "demo" });
    for (const row of rows) for (const value of Object.values(row)) expect(value).not.toMatch(/^[=+\-@\t\r]/);
  });

  test("as lines of JSON has the words as they are", async () => {
    const { headers, text } = await exporting({ format: "jsonl", q: "quotes or evil" });
    expect(headers.get("content-type")).toContain("application/jsonl");
    const rows = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { text: string; TOXICITY: number });
    expect(rows.map((row) => row.text)).toEqual(['Plain, with "quotes",\nand a second line.', FORMULAS[0]]);
    expect(rows[0]?.TOXICITY).toEqual(expect.any(Number));
  });

  test("is in the log, with who and what for", async () => {
    await exporting({ site: "demo", status: "held", q: "nothing" });
    const { body } = await app.owner.get<{ items: object[] }>("/api/sites/demo/events?type=search.exported");
    expect(body.items[0]).toMatchObject({
      actor: `moderator/${ada.id}`,
      data: { format: "csv", filters: { site: "demo", status: "held", q: "nothing" } },
    });
  });

  test("holds only what one may see, and is refused where the search is", async () => {
    const site = await aSite(app);
    const cleo = await aModerator(app, { sites: [site] });
    expect((await exporting({ format: "jsonl" }, cleo.client)).text).toBe("");
    expect((await exporting({ site: "demo" }, cleo.client)).status).toBe(404);
    expect((await exporting({ q: "-nothing" })).status).toBe(422);
    expect((await exporting({}, app.reader)).status).toBe(401);
  });

  test("waits while two others are made, also where all three ask in one breath, and one that nobody reads takes no place for good", async () => {
    const by = await whoIs(app, ada.client);
    const asked = await Promise.allSettled(
      Array.from({ length: 3 }, () => exportSearch(app.db, by, { format: "csv" })),
    );
    expect(asked.map((one) => one.status).sort()).toEqual(["fulfilled", "fulfilled", "rejected"]);
    expect(asked.find((one) => one.status === "rejected")?.reason).toMatchObject({ code: "rate_limited" });
    for (const one of asked)
      if (one.status === "fulfilled") await one.value.parts[Symbol.asyncIterator]().return?.();
    expect((await exporting({})).status).toBe(200);
  });

  test("reads on page by page to the last", async () => {
    await app.asLogin(
      `insert into comments (id, site_id, article_id, reader_id, text, html, status, created_at)
         select gen_random_uuid(), site_id, article_id, reader_id, 'Number ' || n, '', 'approved', '2020-01-01'::timestamptz + n * interval '1 second'
         from (select * from comments limit 1) c, generate_series(1, 1100) n;
       insert into search_entries select * from search_entries_due d where not exists (select from search_entries e where e.comment_id = d.comment_id)`,
    );
    const { text } = await exporting({ format: "jsonl", q: "number" });
    const texts = text
      .trimEnd()
      .split("\n")
      .map((line) => (JSON.parse(line) as { text: string }).text);
    expect(texts).toEqual(Array.from({ length: 1_100 }, (_, i) => `Number ${1_100 - i}`));
  });
});
