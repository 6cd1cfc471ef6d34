import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Moderator } from "../../server/moderators/contract.ts";
import { createFirstOwner } from "../../server/moderators/first-owner.ts";
import { OWNER, startApp, type TestApp } from "../support/app.ts";
import { clientAt } from "../support/client.ts";

let app: TestApp;
beforeAll(async () => {
  // The address a browser has is taken from the proxy, so that each test can have its own.
  app = await startApp({ workers: false, trustProxy: 1 });
});
afterAll(() => app.close());

let visitors = 0;
function visitor(headers: Record<string, string> = {}) {
  visitors += 1;
  return clientAt(app.address, { "x-forwarded-for": `203.0.113.${visitors}`, ...headers });
}
const signIn = (client = visitor(), given: object = OWNER) =>
  client.post<{ moderator: Moderator }>("/api/session", given);
const cookieOf = (headers: Headers): string => (headers.get("set-cookie") ?? "").split(";")[0] as string;

test("a moderator signs in, is known by the cookie, and is nobody after signing out", async () => {
  const signed = await signIn();
  expect([signed.status, signed.body.moderator.email]).toEqual([201, OWNER.email]);
  const cookie = cookieOf(signed.headers);
  const me = visitor({ cookie });
  expect((await me.get<{ moderator: Moderator }>("/api/session")).body.moderator).toEqual(
    signed.body.moderator,
  );
  const out = await me.delete("/api/session");
  expect([out.status, out.headers.get("set-cookie")]).toEqual([204, expect.stringContaining("Max-Age=0")]);
  expect((await me.get("/api/session")).status).toBe(401);
});

test("the cookie is for the browser's eyes only, for this site's pages only, and ends by itself", async () => {
  const { headers } = await signIn();
  const attributes = (headers.get("set-cookie") ?? "").split("; ").slice(1);
  expect(attributes).toEqual(
    expect.arrayContaining(["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=1209600"]),
  );
  expect(attributes).not.toContain("Secure");
  const secure = await signIn(visitor({ "x-forwarded-proto": "https" }));
  expect(secure.headers.get("set-cookie")).toContain("Secure");
});

test("by https the cookie is taken from this very host: one that a neighbouring host could set opens nothing", async () => {
  const https = { "x-forwarded-proto": "https" };
  const cookie = cookieOf((await signIn(visitor(https))).headers);
  const [name, token] = cookie.split("=");
  expect(name).toBe("__Host-replydesk_session");
  expect((await visitor({ ...https, cookie }).get("/api/session")).status).toBe(200);
  expect((await visitor({ ...https, cookie: `replydesk_session=${token}` }).get("/api/session")).status).toBe(
    401,
  );
});

test("signing in anew ends the session that the browser had", async () => {
  const before = cookieOf((await signIn()).headers);
  expect((await signIn(visitor({ cookie: before }))).status).toBe(201);
  expect((await visitor({ cookie: before }).get("/api/session")).status).toBe(401);
});

test("no page of another site signs anybody in, out, or in as somebody invited", async () => {
  const cookie = cookieOf((await signIn()).headers);
  const asked: [string, string, object?][] = [
    ["POST", "/api/session", OWNER],
    ["DELETE", "/api/session"],
    ["POST", "/api/invitation/accept", { token: "x", password: "a long enough password" }],
  ];
  const pages: Record<string, string>[] = [
    { origin: "https://elsewhere.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
  ];
  for (const [method, path, body] of asked)
    for (const from of pages) {
      const headers = { "content-type": "application/json", cookie, ...from };
      const answer = await fetch(app.address + path, { method, headers, body: body && JSON.stringify(body) });
      expect([path, answer.status, answer.headers.has("set-cookie")]).toEqual([path, 403, false]);
    }
  expect((await visitor({ cookie }).get("/api/session")).status).toBe(200);
});

test("an e-mail address is read without regard to its capitals", async () => {
  expect((await signIn(visitor(), { ...OWNER, email: ` ${OWNER.email.toUpperCase()} ` })).status).toBe(201);
});

test("a wrong password and an unknown address are refused in the same words", async () => {
  const answers = await Promise.all([
    signIn(visitor(), { ...OWNER, password: "wrong" }),
    signIn(visitor(), { email: "nobody@example.com", password: OWNER.password }),
    signIn(visitor(), { email: `${OWNER.email}\0`, password: OWNER.password }),
  ]);
  const [first] = answers;
  for (const { status, text, headers } of answers.slice(0, 2)) {
    expect([status, text, headers.has("set-cookie")]).toEqual([401, first?.text, false]);
  }
});

test("a session that nobody used for a day opens nothing, and one used since does", async () => {
  const [idle, used] = [cookieOf((await signIn()).headers), cookieOf((await signIn()).headers)];
  const of = (cookie: string) => visitor({ cookie }).get("/api/session");
  await app.db.query(`update sessions set last_seen_at = now() - interval '25 hours'`);
  await app.db.query(
    `update sessions set last_seen_at = now() - interval '23 hours' where id = (select id from sessions order by id desc limit 1)`,
  );
  expect([(await of(idle)).status, (await of(used)).status]).toEqual([401, 200]);
});

test("a session that has expired opens nothing", async () => {
  const cookie = cookieOf((await signIn()).headers);
  await app.db.query(`update sessions set expires_at = now() - interval '1 second'`);
  expect((await visitor({ cookie }).get("/api/session")).status).toBe(401);
});

test("what is stored of a session opens none", async () => {
  const cookie = cookieOf((await signIn()).headers);
  const { rows } = await app.db.query<{ hash: string }>(
    `select encode(token_hash, 'hex') as hash from sessions`,
  );
  expect(rows.map(({ hash }) => hash)).not.toContain(cookie.split("=")[1]);
  for (const { hash } of rows)
    expect((await visitor({ cookie: `replydesk_session=${hash}` }).get("/api/session")).status).toBe(401);
});

test("ten wrong tries close the door for that address and e-mail, also to the right password, and for nobody else", async () => {
  const guesser = visitor();
  const tries = await Promise.all(
    Array.from({ length: 14 }, (_, i) => signIn(guesser, { ...OWNER, password: `guess ${i}` })),
  );
  expect(tries.filter(({ status }) => status === 401)).toHaveLength(10);
  const refused = await signIn(guesser);
  expect([refused.status, (refused.body as unknown as { code: string }).code]).toEqual([429, "rate_limited"]);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(800);
  expect((await signIn()).status).toBe(201);
});

test("what other servers counted counts here, and is over when the database says so", async () => {
  const guesser = visitor();
  const wrong = () => signIn(guesser, { ...OWNER, password: "guess" });
  await app.db.query(`delete from attempts`);
  expect((await wrong()).status).toBe(401);
  const { rowCount } = await app.db.query(`update attempts set tries = tries + 9`);
  expect(rowCount).toBe(3);
  expect((await signIn(guesser)).status).toBe(429);
  expect((await signIn(guesser, { ...OWNER, email: OWNER.email.toUpperCase() })).status).toBe(429);
  await app.db.query(`update attempts set until = now()`);
  expect((await signIn(guesser)).status).toBe(201);
});

test("a hundred wrong tries for one e-mail close its door from everywhere, and no other", async () => {
  await app.db.query(`delete from attempts`);
  await signIn(visitor(), { ...OWNER, password: "guess" });
  await app.db.query(`update attempts set tries = 99`);
  const last = await signIn(visitor(), { ...OWNER, password: "guess" });
  const next = await signIn(visitor());
  const somebody = await signIn(visitor(), { email: "somebody@example.com", password: "guess" });
  expect([last.status, next.status, somebody.status]).toEqual([401, 429, 401]);
  await app.db.query(`delete from attempts`);
});

test("the log says when somebody's door was closed, once, and names no address and no e-mail", async () => {
  const guesser = visitor();
  const events = async () =>
    (await app.db.query<{ data: object }>(`select data from events where type = 'session.refused'`)).rows;
  const before = (await events()).length;
  for (let i = 0; i < 12; i++) await signIn(guesser, { ...OWNER, password: "guess" });
  for (let i = 0; i < 11; i++) await signIn(visitor(), { email: "nobody@example.com", password: "guess" });
  expect((await events()).slice(before)).toEqual([
    { data: { moderatorId: expect.stringMatching(/^[0-9a-f-]{36}$/), what: "password" } },
  ]);
  const { rows } = await app.db.query(`select encode(key, 'escape') as key from attempts`);
  expect(JSON.stringify(rows)).not.toMatch(/203\.0\.113|example\.com/);
});

test("fifty wrong tries at many people's doors close them all for that address", async () => {
  const guesser = visitor();
  const wrong = async (i: number) =>
    (await signIn(guesser, { email: `person${i}@example.com`, password: "x" })).status;
  await app.db.query(`delete from attempts`);
  expect(await wrong(0)).toBe(401);
  await app.db.query(`update attempts set tries = 48`);
  const statuses: number[] = [];
  for (let i = 1; i < 5; i++) statuses.push(await wrong(i));
  expect(statuses).toEqual([401, 401, 429, 429]);
});

test("who has a whole IPv6 network at hand has no more tries than others", async () => {
  const statuses: number[] = [];
  for (let i = 0; i < 12; i++) {
    const guesser = clientAt(app.address, { "x-forwarded-for": `2001:db8:7:7::${i + 1}` });
    statuses.push((await signIn(guesser, { ...OWNER, password: `guess ${i}` })).status);
  }
  expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
});

test("an office where everybody signs in at nine shuts nobody out", async () => {
  const office = visitor();
  for (let i = 0; i < 55; i++) expect((await signIn(office)).status).toBe(201);
});

test("a right password clears that person's wrong tries", async () => {
  const clumsy = visitor();
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 6; i++) await signIn(clumsy, { ...OWNER, password: "oops" });
    expect((await signIn(clumsy)).status).toBe(201);
  }
});

test("servers that start at once on an empty database make one first owner", async () => {
  const empty = await startApp({ workers: false });
  await empty.asLogin(
    `alter table events disable trigger user; delete from sessions; delete from moderators`,
  );
  const made = await Promise.all(
    [1, 2, 3].map(() => createFirstOwner(empty.db, { email: null, password: null })),
  );
  const owners = made.filter((one) => one !== null);
  expect(owners).toHaveLength(1);
  expect(owners[0]?.password).toMatch(/^\w{4}(-\w{4}){3}$/);
  expect((await empty.db.query(`select from moderators`)).rowCount).toBe(1);
  await empty.close();
});
