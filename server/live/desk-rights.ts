import type { Namespace, Socket } from "socket.io";
import type { Db } from "../db/pool.ts";
import { tokenOf } from "../http/authenticate.ts";
import { log } from "../log.ts";
import type { SignedIn } from "../moderators/access.ts";
import { sessionOf } from "../moderators/session.ts";

/** The owners' room: sites made later are theirs too. */
export const EVERY_SITE = "sites";
export const siteRoom = (siteId: string): string => `site/${siteId}`;
/** Of those who moderate sections of a site, all of them and those of one. */
export const partsRoom = (siteId: string): string => `parts/${siteId}`;
export const sectionRoom = (siteId: string, section: string): string => `section/${siteId}/${section}`;
export const moderatorRoom = (moderatorId: string): string => `moderator/${moderatorId}`;

const roomsOf = (by: SignedIn): string[] => [
  moderatorRoom(by.id),
  ...(by.siteIds?.map(siteRoom) ?? [EVERY_SITE]),
  ...by.sections.flatMap(({ siteId, section }) => [partsRoom(siteId), sectionRoom(siteId, section)]),
];

/** Whose socket this is, by the session its cookie names now. Behind a proxy only PUBLIC_URL says whether it came by https. */
export async function whoseSocket(
  db: Db,
  socket: Socket,
  publicUrl: string | null,
): Promise<SignedIn | null> {
  const token = tokenOf(socket.handshake.headers.cookie, publicUrl);
  return token ? sessionOf(db, token) : null;
}

/** Puts the socket into the rooms of its owner's rights, and out of any other. */
export async function enterRooms(socket: Socket, by: SignedIn): Promise<void> {
  const rooms = new Set(roomsOf(by));
  for (const room of socket.rooms) if (room !== socket.id && !rooms.has(room)) await socket.leave(room);
  await socket.join([...rooms]);
}

/**
 * Judges open desks by the rights of now: `judge` looks at one socket, `judgeAll` at those in a room, or at all. Whose session has ended is
 * disconnected, and so is one whose rights cannot be read: it connects again and is judged then.
 */
export function deskRights(
  desk: Namespace,
  db: Db,
  publicUrl: string | null,
): {
  judge(socket: Socket): Promise<void>;
  judgeAll(room?: string): Promise<void>;
} {
  /** The latest look at each socket: an earlier one, whose answer comes later, changes nothing. */
  const looks = new WeakMap<Socket, object>();

  async function judge(socket: Socket): Promise<void> {
    const look = {};
    looks.set(socket, look);
    try {
      const by = await whoseSocket(db, socket, publicUrl);
      if (looks.get(socket) !== look) return;
      if (by) await enterRooms(socket, by);
      else socket.disconnect();
    } catch (error) {
      log.warn({ reason: (error as Error).message }, "The rights of an open desk could not be read");
      socket.disconnect();
    }
  }

  return {
    judge,
    async judgeAll(room) {
      const ids = room === undefined ? [...desk.sockets.keys()] : [...(desk.adapter.rooms.get(room) ?? [])];
      for (const id of ids) {
        const socket = desk.sockets.get(id);
        if (socket) await judge(socket);
      }
    },
  };
}

/** Ends the socket when its session does. Node's timers hold 24 days; a session lasts fourteen. */
export function endWithSession(socket: Socket, by: SignedIn, now = Date.now()): void {
  const timer = setTimeout(() => socket.disconnect(), by.sessionEndsAt.getTime() - now);
  timer.unref();
  socket.on("disconnect", () => clearTimeout(timer));
}
