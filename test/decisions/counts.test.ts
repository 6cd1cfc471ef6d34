import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { recount, sumChanges } from "../../server/queues/changes.ts";
import { QUEUES } from "../../server/reviews/contract.ts";
import { startApp, type TestApp } from "../support/app.ts";
import {
  aHeldComment,
  aModerator,
  type Colleague,
  decided,
  deciding,
  queueOf,
  reported,
} from "../support/factories.ts";

let app: TestApp;
let people: Colleague[];
/** They have a section of the site alone. */
let sam: Colleague;
const MATCH = { url: "https://news.example/match", section: "Sport" };
beforeAll(async () => {
  // Reports are told apart by the address they come from.
  app = await startApp({ trustProxy: 1 });
  people = await Promise.all(Array.from({ length: 3 }, () => aModerator(app)));
  sam = await aModerator(app, { sites: [] });
  await app.owner.patch(`/api/moderators/${sam.id}`, { sections: [{ site: "demo", section: "Sport" }] });
});
afterAll(() => app.close());

/** What the tables say waits, by the view the entries are written from. */
async function due(): Promise<Record<string, number>> {
  const { rows } = await app.db.query<{ queue: string; n: number }>(
    `select queue, count(*)::int as n from queue_entries_due group by queue`,
  );
  return Object.fromEntries(QUEUES.map((queue) => [queue, rows.find((row) => row.queue === queue)?.n ?? 0]));
}

test("counts are what the database holds while comments are posted, claimed, decided and undone and an article changes its section, at once", async () => {
  const early = await Promise.all(
    Array.from({ length: 12 }, (_, i) => aHeldComment(app, i % 2 ? { article: MATCH } : {})),
  );
  let busy = true;
  const pages: { shown: number; counted: number }[] = [];
  const seen = new Set<number>();
  const watch = async (): Promise<void> => {
    while (busy) {
      for (const client of [app.owner, sam.client]) {
        const { items, next, counts } = await queueOf(client, { limit: "200" });
        if (!next) pages.push({ shown: items.length, counted: counts.held });
        if (client === sam.client) seen.add(counts.held);
      }
      await Promise.all([sumChanges(app.db), sumChanges(app.db)]);
    }
  };
  const move = async (): Promise<void> => {
    for (const section of ["Politics", "Sport", "Politics", "Sport"]) {
      await app.db.query("update articles set section = $2 where url = $1", [MATCH.url, section]);
      await queueOf(sam.client);
    }
  };
  const post = async (): Promise<void> => {
    for (let i = 0; i < 6; i += 1) await aHeldComment(app, i % 2 ? { article: MATCH } : {});
  };
  const report = async (): Promise<void> => {
    for (let i = 0; i < 3; i += 1) await reported(app);
  };
  const moderate = async ({ client }: Colleague, mine: typeof early): Promise<void> => {
    for (const [i, { id }] of mine.entries()) {
      await client.post(`/api/comments/${id}/claim`);
      const decision = await decided(
        client,
        id,
        i % 2 ? "approve" : "reject",
        i % 2 ? {} : { reason: "insult" },
      );
      if (i % 2) expect((await client.post(`/api/decisions/${decision.id}/undo`)).status).toBe(201);
    }
  };
  const watching = watch();
  await Promise.all([
    post(),
    report(),
    move(),
    ...people.map((person, i) => moderate(person, early.slice(i * 4, i * 4 + 4))),
    // The same comment by two at once: one of them is refused.
    deciding(app.owner, early[0]?.id as string, "approve"),
  ]).finally(() => {
    busy = false;
  });
  await watching;

  expect(pages.length).toBeGreaterThan(0);
  for (const { shown, counted } of pages) expect(counted).toBe(shown);
  expect(seen.size).toBeGreaterThan(1);
  const { stuckAppeals: _, ...counts } = (await queueOf(app.owner)).counts;
  expect(counts).toEqual(await due());
  expect(await recount(app.db)).toBe(0);
  // Six posted, and two of each person's four taken back.
  expect(counts.held).toBeGreaterThanOrEqual(11);
  expect(counts.reported).toBe(3);

  const theirs = await queueOf(sam.client, { limit: "200" });
  expect([theirs.counts.held, theirs.counts.reported]).toEqual([theirs.items.length, 0]);
  expect(theirs.counts.held).toBeGreaterThanOrEqual(3);
});

test("counts that were lost are counted again, once, whoever finds out", async () => {
  const { counts } = await queueOf(app.owner);
  await app.db.query("delete from queue_changes where queue = 'held'");
  const mended = await Promise.all([recount(app.db), recount(app.db)]);
  expect(mended.filter((rows) => rows > 0)).toHaveLength(1);
  expect((await queueOf(app.owner)).counts).toEqual(counts);
});
