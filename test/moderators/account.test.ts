import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { hash } from "@node-rs/argon2";
import { generate } from "otplib";
import { stepOf } from "../../server/account/check-code.ts";
import type { OwnSession } from "../../server/account/contract.ts";
import { deviceOf } from "../../server/moderators/device.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { type Client, clientAt, type Refusal } from "../support/client.ts";
import { aModerator } from "../support/factories.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ workers: false, trustProxy: 1 });
});
afterAll(() => app.close());

const PASSWORD = "a long enough password";
let made = 0;

interface Me {
  id: string;
  email: string;
  client: Client;
}
/** Somebody who signs in with PASSWORD, from an address of their own. */
async function somebody(): Promise<Me> {
  const { id, client } = await aModerator(app);
  await app.db.query(`update moderators set password_hash = $2 where id = $1`, [id, await hash(PASSWORD)]);
  return { id, email: `${id}@example.com`, client: fresh({ cookie: client.headers.cookie as string }) };
}
function fresh(headers: Record<string, string> = {}): Client {
  made += 1;
  return clientAt(app.address, { "x-forwarded-for": `198.51.100.${made}`, ...headers });
}
const signIn = (me: Me, more: object = {}, via = fresh()) =>
  via.post<Refusal>("/api/session", { email: me.email, password: PASSWORD, ...more });
const cookieOf = ({ headers }: { headers: Headers }): string =>
  (headers.get("set-cookie") ?? "").split(";")[0] as string;
const events = async (me: Me): Promise<string[]> =>
  (
    await app.db.query<{ type: string }>(`select type from events where actor = $1 order by id`, [
      `moderator/${me.id}`,
    ])
  ).rows.map(({ type }) => type);

/** The app's code now, or some steps of 30 s before or after. */
const codeAt = (secret: string, steps = 0): Promise<string> =>
  generate({ secret, epoch: Math.floor(Date.now() / 1_000) + steps * 30 });

async function withTwoStep(): Promise<Me & { secret: string; recoveryCodes: string[] }> {
  const me = await somebody();
  const begun = await me.client.post<{ secret: string; uri: string }>("/api/account/totp", {
    password: PASSWORD,
  });
  expect(begun.status).toBe(201);
  // The code of now; tests sign in with the next, which stays good when a step ends meanwhile.
  const confirmed = await me.client.post<{ recoveryCodes: string[] }>("/api/account/totp/confirm", {
    code: await codeAt(begun.body.secret),
  });
  expect(confirmed.status).toBe(201);
  return { ...me, secret: begun.body.secret, ...confirmed.body };
}

describe("one's sessions", () => {
  test("are listed with the device in plain words, and which is this one", async () => {
    const me = await somebody();
    const agent = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
    const there = await signIn(me, {}, fresh({ "user-agent": agent }));
    const { items } = (await me.client.get<{ items: OwnSession[] }>("/api/account/sessions")).body;
    expect(items.map(({ device, current }) => [device, current])).toEqual([
      ["Firefox on Linux", false],
      ["An unknown device", true],
    ]);
    const from = fresh({ cookie: cookieOf(there) });
    expect((await from.delete(`/api/account/sessions/${items[1]?.id}`)).status).toBe(204);
    expect((await me.client.get("/api/session")).status).toBe(401);
    expect((await from.delete(`/api/account/sessions/${items[1]?.id}`)).status).toBe(404);
  });

  test("are nobody else's to end", async () => {
    const [me, you] = [await somebody(), await somebody()];
    const [mine] = (await me.client.get<{ items: OwnSession[] }>("/api/account/sessions")).body.items;
    expect((await you.client.delete(`/api/account/sessions/${mine?.id}`)).status).toBe(404);
    await you.client.delete("/api/account/sessions");
    expect((await me.client.get("/api/session")).status).toBe(200);
  });

  test("say when they were last used, to the minute", async () => {
    const me = await somebody();
    const earlier = new Date(Date.now() - 7_200_000);
    await app.db.query(`update sessions set last_seen_at = $2 where moderator_id = $1`, [me.id, earlier]);
    await me.client.get("/api/session");
    const [session] = (await me.client.get<{ items: OwnSession[] }>("/api/account/sessions")).body.items;
    expect(new Date(session?.lastSeenAt ?? 0).getTime()).toBeGreaterThan(earlier.getTime());
  });
});

test.each([
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1",
    "Safari on iPhone",
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
    "Chrome on Windows",
  ],
  ["", "An unknown device"],
  ["x".repeat(10_000), "An unknown device"],
])("a device is told in plain words (%#)", (agent, words) => {
  expect(deviceOf(agent)).toBe(words);
});

describe("one's password", () => {
  test("is changed with the present one, which ends every other session", async () => {
    const me = await somebody();
    const other = fresh({ cookie: cookieOf(await signIn(me)) });
    const ask = (password: string, newPassword: string) =>
      me.client.post("/api/account/password", { password, newPassword });
    expect((await ask("not it", "another long password")).status).toBe(422);
    expect((await ask(PASSWORD, "short")).status).toBe(400);
    expect((await ask(PASSWORD, "another long password")).status).toBe(204);
    expect([(await me.client.get("/api/session")).status, (await other.get("/api/session")).status]).toEqual([
      200, 401,
    ]);
    expect((await signIn(me)).status).toBe(401);
    expect((await signIn(me, { password: "another long password" })).status).toBe(201);
    expect(await events(me)).toContain("password.changed");
  });

  test("is none of those that anybody tries first, nor one's own address", async () => {
    const { client, email } = await somebody();
    const [mailbox = ""] = email.split("@");
    for (const newPassword of [
      "iloveyou2026",
      "Password123!",
      "1234567890",
      "aaaaaaaaaaaa",
      "qwertyuiop",
      email,
      `${mailbox}2026!!!!!!!!`,
    ]) {
      const { status, body } = await client.post<{ detail: string }>("/api/account/password", {
        password: PASSWORD,
        newPassword,
      });
      expect({ newPassword, status, said: body.detail }).toEqual({
        newPassword,
        status: 422,
        said: expect.stringContaining("anybody tries"),
      });
    }
  });

  test("opens nothing any more once it is changed, also to who signs in with the old one at that moment", async () => {
    for (let round = 0; round < 5; round++) {
      const me = await somebody();
      const body = { password: PASSWORD, newPassword: "another long password" };
      const [changed, ...entered] = await Promise.all([
        me.client.post("/api/account/password", body),
        ...[1, 2, 3].map(() => signIn(me)),
      ]);
      expect(changed.status).toBe(204);
      for (const one of entered.filter(({ status }) => status === 201))
        expect((await fresh({ cookie: cookieOf(one) }).get("/api/session")).status).toBe(401);
    }
  });

  test("cannot be guessed at an open desk", async () => {
    const me = await somebody();
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++)
      statuses.push(
        (
          await me.client.post("/api/account/password", {
            password: `guess ${i}`,
            newPassword: "another long password",
          })
        ).status,
      );
    expect(statuses).toEqual([...Array(10).fill(422), 429, 429]);
  });
});

describe("two-step sign-in", () => {
  test("is not asked for until a first code confirms it", async () => {
    const me = await somebody();
    expect((await me.client.post("/api/account/totp", { password: "not it" })).status).toBe(422);
    const begun = await me.client.post<{ secret: string; uri: string }>("/api/account/totp", {
      password: PASSWORD,
    });
    expect(begun.body.uri).toContain(`secret=${begun.body.secret}`);
    expect(begun.body.uri).toMatch(/^otpauth:\/\/totp\/Replydesk:/);
    expect((await me.client.post("/api/account/totp/confirm", { code: "000000" })).status).toBe(422);
    expect((await signIn(me)).status).toBe(201);
    expect((await me.client.get("/api/account/totp")).body).toEqual({ enabled: false, recoveryCodesLeft: 0 });
  });

  test("asks for a code once the password is right, and says so in codes of its own", async () => {
    const me = await withTwoStep();
    expect((await me.client.get("/api/account/totp")).body).toEqual({ enabled: true, recoveryCodesLeft: 10 });
    const asked = await signIn(me);
    expect([asked.status, asked.body.code, asked.headers.has("set-cookie")]).toEqual([
      401,
      "code_required",
      false,
    ]);
    const wrong = await signIn(me, { code: "123" });
    expect([wrong.status, wrong.body.code]).toEqual([401, "code_wrong"]);
    const unknown = await signIn(me, { password: "wrong", code: await codeAt(me.secret, 1) });
    expect(unknown.body.code).toBe("unauthenticated");
    expect((await signIn(me, { code: ` ${await codeAt(me.secret, 1)} ` })).status).toBe(201);
    expect(await events(me)).toEqual(expect.arrayContaining(["totp.enabled", "session.created"]));
  });

  test("takes each code once, also when it is sent twice at the same moment", async () => {
    const me = await withTwoStep();
    const code = await codeAt(me.secret, 1);
    const answers = await Promise.all([1, 2, 3].map(() => signIn(me, { code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401]);
    expect((await signIn(me, { code })).body.code).toBe("code_wrong");
    // What was shown before the code taken is over as well.
    expect((await signIn(me, { code: await codeAt(me.secret) })).body.code).toBe("code_wrong");
  });

  test("takes each recovery code once, however it is typed", async () => {
    const me = await withTwoStep();
    expect(new Set(me.recoveryCodes).size).toBe(10);
    const [code] = me.recoveryCodes as [string];
    expect(code).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    expect((await signIn(me, { code: code.toUpperCase().replaceAll("-", " ") })).status).toBe(201);
    expect((await signIn(me, { code })).body.code).toBe("code_wrong");
    expect((await me.client.get("/api/account/totp")).body).toEqual({ enabled: true, recoveryCodesLeft: 9 });
  });

  test("closes the door after ten wrong codes, whatever address they come from", async () => {
    const me = await withTwoStep();
    const codes: string[] = [];
    for (let i = 0; i < 11; i++) codes.push((await signIn(me, { code: "wrong" })).body.code);
    expect(codes).toEqual([...Array(10).fill("code_wrong"), "rate_limited"]);
    expect((await signIn(me, { code: await codeAt(me.secret, 1) })).status).toBe(429);
  });

  test("does not forgive wrong tries because the password alone was right", async () => {
    const me = await withTwoStep();
    const via = fresh();
    for (let i = 0; i < 10; i++) {
      await signIn(me, { password: "wrong" }, via);
      await signIn(me, {}, via);
    }
    expect((await signIn(me, {}, via)).status).toBe(429);
  });

  test("is switched off by its owner with the password, and by an owner of the desk for who lost the phone", async () => {
    const me = await withTwoStep();
    expect((await me.client.post("/api/account/totp", { password: PASSWORD })).status).toBe(409);
    expect((await me.client.post("/api/account/totp/disable", { password: "not it" })).status).toBe(422);
    expect((await me.client.post("/api/account/totp/disable", { password: PASSWORD })).status).toBe(204);
    expect((await signIn(me)).status).toBe(201);
    const lost = await withTwoStep();
    expect((await app.owner.delete(`/api/moderators/${lost.id}/totp`)).status).toBe(204);
    expect((await signIn(lost)).status).toBe(201);
    // Whoever finds an owner's desk open has to know the password, as everybody else.
    const [self] = (await app.owner.get<{ items: { id: string }[] }>("/api/moderators")).body.items;
    expect((await app.owner.delete(`/api/moderators/${self?.id}/totp`)).status).toBe(409);
    const { rows } = await app.db.query(`select from recovery_codes where moderator_id = any($1)`, [
      [me.id, lost.id],
    ]);
    expect(rows).toHaveLength(0);
  });

  test("keeps its secret sealed and its recovery codes hashed, and neither is in the log", async () => {
    const me = await withTwoStep();
    const { rows } = await app.db.query(
      `select (select json_agg(t) from totp t) as totp, (select json_agg(encode(code_hash, 'escape')) from recovery_codes) as codes,
         (select json_agg(e) from events e) as events`,
    );
    const kept = JSON.stringify(rows);
    for (const secret of [me.secret, ...me.recoveryCodes]) expect(kept).not.toContain(secret);
  });

  test("accepts what RFC 6238 says a code is, one step off at most", async () => {
    const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    const now = Math.floor(Date.now() / 30_000);
    for (const [steps, good] of [
      [-1, true],
      [0, true],
      [1, true],
      [-3, false],
      [3, false],
    ] as const) {
      const step = await stepOf(secret, await codeAt(secret, steps));
      expect([steps, step !== null]).toEqual([steps, good]);
      if (step !== null) expect(Math.abs(step - now)).toBeLessThanOrEqual(2);
    }
    // The RFC's own vector: 59 s gives 94287082 in eight digits.
    expect(await generate({ secret, epoch: 59 })).toBe("287082");
    for (const code of ["", "12345", "1234567", "abcdef"]) expect(await stepOf(secret, code)).toBeNull();
  });
});
