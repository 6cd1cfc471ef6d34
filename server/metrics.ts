import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Queryable } from "./db/pool.ts";

export const registry = new Registry();
collectDefaultMetrics({ register: registry });

export const requests = new Histogram({
  name: "replydesk_http_request_seconds",
  help: "How long answers took, by endpoint and status class.",
  labelNames: ["endpoint", "status"],
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [registry],
});

export const judged = new Counter({
  name: "replydesk_comments_judged_total",
  help: "Comments the rules decided, by action.",
  labelNames: ["action"],
  registers: [registry],
});

export const scored = new Counter({
  name: "replydesk_scorings_total",
  help: "Answers of each scorer: scored or unavailable.",
  labelNames: ["scorer", "outcome"],
  registers: [registry],
});

/** Adds what only the database knows, asked for when somebody looks. A process that starts a second server counts for that one. */
export function watchDatabase(db: Queryable): void {
  const count = (name: string, help: string, sql: string): void => {
    registry.removeSingleMetric(name);
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        const { rows } = await db.query<{ n: number }>(sql);
        this.set(rows[0]?.n ?? 0);
      },
    });
  };
  count(
    "replydesk_held_comments",
    "Comments that wait for a person.",
    `select count(*)::int as n from comments where status = 'held'`,
  );
  count(
    "replydesk_pending_comments",
    "Comments that nothing has judged yet.",
    `select count(*)::int as n from comments where status = 'pending'`,
  );
  count(
    "replydesk_unscored_comments",
    "Comments that no scorer has answered for yet.",
    `select count(*)::int as n from unscored`,
  );
  count(
    "replydesk_outbox_events",
    "Events whose follow-up work is not handed over yet.",
    `select count(*)::int as n from outbox`,
  );
  count(
    "replydesk_unchained_events",
    "Events of the audit log that its chain does not hold yet.",
    `select coalesce((select max(id) from events), 0)::int - coalesce((select max(event_id) from event_chain), 0)::int as n`,
  );
  count(
    "replydesk_audit_broken",
    "1 when the last check found the audit log changed.",
    `select count(*)::int as n from (select broken_at from chain_checks order by id desc limit 1) c where broken_at is not null`,
  );
  count(
    "replydesk_audit_age_seconds",
    "How long ago the audit log was checked, in s; -1: never.",
    `select coalesce(extract(epoch from now() - max(checked_at)), -1)::int as n from chain_checks`,
  );
  count(
    "replydesk_pending_deliveries",
    "Webhook deliveries under way or waiting for their next attempt.",
    `select count(*)::int as n from deliveries where status = 'pending'`,
  );
}

export function watchSockets(connected: () => { desk: number; readers: number }): void {
  registry.removeSingleMetric("replydesk_sockets");
  new Gauge({
    name: "replydesk_sockets",
    help: "Live connections to this process.",
    labelNames: ["namespace"],
    registers: [registry],
    collect() {
      const { desk, readers } = connected();
      this.set({ namespace: "desk" }, desk);
      this.set({ namespace: "readers" }, readers);
    },
  });
}
