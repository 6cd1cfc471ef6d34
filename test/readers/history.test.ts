import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { PostedComment } from "../../server/comments/contract.ts";
import { newId } from "../../server/ids.ts";
import type { Note } from "../../server/notes/contract.ts";
import { readerCards } from "../../server/readers/cards.ts";
import type { ReaderItem, ReaderPage, TimelineEntry } from "../../server/readers/contract.ts";
import { startApp, type TestApp } from "../support/app.ts";
import {
  aComment,
  aHeldComment,
  aModerator,
  anApprovedComment,
  aSite,
  type Colleague,
  decided,
  readerOf,
  reporting,
  reviewOf,
  sanctioned,
} from "../support/factories.ts";

let app: TestApp;
let ada: Colleague;
let ben: Colleague;
let elsewhere: Colleague;
beforeAll(async () => {
  app = await startApp();
  ada = await aModerator(app, { name: "Ada" });
  ben = await aModerator(app, { name: "Ben" });
  elsewhere = await aModerator(app, { sites: [await aSite(app, { slug: "elsewhere" })] });
});
afterAll(() => app.close());

interface List<T> {
  items: T[];
  next: string | null;
}
const page = async (id: string, { client } = ada) =>
  (await client.get<ReaderPage>(`/api/readers/${id}`)).body;
const noting = <T = Note>(id: string, text: string, { client } = ada) =>
  client.post<T>(`/api/readers/${id}/notes`, { text });
const timeline = async (id: string, query: Record<string, string> = {}) =>
  (await ada.client.get<List<TimelineEntry>>(`/api/readers/${id}/timeline?${new URLSearchParams(query)}`))
    .body;
const find = async (query: Record<string, string>, { client } = ada) =>
  (await client.get<List<ReaderItem>>(`/api/readers?${new URLSearchParams(query)}`)).body.items;

describe("a reader's figures", () => {
  test("count strikes by people only, and not those that were overturned", async () => {
    await app.settings({ bannedWords: ["blorf"], bannedWordsAction: "reject" });
    const first = await aHeldComment(app);
    const readerId = await readerOf(app, first);
    await decided(ada.client, first.id, "reject");
    const undone = await aHeldComment(app, { as: first });
    const { id } = await decided(ada.client, undone.id, "reject");
    const overruled = await aHeldComment(app, { as: first });
    await decided(ada.client, overruled.id, "reject");
    const byRule = await aComment(app, { as: first, text: "blorf" });
    expect(byRule.status).toBe("rejected");
    expect((await page(readerId)).strikes).toBe(3);
    await ada.client.post(`/api/decisions/${id}/undo`);
    await decided(ben.client, overruled.id, "approve");
    expect(await page(readerId)).toMatchObject({
      approved: 1,
      held: 1,
      rejected: 2,
      strikes: 1,
      recent: { decided: 3, rejected: 2, rate: null },
    });
    expect((await reviewOf(ben.client, first.id)).reader).toMatchObject({ strikes: 1, rejected: 2 });
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
    expect((await readerCards(app.db, { id: newId() }, [readerId], inDays(89))).get(readerId)?.strikes).toBe(
      1,
    );
    expect((await readerCards(app.db, { id: newId() }, [readerId], inDays(91))).get(readerId)).toMatchObject({
      strikes: 0,
      rejected: 2,
      recent: { decided: 0 },
    });
  });

  test("tell a rate of rejection only from five decided comments on", async () => {
    const first = await anApprovedComment(app);
    const readerId = await readerOf(app, first);
    for (let i = 0; i < 3; i += 1) await anApprovedComment(app, { as: first });
    expect((await page(readerId)).recent).toEqual({ decided: 4, rejected: 0, rate: null });
    const rude = await aHeldComment(app, { as: first });
    expect((await page(readerId)).recent.rate).toBeNull();
    await decided(ada.client, rude.id, "reject");
    expect((await page(readerId)).recent).toEqual({ decided: 5, rejected: 1, rate: 0.2 });
  });
});

describe("a note", () => {
  test("is shown to colleagues with its author and time, and its text is not in the log", async () => {
    const comment = await anApprovedComment(app);
    const readerId = await readerOf(app, comment);
    for (const text of ["One.", "Two.", "Knows the council's cat."]) await noting(readerId, text);
    const { notes } = (await reviewOf(ben.client, comment.id)).reader;
    expect(notes).toMatchObject([
      { text: "Knows the council's cat.", moderator: { name: "Ada" }, editedAt: null },
      { text: "Two." },
    ]);
    const { rows } = await app.db.query(
      `select type, actor, data::text from events where data->>'readerId' = $1`,
      [readerId],
    );
    expect(rows.map(({ type }) => type)).toEqual(["note.added", "note.added", "note.added"]);
    expect(rows.every(({ actor, data }) => actor === `moderator/${ada.id}` && !data.includes("cat"))).toBe(
      true,
    );
  });

  test("is rewritten and deleted by its author alone", async () => {
    const readerId = await readerOf(app, await anApprovedComment(app));
    const { body: note } = await noting(readerId, "Frist.");
    const change = (by: Colleague, text: string) => by.client.patch<Note>(`/api/notes/${note.id}`, { text });
    expect([(await change(ben, "Mine.")).status, (await change(elsewhere, "Mine.")).status]).toEqual([
      403, 404,
    ]);
    expect((await change(ada, "First.")).body).toMatchObject({
      text: "First.",
      editedAt: expect.any(String),
    });
    const remove = (by: Colleague) => by.client.delete(`/api/notes/${note.id}`);
    expect((await remove(ben)).status).toBe(403);
    expect([(await remove(ada)).status, (await remove(ada)).status]).toEqual([204, 404]);
    expect((await page(readerId)).notes).toEqual([]);
    expect((await noting(readerId, "  ")).status).toBe(400);
    expect((await noting(readerId, "x".repeat(2_001))).status).toBe(400);
  });
});

describe("a reader's history", () => {
  let first: PostedComment;
  let readerId: string;
  beforeAll(async () => {
    first = await aHeldComment(app);
    readerId = await readerOf(app, first);
    await decided(ada.client, first.id, "reject", { reason: "spam" });
    await noting(readerId, "Sells hats.");
    await sanctioned(ada.client, readerId, { kind: "mute", reason: "Hats" });
    await aHeldComment(app, { as: first });
  });

  test("has comments with who decided what, sanctions and notes, newest first", async () => {
    const { items, next } = await timeline(readerId);
    expect(next).toBeNull();
    expect(items).toMatchObject([
      { kind: "comment", comment: { status: "held", decision: { actor: { kind: "rules" } } } },
      { kind: "sanction", sanction: { kind: "mute", active: true, reason: "Hats" } },
      { kind: "note", note: { text: "Sells hats." } },
      {
        kind: "comment",
        comment: { id: first.id, decision: { action: "reject", reason: "spam", actor: { name: "Ada" } } },
      },
    ]);
  });

  test("is paged without gap or double, and narrowed to what is asked for", async () => {
    const whole = (await timeline(readerId)).items;
    const paged: TimelineEntry[] = [];
    let after: string | null = "";
    while (after !== null) {
      const { items, next }: List<TimelineEntry> = await timeline(readerId, {
        limit: "1",
        ...(after && { after }),
      });
      paged.push(...items);
      after = next;
    }
    expect(paged).toEqual(whole);
    const kinds = async (query: Record<string, string>) =>
      (await timeline(readerId, query)).items.map(({ kind }) => kind);
    expect(await kinds({ show: "note" })).toEqual(["note"]);
    expect(await kinds({ show: "sanction" })).toEqual(["sanction"]);
    expect(await kinds({ status: "rejected" })).toEqual(["comment"]);
    expect(await kinds({ show: "note", status: "rejected" })).toEqual([]);
  });

  test("is not there for moderators of other sites", async () => {
    for (const path of ["", "/timeline"])
      expect((await elsewhere.client.get(`/api/readers/${readerId}${path}`)).status).toBe(404);
    expect((await noting(readerId, "Hello", elsewhere)).status).toBe(404);
  });
});

describe("looking for readers", () => {
  test("finds the beginnings of their names' words in any order and case, on one's own sites", async () => {
    const names = ["Müller-Lüdenscheidt Käthe", "Käthe Kruse", "कमला देवी", "🐱🐱"];
    for (const name of names) await anApprovedComment(app, { name });
    const found = async (q: string, by = ada) => (await find({ q }, by)).map(({ name }) => name);
    expect(await found("KÄTH")).toEqual([names[1], names[0]]);
    expect(await found("lüd kä")).toEqual([names[0]]);
    expect(await found("कमला")).toEqual([names[2]]);
    expect(await found("🐱🐱")).toEqual([names[3]]);
    expect(await found("udenscheidt")).toEqual([]);
    expect(await found("' | & ! :* \\ (")).toEqual([]);
    expect(await found("käthe", elsewhere)).toEqual([]);
    expect((await ada.client.get("/api/readers?site=elsewhere")).status).toBe(404);
  });

  test("finds an e-mail address for owners alone", async () => {
    const { body } = await app.reader.post<PostedComment>("/api/sites/demo/comments", {
      article: { url: "https://news.example/bridge" },
      text: "With a letter.",
      reader: { name: "Letter Writer", email: "Letter@News.example" },
    });
    const owner = { ...ada, client: app.owner };
    expect(await find({ q: "letter@news.example" }, owner)).toMatchObject([
      { name: "Letter Writer", email: "Letter@News.example" },
    ]);
    expect(await find({ q: "letter@news.example" })).toEqual([]);
    expect(await find({ q: "letter writer" })).toMatchObject([{ email: null }]);
    expect(body.reader.name).toBe("Letter Writer");
  });

  test("narrows to readers with a sanction in force, and pages through all", async () => {
    const readerId = await readerOf(app, await anApprovedComment(app, { name: "Soon Free" }));
    const mute = await sanctioned(ada.client, readerId, { kind: "mute" });
    const under = async () => (await find({ sanctioned: "true", q: "soon" })).map(({ id }) => id);
    expect(await under()).toEqual([readerId]);
    await ada.client.post(`/api/sanctions/${mute.id}/lift`);
    expect(await under()).toEqual([]);
    const all = await find({ limit: "200" });
    const { items, next } = (await ada.client.get<List<ReaderItem>>("/api/readers?limit=2")).body;
    const rest = await find({ limit: "200", after: next as string });
    expect([...items, ...rest].map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  });
});

test("a reader's history has the reports they made and those of their comments, but not who made these", async () => {
  const written = await anApprovedComment(app);
  const other = await anApprovedComment(app);
  await reporting(app, written.id, { reason: "insult", text: "That is me.", as: other });
  await reporting(app, other.id, { reason: "spam", as: written });
  const of = async (comment: PostedComment) => timeline(await readerOf(app, comment), { show: "report" });
  const { items } = await of(written);
  expect(items).toMatchObject([
    { kind: "report", report: { made: true, reason: "spam", closed: false, comment: { id: other.id } } },
    { kind: "report", report: { made: false, reason: "insult", text: "That is me." } },
  ]);
  expect(JSON.stringify(items[1])).not.toContain(await readerOf(app, other));
  await decided(ada.client, other.id, "approve");
  expect((await of(other)).items).toMatchObject([
    { report: { made: false, reason: "spam", closed: true } },
    { report: { made: true, reason: "insult" } },
  ]);
});
