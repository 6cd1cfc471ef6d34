import { createServer, type Server } from "node:http";
import { schemaState } from "../server/db/migrate.ts";
import type { Db } from "../server/db/pool.ts";
import { registry } from "../server/metrics.ts";

/** A relay that has not come round for this long, in ms, is stuck. */
const STUCK = 30_000;

/** What a workers process tells a supervisor: `/healthz`, `/readyz`, `/metrics`. */
export function workersHealth(
  db: Db,
  lastRound: () => number,
  details: () => Record<string, string>,
): Server {
  return createServer((req, res) => {
    answer(req.url ?? "/", db, lastRound, details).then(
      ({ status, type, body }) => res.writeHead(status, { "content-type": type }).end(body),
      (error: Error) => res.writeHead(503).end(error.message),
    );
  });
}

async function answer(
  path: string,
  db: Db,
  lastRound: () => number,
  details: () => Record<string, string>,
): Promise<{ status: number; type: string; body: string }> {
  const json = (status: number, body: object) => ({
    status,
    type: "application/json",
    body: JSON.stringify(body),
  });
  if (path === "/healthz") return json(200, { status: "ok" });
  if (path === "/metrics") return { status: 200, type: registry.contentType, body: await registry.metrics() };
  if (path !== "/readyz") return json(404, { status: "nothing here" });
  const schema = await schemaState(db).catch(() => "unknown");
  const relay = Date.now() - lastRound() < STUCK ? "ok" : "stuck";
  const ready = schema === "current" && relay === "ok";
  return json(ready ? 200 : 503, { status: ready ? "ok" : "not ready", schema, relay, ...details() });
}
