import { DEMO_COMMENTS } from "../../server/demo/comments.ts";
import { LISTENED, openDesk } from "./desk-socket.ts";
import { type Measured, requestBytes, sendAll } from "./raw-client.ts";

/** The load generator: a process of its own, so that its CPU is nobody else's. Takes one order at a time and answers what it measured. */
export type Order =
  | { do: "post"; port: number; count: number; connections: number; run: string }
  | {
      do: "get";
      port: number;
      count: number;
      connections: number;
      path: string;
      headers: Record<string, string>;
    }
  | { do: "watch"; port: number; rate: number; seconds: number; run: string; cookies: string[] };

export interface Report extends Measured {
  /** For `watch`: POST to a moderator's socket, in ms, of the sockets that are listened to. */
  toSocket: number[];
  /** For `watch`: hints that came, by socket. */
  hints: number[];
}

const ARTICLES = 10;
/** Of a hundred comments, so many come from readers who write for the first time: as in the real threads of `npm run replay`. */
const NEWCOMERS = 44;

/** Tokens of readers who wrote before, by port: the servers do not share readers. */
const tokens = new Map<number, string[]>();

function posts(order: { port: number; count: number; run: string }): (index: number) => Buffer {
  const known = [...(tokens.get(order.port) ?? [])];
  const ready = Array.from({ length: order.count }, (_, i) => {
    const { text, name } = DEMO_COMMENTS[i % DEMO_COMMENTS.length] as (typeof DEMO_COMMENTS)[number];
    const token = (i * NEWCOMERS) % 100 < NEWCOMERS ? undefined : known[i % known.length];
    const body = {
      article: { url: `https://bench.example/story-${i % ARTICLES}`, title: `Story ${i % ARTICLES}` },
      text: `${text} (${order.run} ${i})`,
      ...(token ? {} : { reader: { name: `${name} ${i}` } }),
    };
    const headers = {
      "Idempotency-Key": `${order.run}-${i}`,
      ...(token && { Authorization: `Bearer ${token}` }),
    };
    return requestBytes("POST", "/api/sites/demo/comments", headers, JSON.stringify(body));
  });
  return (index) => ready[index] as Buffer;
}

async function post(order: Extract<Order, { do: "post" }>): Promise<Report> {
  const gathered = tokens.get(order.port) ?? [];
  tokens.set(order.port, gathered);
  const measured = await sendAll({
    ...order,
    request: posts(order),
    answered({ body }) {
      if (gathered.length >= 500) return;
      const token = /"token":"([^"]+)"/.exec(body.toString())?.[1];
      if (token) gathered.push(token);
    },
  });
  return { ...measured, toSocket: [], hints: [] };
}

async function get(order: Extract<Order, { do: "get" }>): Promise<Report> {
  const bytes = requestBytes("GET", order.path, order.headers);
  return { ...(await sendAll({ ...order, request: () => bytes })), toSocket: [], hints: [] };
}

const DECIDED = /^comment\.(approved|held|rejected)$/;

/** Posts at an even rate and notes when moderators' sockets, one a cookie, tell that each is decided. */
async function watch(order: Extract<Order, { do: "watch" }>): Promise<Report> {
  const heard: Map<string, number>[] = [];
  const desks = await Promise.all(
    order.cookies.map((cookie, i) => {
      if (i % LISTENED !== 0) return openDesk(order.port, cookie);
      const mine = new Map<string, number>();
      heard.push(mine);
      return openDesk(order.port, cookie, ({ type, commentId }) => {
        if (commentId && DECIDED.test(type) && !mine.has(commentId)) mine.set(commentId, performance.now());
      });
    }),
  );
  const count = order.rate * order.seconds;
  const request = posts({ ...order, count });
  const sent = new Map<string, number>();
  const began = performance.now();
  const all = await Promise.all(
    Array.from({ length: count }, async (_, i) => {
      await new Promise((resolve) =>
        setTimeout(resolve, began + (i * 1_000) / order.rate - performance.now()),
      );
      const at = performance.now();
      return sendAll({
        port: order.port,
        count: 1,
        connections: 1,
        request: () => request(i),
        answered: ({ body }) => sent.set((JSON.parse(body.toString()) as { id: string }).id, at),
      });
    }),
  );
  const end = performance.now() + 10_000;
  while ([...sent.keys()].some((id) => heard.some((one) => !one.has(id))) && performance.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 20));
  for (const desk of desks) desk.close();
  const toSocket = [...sent].flatMap(([id, at]) =>
    heard.flatMap((one) => (one.has(id) ? [(one.get(id) as number) - at] : [])),
  );
  return {
    seconds: (performance.now() - began) / 1_000,
    latencies: all.flatMap((one) => one.latencies),
    statuses: all.reduce<Record<number, number>>((sum, { statuses }) => {
      for (const [status, n] of Object.entries(statuses))
        sum[Number(status)] = (sum[Number(status)] ?? 0) + n;
      return sum;
    }, {}),
    toSocket,
    hints: desks.map((desk) => desk.hints()),
  };
}

process.on("message", (order: Order) => {
  const work = order.do === "post" ? post(order) : order.do === "get" ? get(order) : watch(order);
  work.then(
    (report) => process.send?.({ report }),
    (error: Error) => process.send?.({ error: error.message }),
  );
});
process.on("disconnect", () => process.exit(0));
