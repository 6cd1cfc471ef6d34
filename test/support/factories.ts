import type { OwnAppeal } from "../../server/appeals/contract.ts";
import type { PostedComment, Thread } from "../../server/comments/contract.ts";
import type { Action, Decision } from "../../server/decisions/contract.ts";
import { tokenOf } from "../../server/http/authenticate.ts";
import { newId } from "../../server/ids.ts";
import type { SignedIn } from "../../server/moderators/access.ts";
import { sessionOf } from "../../server/moderators/session.ts";
import { insertModerator } from "../../server/moderators/store.ts";
import type { Report } from "../../server/reports/contract.ts";
import type { QueueCounts, Review } from "../../server/reviews/contract.ts";
import type { NewSanction, Sanction } from "../../server/sanctions/contract.ts";
import { createSite } from "../../server/sites/create.ts";
import type { SiteSettings } from "../../server/sites/settings.ts";
import type { SiteRow } from "../../server/sites/store.ts";
import type { TestApp } from "./app.ts";
import type { Client } from "./client.ts";
import { until } from "./until.ts";

export const ARTICLE = { url: "https://news.example/bridge", title: "The bridge" };

let made = 0;
function next(): number {
  made += 1;
  return made;
}

/** Something nobody could object to, never the same twice. */
export const harmless = (): string => `The bridge opens at ${next()} o'clock.`;
/** Something the plain scorer finds toxic. */
export const rude = (): string => `Number ${next()} is an idiot.`;

export interface CommentWishes {
  text?: string;
  site?: string;
  article?: { url: string; id?: string; title?: string; section?: string };
  parentId?: string;
  name?: string;
  /** Post as the reader of an earlier comment. */
  as?: { token: string };
  headers?: Record<string, string>;
  /** Through this server. */
  via?: Client;
}

/** Asks to post; the answer may be a refusal. */
export function posting<T = PostedComment>(app: TestApp, wishes: CommentWishes = {}) {
  const {
    site = app.site.slug,
    article = ARTICLE,
    parentId,
    text = harmless(),
    name = "Ana",
    as,
    headers = {},
    via = app.reader,
  } = wishes;
  return via.post<T>(
    `/api/sites/${site}/comments`,
    { article, text, ...(parentId && { parentId }), ...(!as && { reader: { name } }) },
    { ...(as && bearer(as)), ...headers },
  );
}

/** A comment that has been accepted, and waits to be judged. */
export async function aPendingComment(app: TestApp, wishes: CommentWishes = {}): Promise<PostedComment> {
  const answer = await posting(app, wishes);
  if (answer.status !== 201) throw new Error(`The comment was refused: ${answer.status} ${answer.text}`);
  return answer.body;
}

/** A comment that has been judged, with the status the rules gave it. Needs workers. */
export async function aComment(app: TestApp, wishes: CommentWishes = {}): Promise<PostedComment> {
  const posted = await aPendingComment(app, { ...wishes, headers: { prefer: "wait=10", ...wishes.headers } });
  let { status, version } = posted;
  // A machine with much else to do may take longer than an answer can be made to wait.
  await until("the comment is judged", async () => {
    if (status === "pending")
      ({ status, version } = (await ownComment(app, posted, wishes.site ?? app.site.slug)).body);
    return status !== "pending";
  });
  return { ...posted, status, version };
}

/** A comment as its author sees it. */
export const ownComment = (app: TestApp, { id, token }: PostedComment, site = app.site.slug) =>
  app.reader.get<PostedComment>(`/api/sites/${site}/comments/${id}`, bearer({ token }));

export async function anApprovedComment(app: TestApp, wishes: CommentWishes = {}): Promise<PostedComment> {
  const comment = await aComment(app, wishes);
  if (comment.status !== "approved") throw new Error(`The comment is ${comment.status}, not approved.`);
  return comment;
}

export async function aHeldComment(app: TestApp, wishes: CommentWishes = {}): Promise<PostedComment> {
  const comment = await aComment(app, { text: rude(), ...wishes });
  if (comment.status !== "held") throw new Error(`The comment is ${comment.status}, not held.`);
  return comment;
}

export const bearer = ({ token }: { token: string }): Record<string, string> => ({
  authorization: `Bearer ${token}`,
});

/** A site that takes comments from anywhere, and draws no sample of them unless that is wished. */
export function aSite(
  app: TestApp,
  wishes: { slug?: string; name?: string; settings?: Partial<SiteSettings> } = {},
): Promise<SiteRow> {
  const { slug = `site-${next()}`, name = "The Other Example" } = wishes;
  const settings = { auditShare: 0, secondOpinionShare: 0, ...wishes.settings };
  return createSite(app.db, { slug, name, allowedOrigins: ["*"], settings, actor: "system" });
}

export interface Colleague {
  id: string;
  name: string;
  client: Client;
}

/** A signed-in moderator of these sites, or an owner. */
export async function aModerator(
  app: TestApp,
  wishes: { name?: string; sites?: { id: string }[]; role?: "moderator" | "owner" } = {},
): Promise<Colleague> {
  const id = newId();
  const { name = `Moderator ${next()}`, sites = [app.site], role = "moderator" } = wishes;
  await insertModerator(app.db, {
    id,
    email: `${id}@example.com`,
    name,
    role,
    passwordHash: "nobody signs in with this",
  });
  for (const site of sites) await app.db.query(`insert into moderator_sites values ($1, $2)`, [id, site.id]);
  return { id, name, client: await app.signedIn(id) };
}

/** Who a client is signed in as, for verbs that are told what time it is. */
export async function whoIs(app: TestApp, client: Client): Promise<SignedIn> {
  const by = await sessionOf(app.db, tokenOf(client.headers.cookie, null) ?? "");
  if (!by) throw new Error("This client is not signed in.");
  return by;
}

export interface QueuePage {
  items: Review[];
  next: string | null;
  counts: QueueCounts;
}

export async function queueOf(client: Client, query: Record<string, string> = {}): Promise<QueuePage> {
  const { status, body, text } = await client.get<QueuePage>(`/api/queue?${new URLSearchParams(query)}`);
  if (status !== 200) throw new Error(`The queue answered ${status}: ${text}`);
  return body;
}

export async function reviewOf(client: Client, id: string): Promise<Review> {
  const { status, body, text } = await client.get<Review>(`/api/comments/${id}`);
  if (status !== 200) throw new Error(`The review answered ${status}: ${text}`);
  return body;
}

/** Asks to decide on the version as it is now, or on the given one; the answer may be a refusal. */
export async function deciding<T = Decision>(
  client: Client,
  id: string,
  action: Action,
  more: { version?: number; reason?: string; note?: string; takeOver?: boolean } = {},
) {
  const version = more.version ?? (await reviewOf(client, id)).version;
  return client.post<T>(`/api/comments/${id}/decisions`, { action, ...more, version });
}

export async function decided(
  client: Client,
  id: string,
  action: Action,
  more: { reason?: string; note?: string } = {},
): Promise<Decision> {
  const { status, body, text } = await deciding(client, id, action, more);
  if (status !== 201) throw new Error(`The decision was refused: ${status} ${text}`);
  return body;
}

export async function threadOf(
  app: TestApp,
  query: Record<string, string> = {},
  via: Client = app.reader,
): Promise<Thread> {
  const { site = app.site.slug, ...rest } = query;
  const { status, body, text } = await via.get<Thread>(
    `/api/sites/${site}/comments?${new URLSearchParams({ article: ARTICLE.url, ...rest })}`,
  );
  if (status !== 200) throw new Error(`The thread answered ${status}: ${text}`);
  return body;
}

/** A key by which programs ask for scores. */
export async function anApiKey(
  app: TestApp,
  wishes: { site?: string; name?: string; queriesAMinute?: number } = {},
): Promise<{ id: string; key: string }> {
  const { site = app.site.slug, name = "A program", ...rest } = wishes;
  const { status, body, text } = await app.owner.post<{ id: string; key: string }>(
    `/api/sites/${site}/api-keys`,
    { name, ...rest },
  );
  if (status !== 201) throw new Error(`The key was refused: ${status} ${text}`);
  return body;
}

/** Who wrote a comment. */
export async function readerOf(app: TestApp, comment: { id: string }): Promise<string> {
  return (await reviewOf(app.owner, comment.id)).reader.id;
}

export const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

/** Asks for a sanction; the answer may be a refusal. */
export const sanctioning = <T = Sanction>(
  client: Client,
  readerId: string,
  wish: NewSanction,
  key: string = newId(),
) => client.post<T>(`/api/readers/${readerId}/sanctions`, wish, { "idempotency-key": key });

export async function sanctioned(client: Client, readerId: string, wish: NewSanction): Promise<Sanction> {
  const { status, body, text } = await sanctioning(client, readerId, wish);
  if (status !== 201) throw new Error(`The sanction was refused: ${status} ${text}`);
  return body;
}

/** Asks to report a comment; the answer may be a refusal. `network`: the address it comes from, where the app trusts a proxy. */
export function reporting<T = Report>(
  app: TestApp,
  id: string,
  wishes: { site?: string; reason?: string; text?: string; network?: string; as?: { token: string } } = {},
) {
  const { site = app.site.slug, reason = "insult", text, network = "192.0.2.1", as } = wishes;
  return app.reader.post<T>(
    `/api/sites/${site}/comments/${id}/reports`,
    { reason, text },
    { "x-forwarded-for": network, ...(as && bearer(as)) },
  );
}

/** A public comment that as many readers have reported as bring it before a moderator. Needs an app that trusts a proxy. */
export async function reported(app: TestApp, wishes: CommentWishes = {}): Promise<PostedComment> {
  const comment = await anApprovedComment(app, wishes);
  for (let i = 1; i <= 3; i += 1) {
    const { status, text } = await reporting(app, comment.id, { network: `203.0.113.${i}` });
    if (status !== 201) throw new Error(`The report was refused: ${status} ${text}`);
  }
  return comment;
}

/** Asks to appeal as the comment's author; the answer may be a refusal. */
export function appealing<T = OwnAppeal>(
  app: TestApp,
  comment: PostedComment,
  text = "It should be published.",
) {
  return app.reader.post<T>(`/api/sites/demo/comments/${comment.id}/appeals`, { text }, bearer(comment));
}

/** A comment that this moderator has rejected and whose author contests that. */
export async function appealed(
  app: TestApp,
  by: Colleague,
  more: { reason?: string } = {},
): Promise<PostedComment> {
  const comment = await aHeldComment(app);
  await decided(by.client, comment.id, "reject", more);
  const { status, text } = await appealing(app, comment);
  if (status !== 201) throw new Error(`The appeal was refused: ${status} ${text}`);
  return comment;
}
