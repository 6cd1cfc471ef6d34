import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import type { PostedComment } from "../../server/comments/contract.ts";
import type { ReaderPage } from "../../server/readers/contract.ts";
import { forgetTraces } from "../../server/traces/forget.ts";
import { mailboxOf, networkOf, traceMaker } from "../../server/traces/trace.ts";
import { startApp, type TestApp } from "../support/app.ts";
import type { Client, Refusal } from "../support/client.ts";
import {
  ARTICLE,
  aModerator,
  aSite,
  bearer,
  type Colleague,
  harmless,
  inHours,
  readerOf,
  sanctioned,
  sanctioning,
} from "../support/factories.ts";

let app: TestApp;
let ada: Colleague;
beforeAll(async () => {
  app = await startApp({ trustProxy: 1 });
  ada = await aModerator(app, { name: "Ada" });
});
afterEach(() => app.settings({ traceDays: 30, tracesFor: "owners" }));
afterAll(() => app.close());

const HOME = "81.2.69.142";
const CAFE = "81.2.69.160";

const from = <T = PostedComment>(
  ip: string | null,
  more: { email?: string; as?: PostedComment; site?: string; section?: string } = {},
) =>
  app.reader.post<T>(
    `/api/sites/${more.site ?? "demo"}/comments`,
    {
      article: more.section
        ? { url: `https://news.example/${more.section}`, section: more.section }
        : ARTICLE,
      text: harmless(),
      ...(!more.as && { reader: { name: "Ana", email: more.email } }),
    },
    { prefer: "wait=10", ...(ip && { "x-forwarded-for": ip }), ...(more.as && bearer(more.as)) },
  );
const page = async (client: Client, id: string) => (await client.get<ReaderPage>(`/api/readers/${id}`)).body;
const others = async (id: string) => (await page(app.owner, id)).samePerson?.others.map(({ id }) => id);
const idOf = async (answer: { body: PostedComment }) => readerOf(app, answer.body);

test("readers with the same network or e-mail are hinted at, apart by site, and only to those allowed", async () => {
  const one = await idOf(await from(HOME, { email: "ana@news.example" }));
  const two = await idOf(await from(HOME));
  const three = await idOf(await from(CAFE, { email: "Ana+spam@News.example" }));
  await aSite(app, { slug: "other" });
  await from(HOME, { site: "other" });
  const { samePerson, email } = await page(app.owner, one);
  expect(email).toBe("ana@news.example");
  expect(samePerson).toMatchObject({
    count: 2,
    traces: ["address", "email"],
    others: [
      { id: three, by: ["email"] },
      { id: two, by: ["address"] },
    ],
  });
  expect(await others(two)).toEqual([one]);
  expect(await page(ada.client, one)).toMatchObject({ samePerson: null, email: null });
  await app.settings({ tracesFor: "moderators" });
  expect((await page(ada.client, one)).samePerson?.count).toBe(2);
});

test("neither address nor e-mail can be read from what is kept to know them by", async () => {
  await from("81.2.69.144", { email: "secret.person@news.example" });
  const { rows } = await app.db.query<{ row: string }>(
    `select row_to_json(t)::text as row from reader_traces t union all select row_to_json(e)::text from events e`,
  );
  for (const { row } of rows) expect(row).not.toMatch(/81\.2\.69|secret\.person|news\.example/);
});

test("a ban that names the network stops who is new there, says why and until when, and spares who was known", async () => {
  const spammer = await from("81.2.69.150");
  const neighbour = (await from("81.2.69.150")).body;
  await sanctioned(app.owner, await idOf(spammer), {
    kind: "ban",
    words: "You advertise.",
    newcomers: ["address"],
    until: "2031-01-01T00:00:00.000Z",
  });
  const fresh = await from<Refusal>("81.2.69.150");
  expect([fresh.status, fresh.body.code]).toEqual([403, "banned"]);
  expect(fresh.body.detail).toMatch(
    /^New readers from your network or with this e-mail address cannot comment on The Daily Example until .+ UTC/,
  );
  expect(fresh.text).not.toContain("advertise");
  expect((await from("81.2.69.150", { as: neighbour })).status).toBe(201);
  expect((await from("81.2.69.151")).status).toBe(201);
  expect((await from("81.2.69.150", { as: spammer.body })).status).toBe(403);
});

test("a reader who is new since the ban is stopped from the banned network also with a token from elsewhere", async () => {
  const spammer = await idOf(await from("81.2.69.152"));
  await sanctioned(app.owner, spammer, { kind: "ban", words: "Spam.", newcomers: ["address"] });
  const elsewhere = (await from("81.2.69.153")).body;
  expect((await from("81.2.69.152", { as: elsewhere })).status).toBe(403);
  expect((await from("81.2.69.153", { as: elsewhere })).status).toBe(201);
});

test("a ban by e-mail stops the same mailbox under a new name, until it is lifted", async () => {
  const spammer = await idOf(await from(null, { email: "Spam@News.example" }));
  const ban = await sanctioned(app.owner, spammer, { kind: "ban", words: "Spam.", newcomers: ["email"] });
  expect(ban.newcomers?.by).toEqual(["email"]);
  expect((await from(null, { email: "spam+2@news.example" })).status).toBe(403);
  expect((await from(null, { email: "eggs@news.example" })).status).toBe(201);
  await app.owner.post(`/api/sanctions/${ban.id}/lift`);
  expect((await from(null, { email: "spam@news.example" })).status).toBe(201);
});

test("a ban by traces ends with the site's period at the latest, and is for those allowed only", async () => {
  const reader = await idOf(await from("81.2.69.154"));
  const wish = { kind: "ban", words: "Spam.", newcomers: ["address"] } as const;
  expect((await sanctioning(ada.client, reader, { ...wish, newcomers: [...wish.newcomers] })).status).toBe(
    403,
  );
  await app.settings({ tracesFor: "moderators" });
  const forever = await sanctioned(ada.client, reader, { ...wish, newcomers: [...wish.newcomers] });
  expect(forever.endsAt).toBeNull();
  const days = (Date.parse(forever.newcomers?.endsAt as string) - Date.parse(forever.startsAt)) / 86_400_000;
  expect(days).toBe(30);
  const until = inHours(5);
  const short = await sanctioned(ada.client, reader, { ...wish, newcomers: [...wish.newcomers], until });
  expect(short.newcomers?.endsAt).toBe(until);
});

test("traces are forgotten when the site's period is over, and not kept where it is none", async () => {
  const [one, two] = [await idOf(await from("81.2.69.155")), await idOf(await from("81.2.69.155"))];
  expect(await others(one)).toEqual([two]);
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
  await forgetTraces(app.db, inDays(29));
  expect(await others(one)).toEqual([two]);
  await forgetTraces(app.db, inDays(31));
  expect(await page(app.owner, one)).toMatchObject({ samePerson: { others: [], count: 0, traces: [] } });
  await app.settings({ traceDays: 0 });
  const kept = await idOf(await from("81.2.69.155", { email: "kept@news.example" }));
  expect((await page(app.owner, kept)).samePerson?.traces).toEqual([]);
});

test.each([
  ["81.2.69.142", "81.2.69.142"],
  ["::ffff:81.2.69.142", "81.2.69.142"],
  ["2a02:8108:1:2:3:4:5:6", "2a02:8108:1:2::"],
  ["127.0.0.1", null],
  ["10.0.0.7", null],
  ["fd00::1", null],
  ["", null],
])("the network of %s is %s", (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});

test.each([
  ["Ana@News.Example", "ana@news.example"],
  ["ana+list@news.example", "ana@news.example"],
  ["+odd@news.example", "+odd@news.example"],
])("the mailbox of %s is %s", (email, mailbox) => {
  expect(mailboxOf(email)).toBe(mailbox);
});

test("traces differ by site, by kind and by the installation's secret", () => {
  const person = { ip: "81.2.69.142", email: "81.2.69.142@x" };
  const made = ["a", "b"].flatMap((secret) =>
    ["s1", "s2"].flatMap((site) => Object.values(traceMaker(secret.repeat(32))(site, person))),
  );
  expect(new Set(made).size).toBe(8);
});

test("comments are searched by a reader's network, by those who may see who may be the same person", async () => {
  const [net, elsewhere] = ["81.2.70.7", "81.2.70.8"];
  const first = await from(net);
  const second = await from(net);
  const third = await from(elsewhere);
  await app.drain();
  const reader = await idOf(first);
  const found = async (client: Client) =>
    client.get<{ items: { id: string }[] }>(`/api/search?network=${reader}`);
  const ids = (await found(app.owner)).body.items.map(({ id }) => id);
  expect(ids).toEqual([second.body.id, first.body.id]);
  expect(ids).not.toContain(third.body.id);
  expect((await found(ada.client)).status).toBe(403);
  await app.settings({ tracesFor: "moderators" });
  expect((await found(ada.client)).body.items).toHaveLength(2);
  const nia = await aModerator(app, { sites: [await aSite(app)] });
  expect((await found(nia.client)).status).toBe(404);
  const filter = { search: { network: reader } };
  await app.settings({ tracesFor: "owners" });
  expect((await ada.client.post("/api/batches/preview", { filter })).status).toBe(403);
});

test("moderators of sections are hinted at readers who wrote in them, and find what those wrote there", async () => {
  const net = "81.2.70.9";
  const here = await from(net, { section: "Sport" });
  const [beside, there] = [
    await from(net, { section: "Sport" }),
    await from(net, { section: "Politics", email: "x@news.example" }),
  ];
  await from(net, { section: "Politics", as: beside.body });
  await app.drain();
  const [reader, second, hidden] = await Promise.all([here, beside, there].map(idOf));
  const sam = await aModerator(app, { sites: [] });
  await app.owner.patch(`/api/moderators/${sam.id}`, { sections: [{ site: "demo", section: "Sport" }] });
  expect((await page(sam.client, reader as string)).samePerson).toBeNull();
  await app.settings({ tracesFor: "moderators" });
  expect((await page(sam.client, reader as string)).samePerson).toMatchObject({
    count: 1,
    others: [{ id: second, by: ["address"] }],
  });
  expect((await page(ada.client, reader as string)).samePerson?.count).toBe(2);
  const found = await sam.client.get<{ items: { id: string }[] }>(`/api/search?network=${reader}`);
  expect(found.body.items.map(({ id }) => id)).toEqual([beside.body.id, here.body.id]);
  expect((await sam.client.get(`/api/search?network=${hidden}`)).status).toBe(404);
});
