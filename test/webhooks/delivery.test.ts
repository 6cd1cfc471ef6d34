import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { Webhook } from "standardwebhooks";
import { claimDelivery } from "../../server/webhooks/claim-store.ts";
import { rotateSecret } from "../../server/webhooks/rotate-secret.ts";
import { findWebhook } from "../../server/webhooks/store.ts";
import { deliverWebhook } from "../../workers/deliver-webhook.ts";
import { relayBatch } from "../../workers/relay.ts";
import { sweepDeliveries } from "../../workers/sweep-deliveries.ts";
import { until } from "../support/until.ts";
import { type Newsroom, newsroom } from "./newsroom.ts";
import { type Received, type Receiver, startReceiver } from "./receiver.ts";

let room: Newsroom;
let endpoint: Receiver;
const allowed = () => ({ allowPrivate: true, add: room.add });

beforeEach(async () => {
  [room, endpoint] = await Promise.all([newsroom(), startReceiver()]);
});
afterEach(async () => {
  await Promise.all([room.close(), endpoint.close()]);
});

const verify = (secret: string, { body, headers }: Received) => new Webhook(secret).verify(body, headers);
const types = () => endpoint.received.map(({ json }) => json.type);

describe("what is sent", () => {
  test("an approved comment arrives signed, with its text, article and link", async () => {
    const webhook = await room.webhook(endpoint.url, ["comment.approved"]);
    const id = await room.post("Well said.");
    await room.decided(id, "approve");
    await room.work();

    expect(endpoint.received).toHaveLength(1);
    const [message] = endpoint.received as [Received];
    verify(webhook.secrets[0]!.secret, message);
    expect(message.headers["user-agent"]).toBe("Replydesk");
    expect(message.json).toMatchObject({
      type: "comment.approved",
      data: {
        site: "daily",
        article: { ownId: "bridge-7", url: "https://daily.example/bridge", title: "The bridge" },
        comment: {
          id,
          status: "approved",
          version: 2,
          author: "Ana",
          text: "Well said.",
          html: "<p>Well said.</p>",
          url: `https://daily.example/bridge#comment-${id}`,
        },
        actor: "rules",
        action: "approve",
        reason: "links",
      },
    });
    const [delivery] = await room.deliveries(webhook);
    expect(delivery).toMatchObject({ status: "delivered", attempts: 1, lastStatus: 200, lastError: null });
    expect(message.headers["webhook-id"]).toBe(delivery!.id);
  });

  test("what a reader wrote is not sent before it is public, nor after it was taken down", async () => {
    await room.webhook(endpoint.url, ["comment.posted", "comment.approved"]);
    const id = await room.post("Secret words.");
    await room.decided(id, "approve");
    await room.db.query("update comments set status = 'rejected' where id = $1", [id]);
    await room.work();
    expect(types()).toEqual(["comment.posted", "comment.approved"]);
    for (const { body } of endpoint.received) expect(body).not.toContain("Secret words");
    expect(endpoint.received[1]!.json.data.comment).toMatchObject({ text: null, html: null, author: null });
  });

  test("only the events that were chosen are sent, and none of another site", async () => {
    await room.webhook(endpoint.url, ["comment.held"]);
    await room.decided(await room.post(), "approve");
    await room.decided(await room.post(), "hold");
    await room.work();
    expect(types()).toEqual(["comment.held"]);
  });

  test("during a rotation both secrets verify, after a day only the new one", async () => {
    const { id, secrets } = await room.webhook(endpoint.url, ["comment.posted"]);
    const input = { siteId: room.site.id, id, actor: "system" };
    const fresh = (await rotateSecret(room.db, input)).secrets[0]!.secret;
    await room.post();
    await room.work();
    verify(secrets[0]!.secret, endpoint.received[0]!);
    verify(fresh, endpoint.received[0]!);
    expect(endpoint.received[0]!.headers["webhook-signature"]!.split(" ")).toHaveLength(2);

    const webhook = (await findWebhook(room.db, room.site.id, id))!;
    const ended = webhook.secrets.map((one) => ({
      ...one,
      until: one.until && new Date(Date.now() - 1_000).toISOString(),
    }));
    await room.db.query("update webhooks set secrets = $2 where id = $1", [id, JSON.stringify(ended)]);
    await room.post();
    await room.work();
    verify(fresh, endpoint.received[1]!);
    expect(() => verify(secrets[0]!.secret, endpoint.received[1]!)).toThrow();
  });
});

describe("order and repetition", () => {
  test("a comment's later events wait while the first one fails, then follow in order", async () => {
    const webhook = await room.webhook(endpoint.url);
    endpoint.answer(503);
    const id = await room.post();
    await room.decided(id, "hold");
    await room.work();
    expect(types()).toEqual(["comment.posted"]);
    const other = await room.post();
    await room.work();
    expect(endpoint.received.map(({ json }) => json.data.comment.id)).toEqual([id, other]);

    endpoint.answer(204);
    await room.later();
    expect(
      endpoint.received.filter(({ json }) => json.data.comment.id === id).map(({ json }) => json.type),
    ).toEqual(["comment.posted", "comment.posted", "comment.held"]);
    expect((await room.deliveries(webhook)).map(({ status }) => status)).toEqual([
      "delivered",
      "delivered",
      "delivered",
    ]);
  });

  test("an event still in the outbox keeps the comment's later ones waiting", async () => {
    const webhook = await room.webhook(endpoint.url);
    const id = await room.post();
    await room.decided(id, "approve");
    const { rows } = await room.db.query<{ event_id: string }>("delete from outbox returning event_id");
    const [posted, approved] = rows.map((row) => row.event_id).sort((a, b) => Number(a) - Number(b));
    await room.db.query("insert into outbox values ($1)", [approved]);
    await relayBatch(room.db, room.add);
    await room.db.query("insert into outbox values ($1)", [posted]);
    const [later] = await room.deliveries(webhook);
    await deliverWebhook(room.db, allowed(), later!.id);
    expect(types()).toEqual([]);
    await room.work();
    expect(types()).toEqual(["comment.posted", "comment.approved"]);
  });

  test("a retry keeps the message id, counts attempts and waits as the table says", async () => {
    const webhook = await room.webhook(endpoint.url, ["comment.posted"]);
    endpoint.answer(500);
    await room.post();
    await room.work();
    const [first] = await room.deliveries(webhook);
    expect(first).toMatchObject({
      status: "pending",
      attempts: 1,
      lastStatus: 500,
      lastError: "It answered 500.",
    });
    const wait = first!.nextAttemptAt!.getTime() - Date.now();
    expect(wait).toBeGreaterThan(3_000);
    expect(wait).toBeLessThan(6_000);
    await sweepDeliveries(room.db, room.add);
    expect(room.jobs).toEqual([]);
    await room.later();
    expect(new Set(endpoint.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(endpoint.received).toHaveLength(2);
  });

  test("after the last attempt it is listed as failed, and the next event goes on", async () => {
    const webhook = await room.webhook(endpoint.url);
    endpoint.answer(500);
    const id = await room.post();
    await room.work();
    await room.db.query("update deliveries set attempts = 10");
    await room.decided(id, "hold");
    await room.later();
    const [posted, held] = await room.deliveries(webhook);
    expect(posted).toMatchObject({
      status: "failed",
      attempts: 11,
      nextAttemptAt: null,
      lastError: "It answered 500.",
    });
    expect(held).toMatchObject({ status: "pending", attempts: 1 });
    expect(types()).toEqual(["comment.posted", "comment.posted", "comment.held"]);
  });

  test("a delivery whose worker died is sent again when the lease is over, not before", async () => {
    const webhook = await room.webhook(endpoint.url, ["comment.posted"]);
    await room.post();
    await relayBatch(room.db, room.add);
    const { id } = (await room.deliveries(webhook))[0]!;
    expect(await claimDelivery(room.db, id, [])).toMatchObject({ id, attempts: 1 });
    await room.work();
    expect(endpoint.received).toHaveLength(0);
    const { rows } = await room.db.query(
      "select extract(epoch from next_attempt_at - now())::int as lease from deliveries",
    );
    expect(rows[0].lease).toBeGreaterThan(50);
    expect(rows[0].lease).toBeLessThanOrEqual(60);
    await room.later();
    expect(endpoint.received).toHaveLength(1);
    expect((await room.deliveries(webhook))[0]).toMatchObject({ status: "delivered", attempts: 2 });
  });

  test("twenty workers with the same job send one message", async () => {
    const webhook = await room.webhook(endpoint.url, ["comment.posted"]);
    await room.post();
    await relayBatch(room.db, room.add);
    const { id } = (await room.deliveries(webhook))[0]!;
    await Promise.all(Array.from({ length: 20 }, () => deliverWebhook(room.db, allowed(), id)));
    expect(endpoint.received).toHaveLength(1);
  });

  test("a delivery that nobody got round to for two days is given up, in words", async () => {
    const webhook = await room.webhook(endpoint.url, ["comment.posted"]);
    await room.post();
    await relayBatch(room.db, room.add);
    await room.db.query("update deliveries set next_attempt_at = now() - interval '49 hours'");
    await sweepDeliveries(room.db, room.add);
    expect((await room.deliveries(webhook))[0]).toMatchObject({ status: "failed", attempts: 0 });
  });
});

describe("an endpoint that is no good", () => {
  test("one that answers 410 is switched off, and what waited is listed as failed", async () => {
    const webhook = await room.webhook(endpoint.url);
    endpoint.answer(410);
    await room.decided(await room.post(), "hold");
    await room.work();
    expect(endpoint.received).toHaveLength(1);
    expect((await findWebhook(room.db, room.site.id, webhook.id))!.enabled).toBe(false);
    for (const delivery of await room.deliveries(webhook)) {
      expect(delivery).toMatchObject({ status: "failed", lastError: expect.stringContaining("410") });
    }
    const { rows } = await room.db.query("select actor, data from events where type = 'webhook.updated'");
    expect(rows).toEqual([
      { actor: "system", data: expect.objectContaining({ webhookId: webhook.id, enabled: false }) },
    ]);
  });

  test("several that hear 410 at the same moment switch it off together, and none fails over another", async () => {
    const webhook = await room.webhook(endpoint.url, ["comment.posted"]);
    for (let i = 0; i < 6; i++) await room.post();
    while ((await relayBatch(room.db, room.add)) > 0);
    endpoint.answer("nothing");
    const ids = (await room.deliveries(webhook)).map(({ id }) => id);
    const all = Promise.all(ids.map((id) => deliverWebhook(room.db, allowed(), id)));
    await until("all are there", () => endpoint.received.length === 6);
    endpoint.release(410);
    await all;
    for (const delivery of await room.deliveries(webhook))
      expect(delivery).toMatchObject({ status: "failed", lastError: expect.stringContaining("410") });
    const { rowCount } = await room.db.query("select from events where type = 'webhook.updated'");
    expect(rowCount).toBe(1);
  });

  test("one that cuts the connection is said to have done so", async () => {
    const webhook = await room.webhook(endpoint.url, ["comment.posted"]);
    endpoint.answer("cut");
    await room.post();
    await room.work();
    expect((await room.deliveries(webhook))[0]).toMatchObject({
      status: "pending",
      lastStatus: null,
      lastError: "The connection was cut before an answer came.",
    });
  });

  test("one that was switched off between event and delivery gets nothing", async () => {
    const webhook = await room.webhook(endpoint.url, ["comment.posted"]);
    await room.post();
    await relayBatch(room.db, room.add);
    await room.db.query("update webhooks set enabled = false");
    await room.work();
    expect(endpoint.received).toHaveLength(0);
    expect((await room.deliveries(webhook))[0]).toMatchObject({
      status: "failed",
      lastError: "The webhook is switched off.",
    });
  });

  test("one that hangs gets two deliveries at once and keeps no others from theirs", async () => {
    const webhook = await room.webhook(endpoint.url, ["comment.posted"]);
    endpoint.answer(500);
    await room.post();
    await room.work();
    endpoint.answer("nothing");
    for (let i = 0; i < 5; i++) await room.post();
    while ((await relayBatch(room.db, room.add)) > 0);
    const ids = (await room.deliveries(webhook)).map(({ id }) => id);
    const hanging = ids.slice(1, 3).map((id) => deliverWebhook(room.db, allowed(), id));
    await until("both hang", () => endpoint.received.length === 3);
    await Promise.all(ids.slice(3).map((id) => deliverWebhook(room.db, allowed(), id)));
    expect(endpoint.received).toHaveLength(3);
    await endpoint.close();
    await Promise.all(hanging);
    endpoint = await startReceiver();
  });
});
