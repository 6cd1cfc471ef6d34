import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Article } from "../../server/articles/contract.ts";
import type { LogEntry } from "../../server/audit/contract.ts";
import { exportLog } from "../../server/audit/export.ts";
import type { Batch } from "../../server/batches/contract.ts";
import type { DecisionMade } from "../../server/decisions/contract.ts";
import type { Invitation } from "../../server/invitations/contract.ts";
import type { Person } from "../../server/moderators/contract.ts";
import type { TimelineEntry } from "../../server/readers/contract.ts";
import { exportSearch } from "../../server/search/export.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { type Client, clientAt } from "../support/client.ts";
import {
  aHeldComment,
  aModerator,
  aSite,
  type Colleague,
  decided,
  queueOf,
  readerOf,
  reviewOf,
  whoIs,
} from "../support/factories.ts";
import { openSocket } from "../support/sockets.ts";

const SPORT = { url: "https://news.example/match", section: "Sport" };
const POLITICS = { url: "https://news.example/vote", section: "Politics" };
const sport = { site: "demo", section: "Sport" };

let app: TestApp;
let elsewhere: string;
let sam: Colleague;
beforeAll(async () => {
  app = await startApp();
  elsewhere = await app.startServer();
  await aSite(app, { slug: "other", name: "The Other" });
  sam = await aModerator(app, { sites: [] });
  await change(sam.id, { sections: [sport] });
});
afterAll(() => app.close());

async function change(id: string, body: object): Promise<Person> {
  const answer = await app.owner.patch<Person>(`/api/moderators/${id}`, body);
  if (answer.status !== 200) throw new Error(`It was refused: ${answer.status} ${answer.text}`);
  return answer.body;
}
const assignedOf = async (client: Client, article: string): Promise<string[]> =>
  (
    await client.get<{ assigned: { id: string }[] }>(`/api/sites/demo/articles/${article}/assignments`)
  ).body.assigned.map(({ id }) => id);
const waiting = async (client: Client): Promise<string[]> =>
  (await queueOf(client)).items.map(({ id }) => id);

test("sections are given beside whole sites, each once, and the log has what was before and after", async () => {
  const { id } = await aModerator(app);
  const other = { site: "other", section: "Sport" };
  const given = await change(id, { sections: [other, sport, other] });
  expect([given.sites, given.sections]).toEqual([["demo"], [other]]);
  const moved = await change(id, { sites: ["other"], sections: [sport, other] });
  expect([moved.sites, moved.sections]).toEqual([["other"], [sport]]);
  expect((await change(id, { name: "Kim" })).sections).toEqual([sport]);
  const { rows } = await app.db.query(
    `select data from events where type = 'moderator.updated' and data ->> 'moderatorId' = $1 order by id offset 1 limit 1`,
    [id],
  );
  expect(rows[0].data).toMatchObject({
    before: { sites: ["demo"], sections: [other] },
    after: { sites: ["other"], sections: [sport] },
  });
  const nowhere = await app.owner.patch(`/api/moderators/${id}`, {
    sections: [{ site: "nowhere", section: "x" }],
  });
  expect(nowhere.status).toBe(404);
});

test("an invitation gives sections to who accepts it, and owners choose from those the articles are in", async () => {
  await aHeldComment(app, { article: SPORT });
  await aHeldComment(app, { article: POLITICS });
  const sections = await app.owner.get<{ items: string[] }>("/api/sites/demo/sections");
  expect(sections.body.items).toEqual(["Politics", "Sport"]);
  const asked = { email: "nia@example.com", name: "Nia", role: "moderator", sites: [], sections: [sport] };
  const invited = await app.owner.post<Invitation & { link: string }>("/api/invitations", asked);
  expect(invited.body.sections).toEqual([sport]);
  const token = invited.body.link.split("#")[1];
  const joined = await app.reader.post("/api/invitation/accept", {
    token,
    password: "a long enough password",
  });
  const cookie = (joined.headers.get("set-cookie") as string).split(";")[0] as string;
  const nia = await queueOf(clientAt(app.address, { cookie }));
  expect([...new Set(nia.items.map(({ article }) => article.section))]).toEqual(["Sport"]);
});

test("their desk hears of their section alone, on any server, and of no other within seconds of losing it", async () => {
  const lee = await aModerator(app, { sites: [] });
  await change(lee.id, { sections: [sport] });
  const owner = await openSocket(app.address, "/desk", { cookie: app.owner.headers.cookie });
  const desk = await openSocket(elsewhere, "/desk", { cookie: lee.client.headers.cookie });
  const hidden = await aHeldComment(app, { article: POLITICS });
  const seen = await aHeldComment(app, { article: SPORT });
  await lee.client.post(`/api/comments/${seen.id}/claim`);
  for (const type of ["comment.held", "claim.made"] as const) await desk.heard(type, seen.id);
  expect(desk.events.filter(({ commentId }) => commentId === hidden.id)).toEqual([]);

  await change(lee.id, { sections: [{ site: "demo", section: "Politics" }] });
  await desk.heard("moderator.updated");
  const later = await aHeldComment(app, { article: SPORT });
  const now = await aHeldComment(app, { article: POLITICS });
  await owner.heard("comment.held", later.id);
  await desk.heard("comment.held", now.id);
  expect(desk.events.filter(({ commentId }) => commentId === later.id)).toEqual([]);
  expect((await lee.client.get(`/api/comments/${seen.id}`)).status).toBe(404);
  for (const socket of [owner, desk]) socket.close();
});

test("a comment is of the section its article is in now, and without a section it is for those of the whole site", async () => {
  const article = { url: "https://news.example/moved", section: "Sport" };
  const comment = await aHeldComment(app, { article });
  const bare = await aHeldComment(app, { article: { url: "https://news.example/bare" } });
  expect(await waiting(sam.client)).toContain(comment.id);
  expect(await waiting(sam.client)).not.toContain(bare.id);
  await app.db.query(`update articles set section = 'Politics' where url = $1`, [article.url]);
  expect(await waiting(sam.client)).not.toContain(comment.id);
  const deciding = { action: "approve", version: 2 };
  expect((await sam.client.post(`/api/comments/${comment.id}/decisions`, deciding)).status).toBe(404);
});

test("what a reader has waiting in other sections stays, when rejected beside or taken back", async () => {
  const first = await aHeldComment(app, { article: SPORT });
  const beside = await aHeldComment(app, { article: SPORT, as: first });
  const other = await aHeldComment(app, { article: POLITICS, as: first });
  const made = await sam.client.post<DecisionMade>(`/api/comments/${first.id}/decisions`, {
    action: "reject",
    version: 2,
    alsoWaiting: true,
  });
  expect(made.body.others).toMatchObject({ total: 1, decided: 1, more: 0 });
  expect(await waiting(app.owner)).toContain(other.id);
  expect(await waiting(app.owner)).not.toContain(beside.id);

  const again = await aHeldComment(app, { article: SPORT });
  const hidden = await aHeldComment(app, { article: POLITICS, as: again });
  const all = await app.owner.post<DecisionMade>(`/api/comments/${again.id}/decisions`, {
    action: "reject",
    version: 2,
    alsoWaiting: true,
  });
  const undone = await sam.client.post<DecisionMade>(`/api/decisions/${all.body.id}/undo`, {
    reason: "Too much.",
  });
  expect(undone.body.others).toMatchObject({ total: 0, decided: 0 });
  expect(await waiting(app.owner)).toContain(again.id);
  expect(await waiting(app.owner)).not.toContain(hidden.id);
});

test("a reader's page, the list of readers and the log have what is in their sections", async () => {
  const here = await aHeldComment(app, { article: SPORT, name: "Zoe" });
  const there = await aHeldComment(app, { article: POLITICS, as: here });
  const stranger = await aHeldComment(app, { article: POLITICS, name: "Zoe" });
  const [reader, other] = await Promise.all([here, stranger].map((one) => readerOf(app, one)));
  await decided(app.owner, there.id, "reject");
  await app.owner.post(`/api/readers/${reader}/notes`, { text: "Calm." });

  const found = await sam.client.get<{ items: { id: string }[] }>("/api/readers?q=Zoe&site=demo");
  expect(found.body.items.map(({ id }) => id)).toEqual([reader]);
  expect((await sam.client.get(`/api/readers/${other}`)).status).toBe(404);
  expect(
    (await sam.client.get<{ samePerson: unknown }>(`/api/readers/${reader}`)).body.samePerson,
  ).toBeNull();
  const timeline = await sam.client.get<{ items: TimelineEntry[] }>(`/api/readers/${reader}/timeline`);
  expect(timeline.body.items.map(({ kind }) => kind)).toEqual(["note", "comment"]);
  expect(timeline.text).toContain(here.id);
  expect(timeline.text).not.toContain(there.id);

  const log = await sam.client.get<{ items: LogEntry[] }>("/api/log?site=demo&limit=200");
  expect(log.body.items.filter(({ commentId }) => commentId === here.id).length).toBeGreaterThan(0);
  expect(log.body.items.filter(({ commentId }) => commentId !== null).length).toBe(log.body.items.length);
  expect(log.text).not.toContain(there.id);
});

test("of a site's articles they list, set and assign those of their sections, among who may see them", async () => {
  const articleOf = async (article: { url: string; section: string }): Promise<string> =>
    (await reviewOf(app.owner, (await aHeldComment(app, { article })).id)).article.id;
  const [match, vote] = [await articleOf(SPORT), await articleOf(POLITICS)];
  const [pol, nobody] = [await aModerator(app, { sites: [] }), await aModerator(app, { sites: [] })];
  await change(pol.id, { sections: [{ site: "demo", section: "Politics" }] });
  const list = await sam.client.get<{ items: Article[] }>("/api/sites/demo/articles?limit=100");
  expect([...new Set(list.body.items.map(({ section }) => section))]).toEqual(["Sport"]);
  expect(list.body.items.map(({ id }) => id)).toContain(match);
  expect((await nobody.client.get("/api/sites/demo/articles")).status).toBe(404);
  for (const [id, status] of [[match, 200] as const, [vote, 404] as const]) {
    const place = `/api/sites/demo/articles/${id}`;
    const answers = [
      await sam.client.patch(place, { moderation: "post" }),
      await sam.client.get(`${place}/assignments`),
      await sam.client.put(`${place}/assignments/${sam.id}`),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([status, status, status]);
  }
  const at = (id: string, who: Colleague) => `/api/sites/demo/articles/${id}/assignments/${who.id}`;
  expect((await sam.client.put(at(match, pol))).status).toBe(403);
  expect((await app.owner.put(at(match, pol))).status).toBe(404);
  expect((await app.owner.put(at(vote, pol))).status).toBe(200);
  const { body } = await app.owner.get<{ assignable: { id: string }[] }>(
    at(vote, sam).replace(/.[^/]*$/, ""),
  );
  const ids = body.assignable.map(({ id }) => id);
  expect([ids.includes(pol.id), ids.includes(sam.id)]).toEqual([true, false]);
  // It ends with the right to see the article, and is there again with it.
  await change(sam.id, { sections: [{ site: "demo", section: "Politics" }] });
  expect(await assignedOf(app.owner, match)).toEqual([]);
  await change(sam.id, { sections: [sport] });
  expect(await assignedOf(sam.client, match)).toEqual([sam.id]);
});

test("a batch of theirs decides what is in their sections, and shows nothing of the others", async () => {
  const theirs = await aHeldComment(app, { article: SPORT });
  const others = await aHeldComment(app, { article: POLITICS });
  const comments = [theirs, others].map(({ id }) => ({ id, version: 2 }));
  const made = await sam.client.post<Batch>("/api/batches", { action: "approve", comments });
  expect(made.body.outcomes).toMatchObject({ decided: 1, "not-found": 1 });
  expect(made.body.left.items).toMatchObject([{ commentId: others.id, comment: null }]);
  await decided(app.owner, others.id, "reject");
});

test("an export under way ends when the rights it began with do", async () => {
  const lee = await aModerator(app, { sites: [] });
  await change(lee.id, { sections: [sport] });
  const hidden = await aHeldComment(app, { article: SPORT });
  const by = await whoIs(app, lee.client);
  const { parts } = await exportSearch(app.db, by, { format: "csv" });
  const see = { siteIds: by.siteIds, sections: by.sections };
  const log = exportLog(app.db, by, { by: by.id, see }, "csv");
  const heads = [await parts[Symbol.asyncIterator]().next(), await log.next()];
  expect(heads.map(({ value }) => String(value).startsWith("id,"))).toEqual([true, true]);
  await change(lee.id, { sections: [{ site: "demo", section: "Politics" }] });
  const rest = async (file: AsyncIterable<string>): Promise<string> => {
    let text = "";
    for await (const part of file) text += part;
    return text;
  };
  for (const file of [parts, log]) await expect(rest(file)).rejects.toMatchObject({ code: "forbidden" });
  await decided(app.owner, hidden.id, "reject");
});

test("who takes back a rejection takes back what of it they may see, and leaves the rest to others", async () => {
  const first = await aHeldComment(app, { article: SPORT });
  const beside = await aHeldComment(app, { article: SPORT, as: first });
  const other = await aHeldComment(app, { article: POLITICS, as: first });
  const all = await app.owner.post<DecisionMade>(`/api/comments/${first.id}/decisions`, {
    action: "reject",
    version: 2,
    alsoWaiting: true,
  });
  const undone = await sam.client.post<DecisionMade>(`/api/decisions/${all.body.id}/undo`, { reason: "No." });
  expect(undone.body.others).toMatchObject({ total: 1, decided: 1 });
  expect(await waiting(app.owner)).toEqual(expect.arrayContaining([first.id, beside.id]));
  const rest = await app.owner.post<Batch>(`/api/batches/${all.body.others?.batchId}/undo`, {
    reason: "All of it.",
  });
  expect([rest.status, rest.body.outcomes]).toEqual([201, { decided: 1, changed: 1 }]);
  expect(await waiting(app.owner)).toContain(other.id);
});
