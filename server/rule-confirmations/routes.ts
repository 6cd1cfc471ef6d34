import type { Db } from "../db/pool.ts";
import { handle, type Route } from "../http/mount.ts";
import { findRules } from "../rules/store.ts";
import { ruleView } from "../rules/view.ts";
import { visibleSite } from "../sites/visible.ts";
import { askForConfirmation, confirmRule } from "./confirm.ts";
import * as contract from "./contract.ts";

export function ruleConfirmationRoutes({ db }: { db: Db }): Route[] {
  return [
    handle(contract.askRuleConfirmation, async ({ params, body, moderator }) => {
      const { id: siteId } = await visibleSite(db, moderator, params.site);
      const wish = { ...body, siteId, id: params.id, moderatorId: moderator.id };
      return ruleView(await askForConfirmation(db, wish), await findRules(db, siteId));
    }),
    handle(contract.confirmRule, async ({ params, body, moderator }) => {
      const { id: siteId } = await visibleSite(db, moderator, params.site);
      const wish = { ...body, siteId, id: params.id, moderatorId: moderator.id };
      return ruleView(await confirmRule(db, wish), await findRules(db, siteId));
    }),
  ];
}
