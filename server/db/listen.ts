import pg from "pg";
import { log } from "../log.ts";

export interface Listener {
  /** Stops listening and closes the connection. */
  stop(): Promise<void>;
}

/** Waits between attempts, in ms; the last repeats for ever. */
const WAITS = [50, 100, 250, 500, 1000, 2000, 5000];
/** A connection can die without a word (a pulled cable); a question every 15 s notices within 20. */
const HEARTBEAT = 15_000;
const ANSWER = 5_000;

/**
 * Listens to a PostgreSQL channel on a connection of its own and calls `onMessage` with each payload. Resolves when
 * listening. Reconnects for ever; after each reconnection it calls `onReconnect`, because messages sent meanwhile
 * are lost: read again whatever they would have changed.
 */
export async function listen(
  url: string,
  channel: string,
  onMessage: (payload: string) => void,
  onReconnect: () => void = () => {},
): Promise<Listener> {
  let stopped = false;
  let client: pg.Client | null = null;
  let heartbeat: NodeJS.Timeout | undefined;
  let wake: () => void = () => {};

  function lost(broken: pg.Client, reason: string): void {
    if (client !== broken) return;
    client = null;
    clearInterval(heartbeat);
    broken.end().catch(() => {});
    if (stopped) return;
    log.warn({ channel, reason }, "The connection that listens for events dropped; reconnecting");
    void again();
  }

  async function open(): Promise<void> {
    const next = new pg.Client({
      connectionString: url,
      application_name: `replydesk listen ${channel}`,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
      query_timeout: ANSWER,
    });
    next.on("error", (error) => lost(next, error.message));
    next.on("end", () => lost(next, "closed"));
    next.on("notification", (message) => onMessage(message.payload ?? ""));
    try {
      await next.connect();
      await next.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      next.end().catch(() => {});
      throw error;
    }
    client = next;
    heartbeat = setInterval(() => {
      next.query("select 1").catch((error: Error) => lost(next, error.message));
    }, HEARTBEAT);
    heartbeat.unref();
  }

  async function openPatiently(): Promise<void> {
    for (let attempt = 0; !stopped; attempt += 1) {
      try {
        await open();
        return;
      } catch (error) {
        if (attempt % WAITS.length === 0)
          log.warn(
            { channel, reason: (error as Error).message },
            "Cannot listen for events yet; trying again",
          );
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, WAITS[Math.min(attempt, WAITS.length - 1)]);
        });
      }
    }
  }

  async function again(): Promise<void> {
    await openPatiently();
    if (!stopped) onReconnect();
  }

  await openPatiently();
  return {
    async stop() {
      stopped = true;
      wake();
      clearInterval(heartbeat);
      const last = client;
      client = null;
      await last?.end().catch(() => {});
    },
  };
}
