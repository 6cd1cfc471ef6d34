import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { LogEntry } from "../../server/audit/contract.ts";
import type { Batch } from "../../server/batches/contract.ts";
import type { PostedComment } from "../../server/comments/contract.ts";
import type { Decision } from "../../server/decisions/contract.ts";
import { newId } from "../../server/ids.ts";
import type { TimelineEntry } from "../../server/readers/contract.ts";
import { startApp, type TestApp } from "../support/app.ts";
import type { Refusal } from "../support/client.ts";
import {
  aHeldComment,
  aModerator,
  appealing,
  type Colleague,
  deciding,
  inHours,
  readerOf,
  reviewOf,
} from "../support/factories.ts";

let app: TestApp;
let ada: Colleague;
let ben: Colleague;
let comment: PostedComment;
let decisionId: string;
let readerId: string;
beforeAll(async () => {
  app = await startApp();
  ada = await aModerator(app, { name: "Ada" });
  ben = await aModerator(app, { name: "Ben" });
  comment = await aHeldComment(app);
  readerId = await readerOf(app, comment);
  const { body } = await ada.client.post<Decision>(`/api/comments/${comment.id}/decisions`, {
    action: "reject",
    version: 2,
    reason: "insult",
    reader: { action: "suspend", until: inHours(2) },
  });
  decisionId = body.id;
  await appealing(app, comment);
});
afterAll(() => app.close());

const logOf = async ({ client }: Colleague, query: Record<string, string>): Promise<LogEntry[]> =>
  (await client.get<{ items: LogEntry[] }>(`/api/log?${new URLSearchParams(query)}`)).body.items;
const timelineOf = async ({ client }: Colleague): Promise<TimelineEntry[]> =>
  (await client.get<{ items: TimelineEntry[] }>(`/api/readers/${readerId}/timeline`)).body.items;
const DECIDED = ["comment.rejected", "comment.held"];

describe("a contested decision", () => {
  test("is in no answer to a moderator who has yet to judge the appeal, and in all of them to who decided", async () => {
    const paths = [
      `/api/comments/${comment.id}`,
      `/api/comments/${comment.id}/history`,
      `/api/readers/${readerId}`,
      `/api/readers/${readerId}/timeline`,
      `/api/readers`,
      `/api/search?reader=${readerId}`,
      `/api/search/export?reader=${readerId}&format=jsonl`,
      `/api/log?comment=${comment.id}`,
      `/api/log?reader=${readerId}`,
      `/api/log/export?reader=${readerId}&format=csv`,
      `/api/queue?queue=appealed`,
    ];
    for (const path of paths) {
      const { status, text } = await ben.client.get(path);
      expect([path, status]).toEqual([path, 200]);
      expect([path, text]).not.toEqual([path, expect.stringMatching(/Ada|insult|attacks a person/)]);
    }
    expect((await ada.client.get(`/api/log?comment=${comment.id}`)).text).toContain("insult");
    expect((await ada.client.get(`/api/readers/${readerId}`)).text).toContain("attacks a person");
  });

  test("is not in the log's entries either, on the comment or on the reader", async () => {
    const types = (entries: LogEntry[]) => entries.map(({ type }) => type);
    expect(types(await logOf(ben, { comment: comment.id }))).toEqual(["appeal.made", "comment.posted"]);
    expect(types(await logOf(ada, { comment: comment.id }))).toEqual([
      "appeal.made",
      ...DECIDED,
      "comment.posted",
    ]);
    expect(types(await logOf(ben, { actor: `moderator/${ada.id}` }))).toEqual([]);
    expect((await timelineOf(ben)).map(({ kind }) => kind)).toEqual(["comment"]);
    expect((await timelineOf(ada)).map(({ kind }) => kind)).toEqual(["sanction", "comment"]);
  });

  test("is not in the site's events, which owners read", async () => {
    const { text } = await app.owner.get(`/api/sites/demo/events?comment=${comment.id}`);
    expect(text).toContain("appeal.made");
    expect(text).not.toContain(ada.id);
  });

  test("cannot be found by who decided it, nor told by trying to decide or undo it", async () => {
    const { body } = await ben.client.get<{ items: unknown[] }>(`/api/search?moderator=${ada.id}`);
    expect(body.items).toEqual([]);
    for (const version of [1, 3]) {
      const refused = await deciding<Refusal>(ben.client, comment.id, "approve", { version });
      expect([refused.status, refused.text]).toEqual([403, expect.not.stringContaining("Ada")]);
    }
    const undone = await ben.client.post(`/api/decisions/${decisionId}/undo`, { reason: "Look again." });
    expect(undone.status).toBe(403);
    expect((await reviewOf(app.owner, comment.id)).status).toBe("rejected");
  });

  test("is decided by no batch, whose items say why", async () => {
    const { status: is, version } = await reviewOf(ada.client, comment.id);
    expect(is).toBe("rejected");
    const comments = [{ id: comment.id, version }];
    const filter = { reader: readerId };
    for (const { client } of [ada, ben]) {
      const named = await client.post<{ appealed: number }>("/api/batches/preview", { comments });
      expect(named.body.appealed).toBe(1);
      const { body } = await client.post<Batch>("/api/batches", { action: "approve", comments });
      expect(body.outcomes).toEqual({ appealed: 1 });
      expect(body.left.items).toMatchObject([{ commentId: comment.id, outcome: "appealed", by: null }]);
    }
    const { body: seen } = await ben.client.post<{ count: number; until: string }>("/api/batches/preview", {
      filter,
    });
    const { body } = await ben.client.post<Batch>(
      "/api/batches",
      { action: "approve", filter, seen },
      { "idempotency-key": newId() },
    );
    expect(body.outcomes).toEqual({ appealed: 1 });
    expect((await reviewOf(app.owner, comment.id)).status).toBe("rejected");
  });

  test("is shown everywhere once it is judged", async () => {
    const { appeal } = await reviewOf(ben.client, comment.id);
    await ben.client.post(`/api/appeals/${appeal?.id}/judgements`, { verdict: "approve" });
    expect((await logOf(ben, { comment: comment.id })).map(({ type }) => type)).toEqual([
      "appeal.judged",
      "appeal.made",
      ...DECIDED,
      "comment.posted",
    ]);
    expect((await timelineOf(ben)).map(({ kind }) => kind)).toEqual(["sanction", "comment"]);
    expect((await ben.client.get(`/api/readers/${readerId}`)).text).toContain("attacks a person");
  });
});
