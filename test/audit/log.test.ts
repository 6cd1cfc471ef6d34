import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import type { LogEntry } from "../../server/audit/contract.ts";
import type { SiteRow } from "../../server/sites/store.ts";
import { startApp, type TestApp } from "../support/app.ts";
import type { Client } from "../support/client.ts";
import {
  aHeldComment,
  aModerator,
  anApprovedComment,
  aSite,
  type Colleague,
  decided,
} from "../support/factories.ts";

let app: TestApp;
let other: SiteRow;
let ben: Colleague;
let nia: Colleague;
let here: { id: string };
let there: { id: string };
beforeAll(async () => {
  app = await startApp();
  other = await aSite(app, { slug: "other" });
  ben = await aModerator(app, { name: "Ben", sites: [app.site] });
  nia = await aModerator(app, { name: "Nia", sites: [other] });
  here = await aHeldComment(app, { name: "=cmd|' /C calc'!A0" });
  there = await anApprovedComment(app, { site: "other", name: "Olu" });
  await decided(ben.client, here.id, "reject", { reason: "insult" });
  await app.owner.patch(`/api/moderators/${nia.id}`, { name: "Nia B." });
});
afterAll(() => app.close());

interface Page {
  items: LogEntry[];
  next: string | null;
  people: Record<string, string>;
}
async function logOf(client: Client, query: Record<string, string> = {}): Promise<Page> {
  const { status, body, text } = await client.get<Page>(`/api/log?${new URLSearchParams(query)}`);
  if (status !== 200) throw new Error(`The log answered ${status}: ${text}`);
  return body;
}
const typesOf = ({ items }: Page): string[] => items.map(({ type }) => type);
const exported = (client: Client, query: Record<string, string>): Promise<Response> =>
  fetch(`${app.address}/api/log/export?${new URLSearchParams(query)}`, { headers: client.headers });

describe("the log", () => {
  test("says who did what to whose comment, newest first, with the names of all", async () => {
    const page = await logOf(ben.client, { comment: here.id });
    expect(typesOf(page)).toEqual(["comment.rejected", "comment.held", "comment.posted"]);
    expect(page.items[0]).toMatchObject({
      site: "demo",
      commentId: here.id,
      actor: `moderator/${ben.id}`,
      reader: { name: "=cmd|' /C calc'!A0" },
      data: { reason: "insult", statusBefore: "held" },
    });
    expect(page.people).toEqual({ [ben.id]: "Ben" });
  });

  test("shows owners everything, and moderators what happened to the comments of their sites", async () => {
    const all = await logOf(app.owner, { limit: "200" });
    expect(typesOf(all)).toEqual(
      expect.arrayContaining(["moderator.created", "moderator.updated", "site.created", "comment.posted"]),
    );
    expect(all.people).toMatchObject({ [nia.id]: "Nia B." });
    for (const [{ client }, site] of [
      [ben, "demo"],
      [nia, "other"],
    ] as const) {
      const { items } = await logOf(client, { limit: "200" });
      expect(items.length).toBeGreaterThan(1);
      expect(items.filter((one) => one.site !== site || !/^(comment|claim|reader)\./.test(one.type))).toEqual(
        [],
      );
    }
  });

  test("tells a moderator nothing of another's site, however it is asked", async () => {
    expect((await nia.client.get(`/api/log?site=demo`)).status).toBe(404);
    const author = (await logOf(app.owner, { comment: here.id })).items[0]?.reader?.id as string;
    const elsewhere: Record<string, string>[] = [
      { comment: here.id },
      { reader: author },
      { actor: `moderator/${ben.id}` },
      { type: "moderator.updated" },
    ];
    for (const query of elsewhere) expect((await logOf(nia.client, query)).items).toEqual([]);
    expect(await (await exported(nia.client, { format: "jsonl", comment: here.id })).text()).toBe("");
    const { client } = await aModerator(app, { sites: [] });
    expect((await logOf(client)).items).toEqual([]);
    for (const path of ["/api/log", "/api/log/export?format=csv", "/api/log/check"])
      expect((await app.reader.get(path)).status).toBe(401);
    expect((await nia.client.get("/api/log/check")).status).toBe(403);
  });

  test("is searched by site, type, who, comment, reader and time together", async () => {
    const first = (await logOf(app.owner, { comment: there.id })).items.at(-1) as LogEntry;
    const reader = first.reader?.id as string;
    expect(typesOf(await logOf(app.owner, { reader, site: "other" }))).toEqual([
      "comment.approved",
      "comment.posted",
    ]);
    expect(typesOf(await logOf(app.owner, { reader, type: "comment.posted,comment.rejected" }))).toEqual([
      "comment.posted",
    ]);
    expect(typesOf(await logOf(app.owner, { actor: `moderator/${ben.id}` }))).toEqual(["comment.rejected"]);
    expect(typesOf(await logOf(app.owner, { actor: "rules", comment: there.id }))).toEqual([
      "comment.approved",
    ]);
    expect(typesOf(await logOf(app.owner, { actor: `reader/${reader}` }))).toEqual(["comment.posted"]);
    const ofThere = (more: Record<string, string>) => logOf(app.owner, { comment: there.id, ...more });
    expect((await ofThere({ until: first.createdAt })).items).toEqual([]);
    expect((await ofThere({ since: first.createdAt })).items).toHaveLength(2);
    for (const wrong of ["type=nothing", "actor=x", "since=yesterday", "comment=1", "after=x", "limit=0"])
      expect([wrong, (await app.owner.get(`/api/log?${wrong}`)).status]).toEqual([wrong, 400]);
  });

  test("tells of a reader's sanctions beside their comments", async () => {
    const reader = (await logOf(nia.client, { comment: there.id })).items[0]?.reader as {
      id: string;
      name: string;
    };
    const warned = await nia.client.post(`/api/readers/${reader.id}/sanctions`, {
      kind: "warn",
      words: "Stay kind.",
    });
    expect(warned.status).toBe(201);
    const page = await logOf(nia.client, { reader: reader.id });
    expect(typesOf(page)).toEqual(["reader.warned", "comment.approved", "comment.posted"]);
    expect(page.items[0]).toMatchObject({ reader, actor: `moderator/${nia.id}`, commentId: null });
    expect((await logOf(ben.client, { reader: reader.id })).items).toEqual([]);
  });

  test("is read page by page without a gap or a repeat", async () => {
    const all = (await logOf(app.owner, { limit: "200" })).items.map(({ id }) => id);
    const seen: string[] = [];
    for (let after: string | null = ""; after !== null; ) {
      const page: Page = await logOf(app.owner, { limit: "3", ...(after && { after }) });
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    }
    expect(seen).toEqual(all);
  });
});

describe("the log as a file", () => {
  test("holds what the search shows, and that it was asked for is in the log", async () => {
    const query = { comment: here.id };
    const answer = await exported(app.owner, { ...query, format: "jsonl" });
    expect([answer.headers.get("content-type"), answer.headers.get("content-disposition")]).toEqual([
      "application/x-ndjson; charset=utf-8",
      'attachment; filename="replydesk-log.jsonl"',
    ]);
    const written = (await answer.text())
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const { items } = await logOf(app.owner, query);
    expect(written.map(({ name: _, ...entry }) => entry)).toEqual(items);
    expect(written.map(({ name }) => name)).toEqual(["Ben", null, "=cmd|' /C calc'!A0"]);
    const [asked] = (await logOf(app.owner, { type: "log.exported" })).items;
    expect(asked?.data).toEqual({ format: "jsonl", filters: query });
  });

  test("is no program for a spreadsheet, whatever readers call themselves", async () => {
    const text = await (await exported(app.owner, { format: "csv", comment: here.id })).text();
    const rows: Record<string, string>[] = parse(text, { columns: true });
    expect(rows.map(({ type }) => type)).toEqual(["comment.rejected", "comment.held", "comment.posted"]);
    expect(rows[0]).toMatchObject({ reader: "'=cmd|' /C calc'!A0", name: "Ben", site: "demo" });
    expect(JSON.parse(rows[0]?.data ?? "")).toMatchObject({ reason: "insult" });
  });

  test("is whole past what is read at once", async () => {
    await app.db.query(
      `insert into events (type, site_id, actor) select 'site.updated', $1, 'system' from generate_series(1, 2500)`,
      [other.id],
    );
    const text = await (
      await exported(app.owner, { format: "csv", site: "other", type: "site.updated" })
    ).text();
    expect(parse(text)).toHaveLength(2_501);
  });
});

test("owners read what the last check of the log found", async () => {
  expect((await app.owner.get("/api/log/check")).body).toEqual({ check: null });
  await app.db.query(
    `insert into chain_checks (event_id, hash, events, broken_at, problem) values (9, sha256('x'), 7, 8, 'removed')`,
  );
  expect((await app.owner.get("/api/log/check")).body).toEqual({
    check: { checkedAt: expect.any(String), events: 7, broken: { eventId: "8", problem: "removed" } },
  });
});
