import type { Server as HttpServer } from "node:http";
import { type Namespace, Server, type Socket } from "socket.io";
import { articleIdOf, refOf } from "./articles/find.ts";
import type { Db } from "./db/pool.ts";
import { AppError } from "./errors.ts";
import { COMMENT_EVENTS, type LiveEvent } from "./events/contract.ts";
import type { Feed } from "./events/feed.ts";
import { deskHint } from "./live/desk-hint.ts";
import {
  deskRights,
  EVERY_SITE,
  endWithSession,
  enterRooms,
  moderatorRoom,
  siteRoom,
  whoseSocket,
} from "./live/desk-rights.ts";
import { roomSender } from "./live/room-sender.ts";
import { sectionSender } from "./live/section-sender.ts";
import { seldom } from "./live/seldom.ts";
import { log } from "./log.ts";
import { readerOfToken } from "./readers/token.ts";
import { Slug } from "./sites/contract.ts";
import { siteBySlug } from "./sites/store.ts";

export interface LiveOptions {
  db: Db;
  feed: Feed;
  secret: string;
  /** Whose pages, besides its own, may open the desk's socket. */
  publicUrl: string | null;
}

/** What readers may learn: what became public, what no longer is. */
const PUBLIC = new Set([
  "comment.approved",
  "comment.rejected",
  "comment.withdrawn",
  "comment.edited",
  "comment.held",
  "comment.featured",
  "comment.unfeatured",
]);
/** Who is at the desk is told to all desks at most this often, in ms: it says nothing but to look again. */
const PRESENCE_EVERY = 1_000;
/** What may change who is at the desk. */
const ABOUT_PRESENCE = /^(presence|session|moderator)\./;
/** How often open desks are judged without a cause, in ms. */
const JUDGED_EVERY = 3_600_000;
const COMMENTS: ReadonlySet<string> = new Set(COMMENT_EVENTS);

/** socket.io: `/desk` for moderators, by session cookie; `/readers` for the widget, by article and, for one's own comments, by token. */
export function startLive(
  http: HttpServer,
  options: LiveOptions,
): { stop(): Promise<void>; connected(): { desk: number; readers: number } } {
  const io = new Server(http, {
    serveClient: false,
    maxHttpBufferSize: 10_000,
    cors: { origin: true },
    pingInterval: 20_000,
  });
  const desk = io.of("/desk");
  const readers = io.of("/readers");
  desk.use(asMiddleware((socket) => joinDesk(socket, options)));
  readers.use(asMiddleware((socket) => joinArticle(socket, options)));

  const rights = deskRights(desk, options.db, options.publicUrl);
  // Rights may have changed between the first look and now, when the socket can be found by those who change them.
  desk.on("connection", (socket) => void rights.judge(socket));

  const toRoom = roomSender(desk, "queue.changed");
  const toSections = sectionSender(options.db, desk, toRoom);
  const toDesk = (event: LiveEvent): void => {
    const hint = deskHint(event);
    toRoom(siteRoom(event.siteId as string), hint);
    toRoom(EVERY_SITE, hint);
    toSections(hint);
  };
  /** Judges the person's open desks anew, then tells those that stay, and the owners. */
  const toPerson = async (event: LiveEvent, moderatorId: string): Promise<void> => {
    await rights.judgeAll(moderatorRoom(moderatorId));
    toRoom(moderatorRoom(moderatorId), event);
    toRoom(EVERY_SITE, event);
  };
  const toReaders = roomSender(readers, "thread.changed");
  const toAllDesks = seldom(PRESENCE_EVERY, () => desk.emit("event", { type: "presence.changed" }));
  const unsubscribe = options.feed.subscribe((event) => {
    if (ABOUT_PRESENCE.test(event.type)) toAllDesks();
    if (event.type === "presence.changed") return;
    if (!COMMENTS.has(event.type)) {
      if (event.batchId) toRoom(moderatorRoom(event.moderatorId as string), event);
      else if (event.siteId) toDesk(event);
      else if (event.moderatorId) void toPerson(event, event.moderatorId);
      else toRoom(EVERY_SITE, event);
      return;
    }
    toDesk(event);
    const {
      type,
      siteId,
      articleId: article,
      commentId,
      parentId,
      version,
      status,
      statusBefore,
      at,
    } = event;
    if (PUBLIC.has(type) && (status === "approved" || statusBefore === "approved")) {
      // Readers learn that it went, not what the desk made of it.
      const hint = status === "approved" ? type : "comment.withdrawn";
      toReaders(`article/${article}`, {
        type: hint,
        siteId,
        articleId: article,
        commentId,
        parentId,
        version,
        at,
      } as LiveEvent);
    }
    toReaders(`reader/${event.readerId}`, {
      type,
      siteId,
      articleId: article,
      commentId,
      parentId,
      version,
      status,
      at,
    });
  });
  const stopGap = options.feed.onGap(() => {
    void rights.judgeAll();
    desk.emit("event", { type: "queue.changed" });
    toAllDesks();
    readers.emit("event", { type: "thread.changed" });
  });
  // A desk left open ends with its session, also one that lay idle.
  const again = setInterval(() => void rights.judgeAll(), JUDGED_EVERY);
  again.unref();
  return {
    connected: () => ({ desk: desk.sockets.size, readers: readers.sockets.size }),
    async stop() {
      unsubscribe();
      stopGap();
      clearInterval(again);
      await io.close();
    },
  };
}

function asMiddleware(join: (socket: Socket) => Promise<void>): Parameters<Namespace["use"]>[0] {
  return (socket, next) => {
    join(socket).then(
      () => next(),
      (error: unknown) => next(new Error(wordsOf(error))),
    );
  };
}

/** What a refused client is told: our own words, never those of the database or the network. */
function wordsOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  log.warn({ reason: (error as Error).message }, "A socket could not be opened");
  return "Something went wrong on our side. It has been noted; try again shortly.";
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);

async function joinDesk(socket: Socket, { db, publicUrl }: LiveOptions): Promise<void> {
  const { origin, host } = socket.handshake.headers;
  if (origin && hostOf(origin) !== host && !(publicUrl && origin === new URL(publicUrl).origin))
    throw new AppError("forbidden", "This page is not the desk.");
  const by = await whoseSocket(db, socket, publicUrl);
  if (!by) throw new AppError("unauthenticated", "Sign in first.");
  await enterRooms(socket, by);
  endWithSession(socket, by);
}

async function joinArticle(socket: Socket, { db, secret }: LiveOptions): Promise<void> {
  const {
    site: slug,
    article,
    token,
  } = socket.handshake.auth as { site?: unknown; article?: unknown; token?: unknown };
  const named =
    typeof article === "string" ? { url: article } : (article as { url?: unknown; id?: unknown } | undefined);
  const url = String(named?.url ?? "").slice(0, 2_000);
  const id = typeof named?.id === "string" ? named.id.slice(0, 200) : undefined;
  if (!Slug.safeParse(slug).success || (!url && !id))
    throw new AppError("invalid", "Say which site and article: auth {site, article: {url}}.");
  const site = await siteBySlug(db, slug as string);
  const ref = id ? { url, id } : refOf(url);
  const rooms = [`article/${await articleIdOf(db, site.id, ref)}`];
  const reader = readerOfToken(secret, typeof token === "string" ? `Bearer ${token}` : undefined);
  if (reader) rooms.push(`reader/${reader}`);
  await socket.join(rooms);
}
