import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Plot } from "../../server/plots/contract.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { aHeldComment, aModerator, aSite, reviewOf } from "../support/factories.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const plot = async (query = "", client = app.owner) =>
  (await client.get<Plot>(`/api/queue/plot${query}`)).body;
const preview = async (filter: object) =>
  (await app.owner.post<{ count: number }>("/api/batches/preview", { filter })).body.count;

test("an empty queue is an empty plot", async () => {
  expect(await plot()).toMatchObject({
    count: 0,
    unscored: 0,
    time: null,
    cells: { column: [], row: [], count: [] },
  });
});

test("every waiting comment is in one cell, and a batch by that cell's edges takes it and no other", async () => {
  const posted = await Promise.all(Array.from({ length: 6 }, () => aHeldComment(app)));
  const { cells, count, time } = await plot();
  expect(count).toBe(6);
  expect(cells.count.reduce((sum, n) => sum + n, 0)).toBe(6);
  const score = (await reviewOf(app.owner, posted[0]?.id as string)).scores.TOXICITY as number;
  expect(new Set(cells.row)).toEqual(new Set([Math.min(99, Math.floor(score * 100))]));
  const { from, stepMs } = time as { from: string; stepMs: number };
  const edge = (column: number) => new Date(Date.parse(from) + column * stepMs).toISOString();
  for (const [i, column] of cells.column.entries()) {
    const row = cells.row[i] as number;
    const found = await preview({
      queue: "held",
      scores: [{ attribute: "TOXICITY", from: row / 100, to: (row + 1) / 100 }],
      since: { from: edge(column), to: edge(column + 1) },
    });
    expect(found).toBe(cells.count[i]);
  }
});

test("of two scores both are axes, and the rules' thresholds come along", async () => {
  const { cells, time, thresholds } = await plot("?x=INSULT&y=TOXICITY");
  expect(time).toBeNull();
  expect(Math.max(...cells.column)).toBeLessThan(200);
  expect(thresholds).toContainEqual({
    attribute: "TOXICITY",
    at: 0.8,
    rule: "score-toxicity",
    name: "Hold toxic comments",
  });
});

test("a moderator's plot has what waits on their sites only", async () => {
  const other = await aSite(app);
  const { client } = await aModerator(app, { sites: [other] });
  expect((await plot("", client)).count).toBe(0);
  expect((await client.get("/api/queue/plot?site=demo")).status).toBe(404);
});
