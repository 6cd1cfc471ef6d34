import type { Db } from "../db/pool.ts";
import { handle, type Route } from "../http/mount.ts";
import { networkOf } from "../http/network.ts";
import { readerOfToken } from "../readers/token.ts";
import { siteBySlug } from "../sites/store.ts";
import * as contract from "./contract.ts";
import { hashAddress, makeReport } from "./make.ts";

export function reportRoutes({ db, secret }: { db: Db; secret: string }): Route[] {
  return [
    handle(contract.makeReport, async ({ params, body, headers, ip }) => {
      const site = await siteBySlug(db, params.site);
      const report = await makeReport(db, {
        site,
        commentId: params.id,
        reason: body.reason,
        text: body.text ?? null,
        readerId: readerOfToken(secret, headers.authorization),
        addressHash: hashAddress(secret, site.id, networkOf(ip)),
      });
      const { id, commentId, reason, createdAt } = report;
      return { id, commentId, reason, createdAt: createdAt.toISOString() };
    }),
    handle(contract.listReportReasons, async ({ params }) => {
      const site = await siteBySlug(db, params.site);
      return { items: site.settings.reportReasons };
    }),
  ];
}
