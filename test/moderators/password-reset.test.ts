import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { hash } from "@node-rs/argon2";
import { startApp, type TestApp } from "../support/app.ts";
import { type Client, clientAt, type Refusal } from "../support/client.ts";
import { aModerator } from "../support/factories.ts";
import { startProgram } from "../support/program.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ workers: false, trustProxy: 1 });
});
afterAll(() => app.close());

const FORGOTTEN = "a forgotten password";
const CHOSEN = "a newly chosen password";
let visitors = 0;
function visitor(): Client {
  visitors += 1;
  return clientAt(app.address, { "x-forwarded-for": `192.0.2.${visitors}` });
}
const signIn = (id: string, password: string, via = visitor()) =>
  via.post<Refusal>("/api/session", { email: `${id}@example.com`, password });
async function somebody(role: "moderator" | "owner" = "moderator") {
  const one = await aModerator(app, { role });
  await app.db.query(`update moderators set password_hash = $2 where id = $1`, [
    one.id,
    await hash(FORGOTTEN),
  ]);
  return one;
}
async function aLink(id: string, by: Client = app.owner): Promise<string> {
  const { status, body, text } = await by.post<{ link: string }>(`/api/moderators/${id}/password-reset`);
  if (status !== 201) throw new Error(`The link was refused: ${status} ${text}`);
  return body.link.split("#")[1] as string;
}
const use = (token: string, password = CHOSEN) =>
  visitor().post("/api/password-reset/use", { token, password });
const logOf = async (id: string): Promise<object[]> =>
  (
    await app.db.query(
      `select type, actor, data from events where data->>'moderatorId' = $1 and type like 'password%' order by id`,
      [id],
    )
  ).rows;

describe("a link for a forgotten password", () => {
  test("sets a new one once, ends every session, opens none, and is in the log", async () => {
    const { id, client } = await somebody();
    const token = await aLink(id);
    const whose = await visitor().post("/api/password-reset", { token });
    expect(whose.body).toMatchObject({ email: `${id}@example.com` });
    const answers = await Promise.all([use(token), use(token), use(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404]);
    expect(answers.some(({ headers }) => headers.has("set-cookie"))).toBe(false);
    expect((await client.get("/api/session")).status).toBe(401);
    expect((await signIn(id, FORGOTTEN)).status).toBe(401);
    expect((await signIn(id, CHOSEN)).status).toBe(201);
    expect(await logOf(id)).toEqual([
      {
        type: "password-reset.created",
        actor: expect.stringMatching(/^moderator\//),
        data: { moderatorId: id },
      },
      { type: "password.reset", actor: `moderator/${id}`, data: { moderatorId: id, sessionsEnded: 1 } },
    ]);
    const { rows } = await app.db.query(`select (select json_agg(e) from events e) as events`);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("opens nothing once it is replaced, a day old, made needless, or its owner is one no more", async () => {
    const { id, client } = await somebody();
    const first = await aLink(id);
    const second = await aLink(id);
    expect((await use(first)).status).toBe(404);
    await app.db.query(`update password_resets set expires_at = now()`);
    expect((await use(second)).status).toBe(404);
    const third = await aLink(id);
    await client.post("/api/account/password", { password: FORGOTTEN, newPassword: "remembered after all" });
    expect((await use(third)).status).toBe(404);
    const owner = await somebody("owner");
    const fourth = await aLink(id, owner.client);
    await app.owner.patch(`/api/moderators/${owner.id}`, { role: "moderator" });
    expect((await use(fourth)).status).toBe(404);
    expect((await signIn(id, "remembered after all")).status).toBe(201);
  });

  test("does not stand in for the code of two-step sign-in", async () => {
    const { id } = await somebody();
    await app.db.query(`insert into totp (moderator_id, secret, confirmed_at) values ($1, 'sealed', now())`, [
      id,
    ]);
    expect((await use(await aLink(id))).status).toBe(204);
    expect((await signIn(id, CHOSEN)).body.code).toBe("code_required");
  });

  test("lets in who was shut out by somebody's guessing from elsewhere", async () => {
    const { id } = await somebody();
    await signIn(id, "guess");
    await app.db.query(`update attempts set tries = 100`);
    expect((await signIn(id, FORGOTTEN)).status).toBe(429);
    await use(await aLink(id));
    expect((await signIn(id, CHOSEN)).status).toBe(201);
  });

  test("is made by owners, for others, who may sign in", async () => {
    const [me, you, gone] = await Promise.all([somebody("owner"), somebody(), somebody()]);
    await app.owner.patch(`/api/moderators/${gone.id}`, { active: false });
    const ask = async (by: Client, id: string) =>
      (await by.post(`/api/moderators/${id}/password-reset`)).status;
    expect(await ask(you.client, me.id)).toBe(403);
    expect(await ask(visitor(), me.id)).toBe(401);
    expect(await ask(me.client, me.id)).toBe(409);
    expect(await ask(me.client, me.id.toUpperCase())).toBe(409);
    expect(await ask(me.client, gone.id)).toBe(409);
    expect(await ask(me.client, "01890000-0000-7000-8000-000000000000")).toBe(404);
    expect((await use(await aLink(you.id), "short")).status).toBe(400);
  });
});

test("npm run reset-password gives the last owner a password, also without the phone", async () => {
  const { id, client } = await somebody("owner");
  await app.db.query(`insert into totp (moderator_id, secret, confirmed_at) values ($1, 'sealed', now())`, [
    id,
  ]);
  const program = startProgram(
    "server/cli/reset-password.ts",
    { DATABASE_URL: app.url },
    { args: [`${id.toUpperCase()}@example.com`, "--two-step-off"] },
  );
  expect(await program.ended).toBe(0);
  const password = /signs in with (\S+) now/.exec(program.output())?.[1] ?? "";
  expect((await client.get("/api/session")).status).toBe(401);
  expect((await signIn(id, password)).status).toBe(201);
  expect(await logOf(id)).toEqual([
    { type: "password.reset", actor: "system", data: { moderatorId: id, sessionsEnded: 1 } },
  ]);
});
