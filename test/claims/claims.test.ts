import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { claimComment } from "../../server/claims/claim.ts";
import { type Claim, LEASE_SECONDS } from "../../server/claims/contract.ts";
import { expireClaims } from "../../server/claims/release.ts";
import type { Decision } from "../../server/decisions/contract.ts";
import type { Review } from "../../server/reviews/contract.ts";
import { startApp, type TestApp } from "../support/app.ts";
import type { Client } from "../support/client.ts";
import {
  aHeldComment,
  aModerator,
  aSite,
  bearer,
  type Colleague,
  decided,
  deciding,
  queueOf,
  reviewOf,
  whoIs,
} from "../support/factories.ts";
import { openSocket } from "../support/sockets.ts";

let app: TestApp;
let ada: Colleague;
let ben: Colleague;
beforeAll(async () => {
  app = await startApp();
  ada = await aModerator(app, { name: "Ada" });
  ben = await aModerator(app, { name: "Ben" });
});
afterEach(async () => {
  for (const { id } of (await queueOf(app.owner, { limit: "200" })).items)
    await deciding(app.owner, id, "approve", { takeOver: true });
});
afterAll(() => app.close());

const next = async ({ client }: { client: Client }, body: object = {}) => {
  const answer = await client.post<{ item: Review | null }>("/api/queue/claims", body);
  expect(answer.status).toBe(200);
  return answer.body.item;
};
const claiming = <T = Claim>({ client }: Colleague, id: string, body?: object) =>
  client.post<T>(`/api/comments/${id}/claim`, body);
const releasing = ({ client }: Colleague, id: string) => client.delete(`/api/comments/${id}/claim`);
const later = (seconds: number) => new Date(Date.now() + seconds * 1_000);

/** What the log says of a comment, oldest first. */
async function log(id: string): Promise<string[]> {
  const { rows } = await app.db.query<{ type: string }>(
    `select type from events where comment_id = $1 order by id`,
    [id],
  );
  return rows.map(({ type }) => type);
}
const claimLog = async (id: string) => (await log(id)).filter((type) => type.startsWith("claim."));

describe("the next comment", () => {
  test("is never the same for two who ask at the same moment, a hundred times over", async () => {
    const [one, two] = [await aHeldComment(app), await aHeldComment(app)];
    for (let i = 0; i < 100; i += 1) {
      const both = await Promise.all([next(ada), next(ben)]);
      expect(both.map((item) => item?.id).sort()).toEqual([one.id, two.id].sort());
      expect(both.map((item) => item?.claim?.moderator.name)).toEqual(["Ada", "Ben"]);
      await Promise.all([releasing(ada, both[0]?.id as string), releasing(ben, both[1]?.id as string)]);
    }
  }, 60_000);

  test("goes to one of two when there is one, and the other is told that there is none, a hundred times over", async () => {
    const { id } = await aHeldComment(app);
    for (let i = 0; i < 100; i += 1) {
      const both = await Promise.all([next(ada), next(ben)]);
      expect(both.filter((item) => item !== null).map((item) => item.id)).toEqual([id]);
      await releasing(both[0] ? ada : ben, id);
    }
  }, 60_000);

  test("is different for twenty people who ask at once", async () => {
    const waiting = await Promise.all(Array.from({ length: 20 }, () => aHeldComment(app)));
    const people = await Promise.all(Array.from({ length: 20 }, () => aModerator(app)));
    const given = await Promise.all(people.map((person) => next(person)));
    expect(new Set(given.map((item) => item?.id))).toEqual(new Set(waiting.map(({ id }) => id)));
    expect(await next(ada)).toBeNull();
  });

  test("follows the order asked for, on the site asked for", async () => {
    const [oldest, newest] = [await aHeldComment(app), await aHeldComment(app)];
    expect((await next(ada, { sort: "newest" }))?.id).toBe(newest.id);
    const site = await aSite(app);
    const both = await aModerator(app, { sites: [app.site, site] });
    expect(await next(both, { site: site.slug })).toBeNull();
    expect((await next(both, { sort: "score" }))?.id).toBe(oldest.id);
    expect((await ada.client.post("/api/queue/claims", { site: site.slug })).status).toBe(404);
  });

  test("is never one that the moderator has written", async () => {
    const { id } = await aHeldComment(app);
    await app.db.query(
      `update readers set email = $1 where id = (select reader_id from comments where id = $2)`,
      [`${ada.id}@Example.com`, id],
    );
    expect(await next(ada)).toBeNull();
    expect((await next(ben))?.id).toBe(id);
  });
});

describe("a claim", () => {
  test("is one a comment, whatever the application does", async () => {
    const { id } = await aHeldComment(app);
    await claiming(ada, id);
    const second = app.db.query(
      `insert into claims select comment_id, site_id, $2, claimed_at, expires_at from claims where comment_id = $1`,
      [id, ben.id],
    );
    await expect(second).rejects.toMatchObject({ code: "23505" });
  });

  test("is shown in the queue and on the comment, and refused to another with its holder's name", async () => {
    const { id } = await aHeldComment(app);
    const { body: claim } = await claiming(ada, id);
    expect(claim).toMatchObject({ commentId: id, moderator: { id: ada.id, name: "Ada" } });
    expect((await queueOf(ben.client)).items.map((item) => item.claim)).toEqual([claim]);
    expect((await reviewOf(ben.client, id)).claim).toEqual(claim);
    const refused = await claiming<{ code: string; detail: string; claim: Claim }>(ben, id);
    expect([refused.status, refused.body.code, refused.body.claim]).toEqual([409, "claimed", claim]);
    expect(refused.body.detail).toContain("Ada is on this comment");
  });

  test("is renewed by its holder without another line in the log, and ends two minutes after the last time", async () => {
    const { id } = await aHeldComment(app);
    const at = new Date();
    const then = (seconds: number) => new Date(at.getTime() + seconds * 1_000);
    const first = await claimComment(app.db, await whoIs(app, ada.client), { commentId: id }, at);
    const renewed = await claimComment(app.db, await whoIs(app, ada.client), { commentId: id }, then(90));
    expect(renewed).toEqual({ ...first, expiresAt: then(90 + LEASE_SECONDS).toISOString() });
    const take = async (seconds: number) =>
      claimComment(app.db, await whoIs(app, ben.client), { commentId: id }, then(seconds));
    await expect(take(90 + LEASE_SECONDS - 1)).rejects.toMatchObject({ code: "claimed" });
    expect(await claimLog(id)).toEqual(["claim.made"]);
    expect(await take(90 + LEASE_SECONDS)).toMatchObject({ moderator: { name: "Ben" } });
    expect(await claimLog(id)).toEqual(["claim.made", "claim.expired", "claim.made"]);
  });

  test("that nobody renews is swept away, told once in the log and to every desk", async () => {
    const { id } = await aHeldComment(app);
    await claiming(ada, id);
    const desk = await openSocket(app.address, "/desk", { cookie: ben.client.headers.cookie });
    expect(await expireClaims(app.db, later(LEASE_SECONDS - 5))).toBe(0);
    const swept = await Promise.all([1, 2, 3].map(() => expireClaims(app.db, later(LEASE_SECONDS + 1))));
    expect(swept.sort()).toEqual([0, 0, 1]);
    expect(await desk.heard("claim.expired", id)).toMatchObject({ claim: null });
    desk.close();
    expect(await claimLog(id)).toEqual(["claim.made", "claim.expired"]);
    expect((await reviewOf(ben.client, id)).claim).toBeNull();
  });

  test("is told to the other desks at once with who made it, and so is its end; readers hear nothing", async () => {
    const comment = await aHeldComment(app);
    const desk = await openSocket(app.address, "/desk", { cookie: ben.client.headers.cookie });
    const reader = await openSocket(app.address, "/readers", {
      auth: { site: "demo", article: "https://news.example/bridge", token: comment.token },
    });
    const { body: claim } = await claiming(ada, comment.id);
    expect(await desk.heard("claim.made", comment.id)).toMatchObject({ siteId: app.site.id, claim });
    expect((await releasing(ada, comment.id)).status).toBe(204);
    expect(await desk.heard("claim.released", comment.id)).toMatchObject({ claim: null });
    await decided(ada.client, comment.id, "approve");
    await reader.heard("comment.approved", comment.id);
    expect(reader.events.filter(({ type }) => type.startsWith("claim."))).toEqual([]);
    desk.close();
    reader.close();
  });

  test("can be taken over, which the log tells", async () => {
    const { id } = await aHeldComment(app);
    await claiming(ada, id);
    expect((await claiming(ben, id, { takeOver: true })).body.moderator.name).toBe("Ben");
    const { rows } = await app.db.query(
      `select data from events where comment_id = $1 and type = 'claim.made' order by id desc limit 1`,
      [id],
    );
    expect(rows[0]?.data).toEqual({ moderatorId: ben.id, takenFrom: ada.id });
    expect((await claiming(ada, id)).status).toBe(409);
  });

  test("is let go of only by its holder, and letting go twice is no error", async () => {
    const { id } = await aHeldComment(app);
    await claiming(ada, id);
    expect((await releasing(ben, id)).status).toBe(204);
    expect((await reviewOf(ben.client, id)).claim?.moderator.name).toBe("Ada");
    expect([(await releasing(ada, id)).status, (await releasing(ada, id)).status]).toEqual([204, 204]);
    expect(await claimLog(id)).toEqual(["claim.made", "claim.released"]);
  });

  test("needs a comment that one moderates and that its author has not withdrawn", async () => {
    const site = await aSite(app);
    const elsewhere = await aModerator(app, { sites: [site] });
    const comment = await aHeldComment(app);
    expect((await claiming(elsewhere, comment.id)).status).toBe(404);
    await app.reader.delete(`/api/sites/demo/comments/${comment.id}`, undefined, bearer(comment));
    expect((await claiming(ada, comment.id)).status).toBe(409);
  });

  test("is refused to who has twenty already", async () => {
    const greedy = await aModerator(app);
    const ids: string[] = [];
    for (let i = 0; i < 21; i += 1) ids.push((await aHeldComment(app)).id);
    const statuses = [];
    for (const id of ids) statuses.push((await claiming(greedy, id)).status);
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 200), 409]);
    await releasing(greedy, ids[0] as string);
    expect((await claiming(greedy, ids[20] as string)).status).toBe(200);
  }, 40_000);
});

describe("deciding", () => {
  test("ends the claim, in whose hands it is", async () => {
    const { id } = await aHeldComment(app);
    await claiming(ada, id);
    const { id: decision } = await decided(ada.client, id, "approve");
    expect((await reviewOf(ben.client, id)).claim).toBeNull();
    await ada.client.post(`/api/decisions/${decision}/undo`);
    expect((await claiming(ben, id)).status).toBe(200);
  });

  test("what another is on is refused with their name and changes nothing, unless one takes it over", async () => {
    const { id } = await aHeldComment(app);
    const { body: claim } = await claiming(ada, id);
    const refused = await deciding<{ code: string; detail: string; claim: Claim }>(ben.client, id, "reject");
    expect([refused.status, refused.body.code, refused.body.claim]).toEqual([409, "claimed", claim]);
    expect(refused.body.detail).toBe("Ada is on this comment. Leave it to them, or take it over.");
    expect(await reviewOf(ben.client, id)).toMatchObject({ status: "held", version: 2, claim });
    expect((await deciding(ben.client, id, "reject", { takeOver: true })).status).toBe(201);
    const late = await deciding(ada.client, id, "approve", { version: 2 });
    expect([late.status, late.body]).toMatchObject([409, { current: { who: "Ben", what: "rejected" } }]);
  });

  test("a stale version is refused for that, not for the claim", async () => {
    const { id } = await aHeldComment(app);
    await claiming(ada, id);
    expect((await deciding(ben.client, id, "reject", { version: 1 })).body).toMatchObject({
      code: "conflict",
    });
  });

  test("a claim past its time stands in nobody's way", async () => {
    const { id } = await aHeldComment(app);
    await claimComment(app.db, await whoIs(app, ada.client), { commentId: id }, later(-LEASE_SECONDS));
    expect((await deciding<Decision>(ben.client, id, "approve")).status).toBe(201);
  });

  test("an author's edit leaves the claim where it is", async () => {
    const comment = await aHeldComment(app);
    await claiming(ada, comment.id);
    const path = `/api/sites/demo/comments/${comment.id}`;
    await app.reader.patch(path, { text: "You are an idiot still." }, bearer(comment));
    await app.drain();
    expect(await reviewOf(ben.client, comment.id)).toMatchObject({
      status: "held",
      version: 4,
      claim: { moderator: { name: "Ada" } },
    });
  });
});
