import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Invitation } from "../../server/invitations/contract.ts";
import type { Moderator, Person } from "../../server/moderators/contract.ts";
import type { SiteRow } from "../../server/sites/store.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { type Client, clientAt } from "../support/client.ts";
import { aHeldComment, aModerator, aPendingComment, aSite, deciding, rude } from "../support/factories.ts";
import { openSocket, type TestSocket } from "../support/sockets.ts";
import { until } from "../support/until.ts";

let app: TestApp;
let elsewhere: string;
let other: SiteRow;
beforeAll(async () => {
  app = await startApp();
  elsewhere = await app.startServer();
  other = await aSite(app, { slug: "other", name: "The Other" });
});
afterAll(() => app.close());

type Invited = Invitation & { link: string };
const PASSWORD = "a long enough password";
let invited = 0;
async function anInvitation(wishes: Partial<Invitation> = {}): Promise<Invited> {
  invited += 1;
  const asked = {
    email: `new${invited}@example.com`,
    name: "Nia",
    role: "moderator",
    sites: ["demo"],
    ...wishes,
  };
  const { status, body, text } = await app.owner.post<Invited>("/api/invitations", asked);
  if (status !== 201) throw new Error(`The invitation was refused: ${status} ${text}`);
  return body;
}
const tokenOf = ({ link }: Invited): string => link.split("#")[1] as string;
const accept = (token: string, password = PASSWORD) =>
  app.reader.post<{ moderator: Moderator }>("/api/invitation/accept", { token, password });
const people = async (): Promise<Person[]> =>
  (await app.owner.get<{ items: Person[] }>("/api/moderators?limit=200")).body.items;
const change = (id: string, body: object, by: Client = app.owner) =>
  by.patch<Person>(`/api/moderators/${id}`, body);
const eventsOf = async (type: string): Promise<{ actor: string; data: Record<string, unknown> }[]> =>
  (await app.db.query(`select actor, data from events where type = $1 order by id`, [type])).rows;

describe("an invitation", () => {
  test("opens once for who has the link, makes a moderator of the sites named, and signs them in", async () => {
    const invitation = await anInvitation({ name: "Nia", sites: ["other"] });
    expect(invitation.link).toMatch(new RegExp(`^${app.address}/desk/invitation#[\\w-]{43}$`));
    const token = tokenOf(invitation);
    const seen = await app.reader.post("/api/invitation", { token });
    expect(seen.body).toEqual({
      email: invitation.email,
      name: "Nia",
      role: "moderator",
      invitedBy: "Owner",
    });
    const joined = await accept(token);
    expect(joined.status).toBe(201);
    const cookie = (joined.headers.get("set-cookie") as string).split(";")[0] as string;
    const nia = clientAt(app.address, { cookie });
    expect((await nia.get<{ items: SiteRow[] }>("/api/sites")).body.items.map(({ slug }) => slug)).toEqual([
      "other",
    ]);
    expect((await accept(token)).status).toBe(404);
    expect((await app.reader.post("/api/invitation", { token })).status).toBe(404);
    expect(
      (await app.reader.post("/api/session", { email: invitation.email, password: PASSWORD })).status,
    ).toBe(201);
    const person = (await people()).find(({ email }) => email === invitation.email);
    expect(person).toMatchObject({ sites: ["other"], twoStep: false, deactivatedAt: null });
    expect(person?.lastSeenAt).not.toBeNull();
    expect((await eventsOf("moderator.joined")).at(-1)?.data).toMatchObject({
      moderatorId: person?.id,
      sites: ["other"],
    });
  });

  test("makes one moderator, however many accept at once", async () => {
    const token = tokenOf(await anInvitation());
    const statuses = await Promise.all([1, 2, 3, 4].map(async () => (await accept(token)).status));
    expect(statuses.sort()).toEqual([201, 404, 404, 404]);
  });

  test("opens nothing once it is taken back, replaced, or seven days old", async () => {
    const first = await anInvitation({ email: "again@example.com" });
    const second = await anInvitation({ email: "Again@example.com" });
    expect((await accept(tokenOf(first))).status).toBe(404);
    const listed = (await app.owner.get<{ items: Invitation[] }>("/api/invitations")).body.items;
    expect(
      listed.filter(({ email }) => email.toLowerCase() === "again@example.com").map(({ id }) => id),
    ).toEqual([second.id]);
    expect((await app.owner.delete(`/api/invitations/${second.id}`)).status).toBe(204);
    expect((await app.owner.delete(`/api/invitations/${second.id}`)).status).toBe(404);
    expect((await accept(tokenOf(second))).status).toBe(404);
    const late = await anInvitation();
    expect(Date.parse(late.expiresAt) - Date.parse(late.createdAt)).toBeGreaterThan(
      7 * 24 * 3_600_000 - 60_000,
    );
    await app.db.query(`update invitations set expires_at = expires_at - interval '7 days' where id = $1`, [
      late.id,
    ]);
    expect((await accept(tokenOf(late))).status).toBe(404);
  });

  test("opens nothing once who made it is an owner no more", async () => {
    const owner = await aModerator(app, { role: "owner", sites: [] });
    const made = await owner.client.post<Invited>("/api/invitations", {
      email: "door@example.com",
      name: "Back door",
      role: "owner",
      sites: [],
    });
    await change(owner.id, { role: "moderator" });
    expect((await accept(tokenOf(made.body))).status).toBe(404);
  });

  test("is refused for somebody who is here, for a site that is not, and a short password does not accept it", async () => {
    const asked = { email: "OWNER@example.com", name: "Twin", role: "moderator", sites: [] };
    expect((await app.owner.post("/api/invitations", asked)).status).toBe(409);
    expect(
      (await app.owner.post("/api/invitations", { ...asked, email: "x@example.com", sites: ["nowhere"] }))
        .status,
    ).toBe(404);
    expect((await accept(tokenOf(await anInvitation()), "short")).status).toBe(400);
  });

  test("is kept as a hash, and its token is in no event", async () => {
    const token = tokenOf(await anInvitation());
    const { rows } = await app.db.query(`select encode(token_hash, 'escape') as hash from invitations`);
    expect(JSON.stringify([rows, await eventsOf("moderator.invited")])).not.toContain(token);
  });
});

describe("an owner", () => {
  test("gives and takes roles and sites; each change is in the log with what was before", async () => {
    const { id } = await aModerator(app, { name: "Ben" });
    const changed = await change(id, { role: "owner", sites: ["other", "demo"], name: "Benjamin" });
    expect(changed.body).toMatchObject({ role: "owner", sites: ["demo", "other"], name: "Benjamin" });
    expect((await people()).find((one) => one.id === id)).toEqual(changed.body);
    expect((await eventsOf("moderator.updated")).at(-1)?.data).toEqual({
      moderatorId: id,
      before: { name: "Ben", role: "moderator", sites: ["demo"], sections: [] },
      after: { name: "Benjamin", role: "owner", sites: ["demo", "other"], sections: [] },
    });
    expect((await change(id, { sites: ["nowhere"] })).status).toBe(404);
    expect((await change("01890000-0000-7000-8000-000000000000", { role: "owner" })).status).toBe(404);
    await change(id, { role: "moderator" });
  });

  test("is always left: the last cannot lose the role nor be deactivated, also not two at once", async () => {
    const lone = await startApp({ workers: false });
    const [me] = (await lone.owner.get<{ items: Person[] }>("/api/moderators")).body.items as [Person];
    for (const id of [me.id, me.id.toUpperCase()])
      for (const body of [{ role: "moderator" }, { active: false }])
        expect((await lone.owner.patch(`/api/moderators/${id}`, body)).status).toBe(409);
    for (let round = 0; round < 5; round++) {
      const second = await aModerator(lone, { role: "owner", sites: [] });
      const answers = await Promise.all([
        lone.owner.patch(`/api/moderators/${second.id}`, { role: "moderator" }),
        second.client.patch(`/api/moderators/${me.id}`, { role: "moderator" }),
      ]);
      expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(2);
      const { rows } = await lone.db.query(
        `select id from moderators where role = 'owner' and deactivated_at is null`,
      );
      expect(rows).toHaveLength(1);
      await lone.db.query(
        `update moderators set role = case when id = $1 then 'owner' else 'moderator' end`,
        [me.id],
      );
    }
    await lone.close();
  }, 60_000);

  test("deactivates somebody: no session, no sign-in, and the log still names them; and lets them in again", async () => {
    const invitation = await anInvitation();
    const joined = await accept(tokenOf(invitation));
    const { id } = joined.body.moderator;
    const nia = clientAt(app.address, {
      cookie: (joined.headers.get("set-cookie") as string).split(";")[0] as string,
    });
    const signIn = () => app.reader.post("/api/session", { email: invitation.email, password: PASSWORD });
    expect((await change(id, { active: false })).body.deactivatedAt).not.toBeNull();
    expect((await nia.get("/api/session")).status).toBe(401);
    const refused = await signIn();
    const unknown = await app.reader.post("/api/session", {
      email: "nobody@example.com",
      password: PASSWORD,
    });
    expect([refused.status, refused.text]).toEqual([401, unknown.text]);
    expect((await people()).map((one) => one.id)).toContain(id);
    await change(id, { active: true });
    expect((await signIn()).status).toBe(201);
    expect((await nia.get("/api/session")).status).toBe(401);
    expect((await eventsOf("moderator.reactivated")).at(-1)?.data).toEqual({ moderatorId: id });
  });
});

describe("rights follow at once, on every server", () => {
  const sockets: TestSocket[] = [];
  const desksOf = async (client: Client): Promise<TestSocket[]> => {
    const opened = await Promise.all(
      [app.address, elsewhere].map((address) =>
        openSocket(address, "/desk", { cookie: client.headers.cookie }),
      ),
    );
    sockets.push(...opened);
    return opened;
  };
  const closed = (desks: TestSocket[]) =>
    until("every desk is disconnected", () => desks.every(({ socket }) => !socket.connected), 5);
  afterAll(() => {
    for (const socket of sockets) socket.close();
  });

  test("a moderator who loses a site hears no more of it, cannot see or decide its comments, and hears of the new one", async () => {
    const { id, client } = await aModerator(app, { sites: [app.site] });
    const held = await aHeldComment(app);
    const desks = await desksOf(client);
    await change(id, { sites: ["other"] });
    for (const desk of desks) await desk.heard("moderator.updated");
    expect((await deciding(client, held.id, "approve", { version: held.version })).status).toBe(404);
    const before = await aPendingComment(app, { text: rude() });
    await app.drain();
    const there = await aPendingComment(app, { text: rude(), site: "other" });
    for (const desk of desks) {
      expect(await desk.heard("comment.held", there.id)).toMatchObject({ siteId: other.id });
      expect(desk.events.map(({ commentId }) => commentId)).not.toContain(before.id);
    }
  });

  test("who becomes an owner hears of every site, and of one no more afterwards", async () => {
    const { id, client } = await aModerator(app, { sites: [] });
    const desks = await desksOf(client);
    await change(id, { role: "owner" });
    for (const desk of desks) await desk.heard("moderator.updated");
    const heard = await aPendingComment(app, { text: rude() });
    for (const desk of desks) await desk.heard("comment.held", heard.id);
    expect((await client.get("/api/moderators")).status).toBe(200);
    await change(id, { role: "moderator" });
    for (const desk of desks)
      await until(
        "told twice",
        () => desk.events.filter(({ type }) => type === "moderator.updated").length >= 2,
      );
    const missed = await aPendingComment(app, { text: rude() });
    await app.drain();
    for (const desk of desks) expect(desk.events.map(({ commentId }) => commentId)).not.toContain(missed.id);
    expect((await client.get("/api/moderators")).status).toBe(403);
  });

  test("who signs out, is signed out elsewhere or deactivated loses their open desks, and others keep theirs", async () => {
    const { id, client } = await aModerator(app);
    const [first, second] = await Promise.all([app.signedIn(id), app.signedIn(id)]);
    const [desks, firsts, seconds] = (await Promise.all([client, first, second].map(desksOf))) as [
      TestSocket[],
      TestSocket[],
      TestSocket[],
    ];
    await first.delete("/api/session");
    await closed(firsts);
    expect([...desks, ...seconds].every(({ socket }) => socket.connected)).toBe(true);
    expect((await client.delete("/api/account/sessions")).status).toBe(204);
    await closed(seconds);
    expect(desks.every(({ socket }) => socket.connected)).toBe(true);
    await change(id, { active: false });
    await closed(desks);
  });

  test("a server that was deaf while rights changed judges every desk when it hears again", async () => {
    const { id, client } = await aModerator(app);
    const desks = await desksOf(client);
    await app.cutFeeds(() => change(id, { active: false }));
    await closed(desks);
  });

  test("a desk opened while the rights change has the new ones", async () => {
    for (let round = 0; round < 10; round++) {
      const { id, client } = await aModerator(app);
      const [changed, opened] = await Promise.allSettled([change(id, { active: false }), desksOf(client)]);
      expect(changed.status).toBe("fulfilled");
      if (opened.status === "fulfilled") await closed(opened.value);
    }
  }, 60_000);
});
