import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { AppError } from "../../server/errors.ts";
import { DELAYS, retryDelay } from "../../server/webhooks/backoff.ts";
import { createWebhook } from "../../server/webhooks/create.ts";
import { deleteWebhook } from "../../server/webhooks/delete.ts";
import { findDeliveries } from "../../server/webhooks/delivery-store.ts";
import { resendDelivery } from "../../server/webhooks/resend.ts";
import { rotateSecret } from "../../server/webhooks/rotate-secret.ts";
import { activeSecrets, newSecret, rotated } from "../../server/webhooks/secrets.ts";
import { findWebhooks } from "../../server/webhooks/store.ts";
import { updateWebhook } from "../../server/webhooks/update.ts";
import { webhookView } from "../../server/webhooks/view.ts";
import { type Newsroom, newsroom } from "./newsroom.ts";
import { type Receiver, startReceiver } from "./receiver.ts";

let room: Newsroom;
let endpoint: Receiver;
beforeAll(async () => {
  [room, endpoint] = await Promise.all([newsroom(), startReceiver()]);
});
afterAll(() => Promise.all([room.close(), endpoint.close()]));

const refusal = (work: Promise<unknown>): Promise<AppError> =>
  work.then(
    () => {
      throw new Error("It was not refused.");
    },
    (error) => {
      expect(error).toBeInstanceOf(AppError);
      return error;
    },
  );
const of = (id: string) => ({ siteId: room.site.id, id, actor: "system" });

test.each([
  "http://127.0.0.1/hook",
  "http://localhost/hook",
  "http://[::1]/",
  "http://169.254.169.254/latest",
  "https://10.0.0.7/x",
])("a webhook to %s is refused with a way out", async (url) => {
  const error = await refusal(
    createWebhook(room.db, {
      siteId: room.site.id,
      url,
      events: ["comment.posted"],
      actor: "system",
      allowPrivate: false,
    }),
  );
  expect(error.code).toBe("unprocessable");
  expect(error.message).toContain("WEBHOOKS_ALLOW_PRIVATE=1");
});

test("an address with a password is refused even where private ones are allowed", async () => {
  const error = await refusal(room.webhook("https://me:secret@hooks.example/x"));
  expect(error.message).toContain("password");
  expect(error.message).not.toContain("secret@");
});

test("a change to a private address is refused and changes nothing", async () => {
  const { id, url } = await room.webhook("https://93.184.216.34/hook");
  const error = await refusal(
    updateWebhook(room.db, { ...of(id), url: "http://192.168.0.1/", enabled: false, allowPrivate: false }),
  );
  expect(error.code).toBe("unprocessable");
  const [found] = (await findWebhooks(room.db, { siteId: room.site.id, limit: 50 })).filter(
    (one) => one.id === id,
  );
  expect(found).toMatchObject({ url, enabled: true });
});

test("a failed delivery is listed with its reason, and arrives when it is sent again", async () => {
  const webhook = await room.webhook(endpoint.url, ["comment.posted"]);
  endpoint.answer(500);
  await room.post();
  await room.work();
  await room.db.query("update deliveries set attempts = 10 where webhook_id = $1", [webhook.id]);
  await room.later();
  const failed = await findDeliveries(room.db, { webhookId: webhook.id, status: "failed", limit: 10 });
  expect(failed).toMatchObject([
    { event: "comment.posted", status: "failed", lastStatus: 500, lastError: "It answered 500." },
  ]);

  endpoint.answer(200);
  const again = await resendDelivery(room.db, {
    siteId: room.site.id,
    webhookId: webhook.id,
    id: failed[0]!.id,
  });
  expect(again.status).toBe("pending");
  await room.later();
  expect(await room.deliveries(webhook)).toMatchObject([
    { status: "delivered", lastStatus: 200, lastError: null },
  ]);
  expect(new Set(endpoint.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
});

test("a delivery that may be under way is not sent a second time by a resend", async () => {
  const webhook = await room.webhook(endpoint.url, ["comment.posted"]);
  await room.post();
  await room.work();
  await room.db.query(
    "update deliveries set status = 'pending', next_attempt_at = now() + interval '50 seconds' where webhook_id = $1",
    [webhook.id],
  );
  const [one] = await room.deliveries(webhook);
  const input = { siteId: room.site.id, webhookId: webhook.id, id: one!.id };
  expect((await resendDelivery(room.db, input)).nextAttemptAt).toEqual(one!.nextAttemptAt);
  await room.db.query(
    "update deliveries set next_attempt_at = now() + interval '3 hours' where webhook_id = $1",
    [webhook.id],
  );
  expect((await resendDelivery(room.db, input)).nextAttemptAt!.getTime()).toBeLessThan(Date.now() + 5_000);
});

test("nothing is sent again while the webhook is off, and switching off fails what waited", async () => {
  const webhook = await room.webhook(endpoint.url, ["comment.posted"]);
  endpoint.answer(500);
  await room.post();
  await room.work();
  await updateWebhook(room.db, { ...of(webhook.id), enabled: false, allowPrivate: true });
  const [one] = await room.deliveries(webhook);
  expect(one).toMatchObject({ status: "failed", lastError: "The webhook was switched off." });
  const error = await refusal(
    resendDelivery(room.db, { siteId: room.site.id, webhookId: webhook.id, id: one!.id }),
  );
  expect(error.code).toBe("conflict");
  endpoint.answer(200);
});

test("every change is in the audit log and no secret is, nor an address's path", async () => {
  const made = await room.webhook("https://93.184.216.34/token-in-the-path");
  await updateWebhook(room.db, { ...of(made.id), events: ["comment.held"], allowPrivate: true });
  const turned = await rotateSecret(room.db, of(made.id));
  await deleteWebhook(room.db, of(made.id));
  const { rows } = await room.db.query(
    "select type, data::text as data from events where data->>'webhookId' = $1 order by id",
    [made.id],
  );
  expect(rows.map(({ type }) => type)).toEqual([
    "webhook.created",
    "webhook.updated",
    "webhook.updated",
    "webhook.deleted",
  ]);
  const log = JSON.stringify(rows);
  for (const secret of ["whsec_", made.secrets[0]!.secret, turned.secrets[0]!.secret, "token-in-the-path"]) {
    expect(log).not.toContain(secret);
  }
  expect(JSON.stringify(webhookView(turned))).not.toContain("whsec_");
  expect((await refusal(rotateSecret(room.db, of(made.id)))).code).toBe("not_found");
  const kept = await room.db.query("select secrets from webhooks where id = $1", [made.id]);
  expect(kept.rows).toEqual([{ secrets: [] }]);
});

test("another site's webhook cannot be found", async () => {
  const { id } = await room.webhook("https://93.184.216.34/hook");
  const other = { ...of(id), siteId: "019b0000-0000-7000-8000-000000000000" };
  expect((await refusal(deleteWebhook(room.db, other))).code).toBe("not_found");
  expect((await refusal(updateWebhook(room.db, { ...other, enabled: false, allowPrivate: true }))).code).toBe(
    "not_found",
  );
});

test("a secret signs for a day after its successor, and four are kept at most", () => {
  const start = new Date("2026-03-01T12:00:00Z");
  const hours = (n: number) => new Date(start.getTime() + n * 3_600_000);
  let secrets = [newSecret(start)];
  const first = secrets[0]!.secret;
  secrets = rotated(secrets, start);
  expect(activeSecrets(secrets, hours(23.9))).toEqual([secrets[0]!.secret, first]);
  expect(activeSecrets(secrets, hours(24))).toEqual([secrets[0]!.secret]);
  for (let i = 0; i < 10; i++) secrets = rotated(secrets, hours(1));
  expect(activeSecrets(secrets, hours(1))).toHaveLength(4);
});

test("retries span about a day, each within a tenth of its delay", () => {
  expect(DELAYS.reduce((sum, delay) => sum + delay, 0) / 3_600).toBeCloseTo(23.7, 1);
  DELAYS.forEach((delay, i) => {
    expect(retryDelay(i + 1, 0)).toBeCloseTo(delay * 0.9);
    expect(retryDelay(i + 1, 1)).toBeCloseTo(delay * 1.1);
  });
  expect(retryDelay(DELAYS.length + 1)).toBeNull();
});
