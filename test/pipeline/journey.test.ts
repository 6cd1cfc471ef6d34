import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { OwnComment } from "../../server/comments/contract.ts";
import { localScorer } from "../../server/scoring/local/local.ts";
import { startApp, type TestApp } from "../support/app.ts";
import {
  ARTICLE,
  aComment,
  aHeldComment,
  bearer,
  decided,
  queueOf,
  reviewOf,
  threadOf,
} from "../support/factories.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ scorers: [localScorer()] });
});
afterAll(() => app.close());

const ABUSE = "You are a complete idiot, shut up.";

test("a harmless comment is in the thread as soon as it is decided", async () => {
  const comment = await aComment(app, {
    text: "Thank you, I had not known about the new bus line.",
    name: "Bea",
  });
  expect(comment.status).toBe("approved");
  expect((await threadOf(app)).items).toContainEqual(
    expect.objectContaining({
      id: comment.id,
      reader: { name: "Bea" },
      html: "<p>Thank you, I had not known about the new bus line.</p>",
    }),
  );
});

test("an abusive comment waits in the queue, with the rule, the score and the words that put it there", async () => {
  const comment = await aHeldComment(app, { text: ABUSE, name: "Carl" });
  const { items, counts } = await queueOf(app.owner);
  expect(counts.held).toBe(items.length);
  const item = items.find(({ id }) => id === comment.id);
  expect(item).toMatchObject({
    status: "held",
    text: ABUSE,
    site: { slug: "demo" },
    article: { url: ARTICLE.url, title: ARTICLE.title },
    reader: { name: "Carl", kind: "guest", approved: 0 },
    unscored: false,
    scorers: [expect.objectContaining({ scorer: "local", unavailable: null })],
    decision: { action: "hold", actor: { kind: "rules" } },
  });
  const why = item?.why.find(({ rule }) => rule === "score-toxicity");
  expect(why).toMatchObject({
    name: "Hold toxic comments",
    action: "hold",
    conditions: [{ fact: "TOXICITY", op: ">=", value: 0.8, met: true }],
  });
  const marks = why?.conditions[0]?.marks ?? [];
  expect(marks.map(({ start, end }) => ABUSE.slice(start, end)).join(" ")).toContain("idiot");
  expect(item?.scores.TOXICITY).toBeGreaterThanOrEqual(0.8);
  expect((await threadOf(app)).items.map(({ id }) => id)).not.toContain(comment.id);
});

test("a held comment that a moderator approves appears under its article and leaves the queue", async () => {
  const comment = await aHeldComment(app, { text: ABUSE });
  await decided(app.owner, comment.id, "approve");
  expect((await threadOf(app)).items.map(({ id }) => id)).toContain(comment.id);
  expect((await queueOf(app.owner)).items.map(({ id }) => id)).not.toContain(comment.id);
  expect(await reviewOf(app.owner, comment.id)).toMatchObject({
    status: "approved",
    queuedAt: null,
    decision: { actor: { kind: "moderator", name: "Owner" } },
  });
});

test("the author of a rejected comment is told why, in the site's words, and nobody else sees it", async () => {
  const comment = await aHeldComment(app, { text: ABUSE });
  const path = `/api/sites/demo/comments/${comment.id}`;
  await decided(app.owner, comment.id, "reject", { reason: "insult", note: "third time this week" });
  const own = await app.reader.get<OwnComment>(path, bearer(comment));
  expect(own.body).toMatchObject({
    status: "rejected",
    reason: "It attacks a person rather than what they said.",
  });
  expect(own.text).not.toContain("third time");
  const other = await aComment(app);
  expect((await app.reader.get(path)).status).toBe(404);
  expect((await app.reader.get(path, bearer(other))).status).toBe(404);
  expect(
    (await app.reader.get(path, { authorization: `Bearer ${comment.token.slice(0, -1)}!` })).status,
  ).toBe(404);
});

test("the author is told a moderator's own words when the reason is not one of the site's", async () => {
  const comment = await aHeldComment(app, { text: ABUSE });
  await decided(app.owner, comment.id, "reject", { reason: "Please leave the mayor's family out of it." });
  const own = await app.reader.get<OwnComment>(`/api/sites/demo/comments/${comment.id}`, bearer(comment));
  expect(own.body.reason).toBe("Please leave the mayor's family out of it.");
});
