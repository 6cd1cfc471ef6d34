import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Webhook } from "standardwebhooks";
import type { z } from "zod";
import type { Delivery, WebhookWithSecret } from "../../server/webhooks/contract.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { aHeldComment, aModerator, aPendingComment, aSite, decided } from "../support/factories.ts";
import { until } from "../support/until.ts";
import { type Receiver, startReceiver } from "./receiver.ts";

type Made = z.infer<typeof WebhookWithSecret>;
type Page<T> = { items: T[]; next: string | null };
type Listed = z.infer<typeof Delivery>;

const PATH = "/api/sites/demo/webhooks";

let app: TestApp;
let endpoint: Receiver;
beforeAll(async () => {
  [app, endpoint] = await Promise.all([startApp(), startReceiver()]);
});
afterAll(() => Promise.all([app.close(), endpoint.close()]));

async function aWebhook(events: string[], url = endpoint.url): Promise<Made> {
  const made = await app.owner.post<Made>(PATH, { url, events });
  expect(made.status).toBe(201);
  return made.body;
}
const deliveriesOf = async (id: string, query = ""): Promise<Page<Listed>> =>
  (await app.owner.get<Page<Listed>>(`${PATH}/${id}/deliveries${query}`)).body;

test("a comment's whole way is told to the endpoint, in order, signed, through queue and workers", async () => {
  const webhook = await aWebhook(["comment.posted", "comment.held", "comment.approved"]);
  expect(webhook).toMatchObject({ url: endpoint.url, enabled: true, secretsInUse: 1 });
  const comment = await aHeldComment(app);
  await decided(app.owner, comment.id, "approve");
  const mine = () => endpoint.received.filter(({ json }) => json.data.comment.id === comment.id);
  await until("all three arrived", () => mine().length === 3);
  expect(mine().map(({ json }) => json.type)).toEqual(["comment.posted", "comment.held", "comment.approved"]);
  expect(mine().map(({ json }) => json.data.actor)).toEqual(["reader", "rules", "moderator"]);
  expect(mine()[2]!.json.data.comment).toMatchObject({ text: comment.text, author: "Ana", version: 3 });
  for (const { body, headers } of mine()) new Webhook(webhook.secret).verify(body, headers);
  const audit = await app.owner.get<Page<{ type: string }>>("/api/sites/demo/events?type=webhook.created");
  expect(audit.text).toContain(webhook.id);
  expect(audit.text).not.toContain(webhook.secret);
  expect((await app.owner.delete(`${PATH}/${webhook.id}`)).status).toBe(204);
});

test("what failed is retried without anybody asking, listed when given up, and can be sent again", async () => {
  const { id } = await aWebhook(["comment.posted"]);
  endpoint.answer(500);
  await aPendingComment(app);
  await until("the first attempt failed", async () => (await deliveriesOf(id)).items[0]?.lastStatus === 500);
  await app.db.query("update deliveries set attempts = 10, next_attempt_at = now() where webhook_id = $1", [
    id,
  ]);
  await until("it was given up", async () => (await deliveriesOf(id, "?status=failed")).items.length === 1);
  endpoint.answer(200);
  const [failed] = (await deliveriesOf(id, "?status=failed")).items as [Listed];
  const again = await app.owner.post<Listed>(`${PATH}/${id}/deliveries/${failed.id}/resend`);
  expect(again).toMatchObject({ status: 201, body: { id: failed.id, status: "pending" } });
  await until("it arrived", async () => (await deliveriesOf(id, "?status=delivered")).items.length === 1);
  expect((await app.owner.post(`${PATH}/${id}/deliveries/${id}/resend`)).status).toBe(404);
  await app.owner.delete(`${PATH}/${id}`);
});

test("secrets are shown when made and when rotated, never in a list", async () => {
  const { id, secret } = await aWebhook(["comment.held"]);
  const turned = await app.owner.post<Made>(`${PATH}/${id}/secret`);
  expect(turned).toMatchObject({ status: 201, body: { secretsInUse: 2 } });
  expect(turned.body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(turned.body.secret).not.toBe(secret);
  const list = await app.owner.get<Page<Made>>(PATH);
  expect(list.body.items.map((one) => one.id)).toContain(id);
  expect(list.text).not.toContain("whsec_");
  const changed = await app.owner.patch<Made>(`${PATH}/${id}`, {
    enabled: false,
    events: ["comment.rejected"],
  });
  expect(changed.body).toMatchObject({ enabled: false, events: ["comment.rejected"], url: endpoint.url });
  await app.owner.delete(`${PATH}/${id}`);
  expect((await app.owner.patch(`${PATH}/${id}`, { enabled: true })).status).toBe(404);
});

test("deliveries come in pages, newest first", async () => {
  const { id } = await aWebhook(["comment.posted"]);
  for (let i = 0; i < 5; i++) await aPendingComment(app);
  await until(
    "all were delivered",
    async () => (await deliveriesOf(id, "?status=delivered")).items.length === 5,
  );
  const all = (await deliveriesOf(id)).items.map((one) => one.id);
  const first = await deliveriesOf(id, "?limit=3");
  const second = await deliveriesOf(id, `?limit=3&after=${first.next}`);
  expect([...first.items, ...second.items].map((one) => one.id)).toEqual(all);
  expect(second.next).toBeNull();
  await app.owner.delete(`${PATH}/${id}`);
});

test("only an owner may, and only on the webhook's own site", async () => {
  const { id } = await aWebhook(["comment.held"]);
  const { client } = await aModerator(app);
  expect((await client.get(PATH)).status).toBe(403);
  expect((await app.reader.get(PATH)).status).toBe(401);
  const other = await aSite(app);
  expect((await app.owner.get(`/api/sites/${other.slug}/webhooks/${id}/deliveries`)).status).toBe(404);
  expect((await app.owner.delete(`/api/sites/${other.slug}/webhooks/${id}`)).status).toBe(404);
});

test.each([
  ["an address that is none", { url: "hook", events: ["comment.held"] }],
  ["another protocol", { url: "ftp://hooks.example/", events: ["comment.held"] }],
  ["no events", { url: "https://hooks.example/", events: [] }],
  ["an event that does not exist", { url: "https://hooks.example/", events: ["comment.liked"] }],
])("%s is refused", async (_what, body) => {
  expect((await app.owner.post(PATH, body)).status).toBe(400);
});
