import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import type { OwnComment } from "../../server/comments/contract.ts";
import type { Site } from "../../server/sites/contract.ts";
import type { SiteSettings } from "../../server/sites/settings.ts";
import { startApp, type TestApp } from "../support/app.ts";
import {
  aComment,
  anApprovedComment,
  bearer,
  type CommentWishes,
  decided,
  posting,
  reviewOf,
  rude,
} from "../support/factories.ts";
import { plainScorer, silentScorer } from "../support/scorers.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const DEFAULTS: Partial<SiteSettings> = {
  moderation: "post",
  bannedWords: [],
  bannedWordsAction: "hold",
  maxLinks: 2,
  holdNewReaders: 0,
  whenUnscored: "hold",
  maxLength: 5_000,
  editWindowSeconds: 300,
};
afterEach(() => app.settings({ ...DEFAULTS, holdAt: { TOXICITY: 0.8, INSULT: 0.8 } }));

/** What the rules make of a comment, and which of them did. */
async function verdict(
  wishes: CommentWishes = {},
): Promise<{ status: string; rules: string[]; id: string; token: string; marked: string[] }> {
  const { id, token, status, text } = await aComment(app, wishes);
  const { why } = await reviewOf(app.owner, id);
  const marked = why.flatMap(({ conditions }) =>
    conditions.flatMap(({ marks = [] }) => marks.map(({ start, end }) => text.slice(start, end))),
  );
  return { id, token, status, rules: why.map(({ rule }) => rule), marked };
}

describe("pre-moderation", () => {
  test("holds every comment of a site that asks for it", async () => {
    await app.settings({ moderation: "pre" });
    expect(await verdict()).toMatchObject({ status: "held", rules: ["pre-moderation"] });
    await app.settings({ moderation: "post" });
    expect(await verdict()).toMatchObject({ status: "approved", rules: [] });
  });

  test("is an article's own choice where it has made one", async () => {
    const article = { url: "https://news.example/election" };
    await anApprovedComment(app, { article });
    const { body } = await app.owner.get<{ items: { id: string; url: string }[] }>(
      "/api/sites/demo/articles",
    );
    const path = `/api/sites/demo/articles/${body.items.find(({ url }) => url === article.url)?.id}`;
    await app.owner.patch(path, { moderation: "pre" });
    expect((await verdict({ article })).status).toBe("held");
    expect((await verdict()).status).toBe("approved");
    await app.owner.patch(path, { moderation: "post" });
    await app.settings({ moderation: "pre" });
    expect((await verdict({ article })).status).toBe("approved");
    await app.owner.patch(path, { moderation: null });
    expect((await verdict({ article })).status).toBe("held");
  });
});

describe("thresholds", () => {
  test("hold from where the owner set them", async () => {
    expect(await verdict({ text: rude() })).toMatchObject({
      status: "held",
      rules: ["score-toxicity", "score-insult"],
      marked: ["idiot"],
    });
    await app.settings({ holdAt: { TOXICITY: 0.96, INSULT: null } });
    expect(await verdict({ text: rude() })).toMatchObject({ status: "approved", rules: [] });
    await app.settings({ holdAt: { TOXICITY: 0.95, INSULT: null } });
    expect(await verdict({ text: rude() })).toMatchObject({ status: "held", rules: ["score-toxicity"] });
  });
});

describe("banned words", () => {
  test("hold, also disguised, and are marked", async () => {
    await app.settings({ bannedWords: ["numpty", "fake news"] });
    for (const [text, marked] of [
      ["You numpty", "numpty"],
      ["You num\u0440ty", "num\u0440ty"],
      ["You n.u.m.p.t.y", "n.u.m.p.t.y"],
      ["All FAKE  NEWS here", "FAKE  NEWS"],
    ] as const) {
      expect(await verdict({ text })).toMatchObject({
        status: "held",
        rules: ["banned-words"],
        marked: [marked],
      });
    }
    expect((await verdict({ text: "Numptyish news, no fakes" })).status).toBe("approved");
  });

  test("reject where the owner says so, and the author is told why", async () => {
    await app.settings({ bannedWords: ["numpty"], bannedWordsAction: "reject" });
    const comment = await verdict({ text: "You numpty" });
    expect(comment).toMatchObject({ status: "rejected", rules: ["banned-words"] });
    const own = await app.reader.get<OwnComment>(`/api/sites/demo/comments/${comment.id}`, bearer(comment));
    expect(own.body.reason).toBe("It uses a word that this site does not allow.");
  });

  test("reject even what another rule would hold, and both rules are named", async () => {
    await app.settings({ bannedWords: ["numpty"], bannedWordsAction: "reject", moderation: "pre" });
    expect(await verdict({ text: "You numpty and idiot" })).toMatchObject({
      status: "rejected",
      rules: ["score-toxicity", "score-insult", "banned-words", "pre-moderation"],
    });
  });

  test("count from the moment the owner saves them", async () => {
    expect((await verdict({ text: "A cromulent word" })).status).toBe("approved");
    await app.owner.patch("/api/sites/demo", { settings: { bannedWords: ["cromulent"] } });
    expect((await verdict({ text: "A cromulent word" })).status).toBe("held");
  });
});

describe("links", () => {
  test("more than the site takes hold a comment, bare domains count", async () => {
    expect((await verdict({ text: "https://a.example and www.b.com" })).status).toBe("approved");
    expect(await verdict({ text: "https://a.example and www.b.com and c.com/x" })).toMatchObject({
      status: "held",
      rules: ["links"],
      marked: ["https://a.example", "www.b.com", "c.com/x"],
    });
    await app.settings({ maxLinks: 0 });
    expect((await verdict({ text: "see b.com" })).status).toBe("held");
    await app.settings({ maxLinks: null });
    expect((await verdict({ text: "a.com b.com c.com d.com" })).status).toBe("approved");
  });
});

describe("new readers", () => {
  test("are held until as many of their comments were approved as the owner asks", async () => {
    await app.settings({ holdNewReaders: 2 });
    const first = await verdict();
    expect(first).toMatchObject({ status: "held", rules: ["new-reader"] });
    await decided(app.owner, first.id, "approve");
    const second = await verdict({ as: first });
    expect(second.status).toBe("held");
    await decided(app.owner, second.id, "approve");
    const third = await verdict({ as: first });
    expect(third.status).toBe("approved");
    expect((await verdict()).status).toBe("held");
    await decided(app.owner, third.id, "reject");
    await decided(app.owner, second.id, "reject");
    expect((await verdict({ as: first })).status).toBe("held");
  });
});

describe("when no scorer answers", () => {
  beforeAll(async () => {
    await app.stopWorkers();
    await app.startWorkers([silentScorer()]);
  });
  afterAll(async () => {
    await app.stopWorkers();
    await app.startWorkers([plainScorer()]);
  });

  test("a comment is held, and the desk says that nothing scored it", async () => {
    const { id, status, rules } = await verdict();
    expect([status, rules]).toEqual(["held", ["unscored"]]);
    expect(await reviewOf(app.owner, id)).toMatchObject({
      unscored: true,
      scores: {},
      scorers: [{ scorer: "silent", unavailable: "It is away.", scores: null }],
    });
  });

  test("a comment is published where the owner chose that, still shown as unscored, and other rules go on", async () => {
    await app.settings({ whenUnscored: "publish", bannedWords: ["numpty"] });
    const { id, status } = await verdict();
    expect(status).toBe("approved");
    expect((await reviewOf(app.owner, id)).unscored).toBe(true);
    expect((await verdict({ text: "You numpty" })).status).toBe("held");
  });

  test("only new readers are held where the owner chose that", async () => {
    await app.settings({ whenUnscored: "hold-new-readers" });
    const first = await verdict();
    expect(first).toMatchObject({ status: "held", rules: ["unscored"] });
    await decided(app.owner, first.id, "approve");
    expect((await verdict({ as: first })).status).toBe("approved");
  });
});

describe("an owner's settings", () => {
  test("keep what a change leaves out, one level down too", async () => {
    await app.owner.patch("/api/sites/demo", { settings: { holdAt: { THREAT: 0.4 } } });
    const { body } = await app.owner.patch<Site>("/api/sites/demo", {
      settings: { holdAt: { PROFANITY: 0.7 }, maxLinks: 5 },
    });
    expect(body.settings).toMatchObject({
      holdAt: { THREAT: 0.4, PROFANITY: 0.7, TOXICITY: 0.8 },
      maxLinks: 5,
      editWindowSeconds: 300,
    });
  });

  test("out of bounds are refused and change nothing", async () => {
    const before = (await app.owner.get<Site>("/api/sites/demo")).body;
    for (const settings of [
      { maxLinks: -1 },
      { holdAt: { TOXICITY: 2 } },
      { moderation: "never" },
      { maxLength: 6_000 },
      { rejectReasons: [] },
      { holdAt: null },
      { unheardOf: 1 },
    ]) {
      expect([settings, (await app.owner.patch("/api/sites/demo", { settings })).status]).toEqual([
        settings,
        400,
      ]);
    }
    expect((await app.owner.get<Site>("/api/sites/demo")).body).toEqual(before);
  });

  test("give readers a shorter text and a shorter time for edits", async () => {
    await app.settings({ maxLength: 20, editWindowSeconds: 0 });
    expect((await posting(app, { text: "x".repeat(21) })).status).toBe(422);
    const comment = await aComment(app, { text: `  ${"x".repeat(20)}  ` });
    expect(comment.text).toHaveLength(20);
    await app.settings({ editWindowSeconds: 300 });
    const long = await app.reader.patch(
      `/api/sites/demo/comments/${comment.id}`,
      { text: "y".repeat(21) },
      bearer(comment),
    );
    expect(long.status).toBe(422);
    await app.settings({ editWindowSeconds: 0 });
    expect(
      (await app.reader.patch(`/api/sites/demo/comments/${comment.id}`, { text: "Hm" }, bearer(comment)))
        .status,
    ).toBe(409);
  });

  test("of a slug that is taken are refused", async () => {
    expect((await app.owner.post("/api/sites", { slug: "demo", name: "Again" })).status).toBe(409);
  });
});
