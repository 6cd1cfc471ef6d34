import { connect } from "node:net";
import type { LiveEvent } from "../../server/events/contract.ts";
import { requestBytes } from "./raw-client.ts";

export interface DeskSocket {
  /** Hints that came so far. */
  hints(): number;
  close(): void;
}

/** Of many sockets, every such is listened to; the hints of the others are only counted. */
export const LISTENED = 20;

const HINT = '42/desk,["event",';

/**
 * Opens a moderator's socket to a port of this machine; resolves when the server has let it in. Reads bare WebSocket frames and parses a hint only where somebody
 * `hears`, because two hundred full clients would take more CPU than the server they listen to.
 */
export function openDesk(
  port: number,
  cookie: string,
  hears?: (hint: LiveEvent) => void,
): Promise<DeskSocket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let received: Buffer = Buffer.alloc(0);
    let upgraded = false;
    let hints = 0;
    const say = (text: string): void => {
      // Masked, as clients must, by zeros.
      socket.write(Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), Buffer.from(text)]));
    };
    const hear = (text: string): void => {
      if (text.startsWith("0{")) say("40/desk,");
      else if (text === "2") say("3");
      else if (text.startsWith("40/desk,")) resolve({ hints: () => hints, close: () => socket.destroy() });
      else if (text.startsWith(HINT)) {
        hints += 1;
        hears?.(JSON.parse(text.slice(HINT.length, -1)) as LiveEvent);
      } else reject(new Error(`The desk's socket said: ${text.slice(0, 200)}`));
    };
    socket.on("error", reject);
    socket.on("end", () => reject(new Error("The server closed a desk's socket")));
    socket.on("connect", () =>
      socket.write(
        requestBytes("GET", "/socket.io/?EIO=4&transport=websocket", {
          Connection: "Upgrade",
          Upgrade: "websocket",
          "Sec-WebSocket-Version": "13",
          "Sec-WebSocket-Key": "cmVwbHlkZXNrIGJlbmNoIQ==",
          Cookie: cookie,
        }) as Uint8Array,
      ),
    );
    socket.on("data", (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      if (!upgraded) {
        const end = received.indexOf("\r\n\r\n");
        if (end < 0) return;
        if (!received.toString("latin1", 0, 12).endsWith("101")) {
          reject(new Error(`The desk's socket was refused: ${received.toString("latin1", 0, end)}`));
          return;
        }
        upgraded = true;
        received = received.subarray(end + 4);
      }
      for (let frame = frameIn(received); frame; frame = frameIn(received)) {
        received = received.subarray(frame.end);
        hear(frame.text);
      }
    });
  });
}

/** The first frame of these bytes, once all of it is here; servers neither mask nor split what is as short as a hint. */
function frameIn(bytes: Buffer): { text: string; end: number } | null {
  if (bytes.length < 4 && (bytes.length < 2 || bytes[1] === 126)) return null;
  const short = bytes[1] as number;
  return short < 126 ? textOf(bytes, 2, short) : textOf(bytes, 4, bytes.readUInt16BE(2));
}

const textOf = (bytes: Buffer, start: number, length: number): { text: string; end: number } | null =>
  bytes.length < start + length
    ? null
    : { text: bytes.toString("utf8", start, start + length), end: start + length };
