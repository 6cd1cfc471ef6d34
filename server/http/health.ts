import { Router } from "express";
import { countStuckAppeals } from "../appeals/store.ts";
import { schemaState } from "../db/migrate.ts";
import type { Db } from "../db/pool.ts";
import { lastCheck } from "../events/check-store.ts";
import { registry } from "../metrics.ts";
import { EVERYTHING } from "../moderators/scope.ts";

/** `/healthz`: the process answers. `/readyz`: it can do its work, and `details` of it. `/metrics`: Prometheus. */
export function health(db: Db, details: () => Record<string, string>): Router {
  const router = Router();
  router.get("/healthz", (_req, res) => void res.json({ status: "ok" }));
  router.get("/readyz", async (_req, res) => {
    const [database, schema] = await schemaState(db).then(
      (state) => ["ok", state] as const,
      () => ["unreachable", "unknown"] as const,
    );
    const ready = schema === "current";
    // A log that was tampered with is told, and stops nobody's work.
    const check = ready ? await lastCheck(db).catch(() => null) : null;
    const audit = check ? (check.broken ? "broken" : "whole") : "unchecked";
    const stuck = ready ? await countStuckAppeals(db, EVERYTHING).catch(() => 0) : 0;
    const appeals = stuck > 0 && `${stuck} wait for a moderator other than the one who decided`;
    res.status(ready ? 200 : 503).json({
      status: ready ? "ok" : "not ready",
      database,
      schema,
      audit,
      ...details(),
      ...(appeals && { appeals }),
    });
  });
  router.get("/metrics", async (_req, res) => {
    res.set("content-type", registry.contentType).send(await registry.metrics());
  });
  return router;
}
