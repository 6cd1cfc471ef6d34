import type { Db } from "../db/pool.ts";
import { handle, type Route } from "../http/mount.ts";
import type { SignedIn } from "../moderators/access.ts";
import { visibleSite } from "../sites/visible.ts";
import * as contract from "./contract.ts";
import { existing } from "./existing.ts";
import { FACTS } from "./fact-registry.ts";
import { createRule, updateRule } from "./save.ts";
import { deleteRule, setRuleMode } from "./set-mode.ts";
import { findRule, findRules, findVersions, type RuleRow } from "./store.ts";
import { ruleView, versionView } from "./view.ts";

export function ruleRoutes({ db }: { db: Db }): Route[] {
  const siteOf = (by: SignedIn, slug: string) => visibleSite(db, by, slug);
  const shown = async (rule: RuleRow) => ruleView(rule, await findRules(db, rule.siteId));

  return [
    handle(contract.listRuleFacts, async () => ({ items: [...FACTS] })),
    handle(contract.listRules, async ({ params, moderator }) => {
      const all = await findRules(db, (await siteOf(moderator, params.site)).id);
      return { items: all.map((rule) => ruleView(rule, all)) };
    }),
    handle(contract.createRule, async ({ params, body, moderator }) => {
      const site = await siteOf(moderator, params.site);
      return shown(await createRule(db, { ...body, siteId: site.id, moderatorId: moderator.id }));
    }),
    handle(contract.readRule, async ({ params, moderator }) => {
      const site = await siteOf(moderator, params.site);
      const rule = existing(await findRule(db, site.id, params.id));
      const versions = await findVersions(db, rule.id);
      return { ...(await shown(rule)), versions: versions.map(versionView) };
    }),
    handle(contract.updateRule, async ({ params, body, moderator }) => {
      const site = await siteOf(moderator, params.site);
      return shown(
        await updateRule(db, { ...body, siteId: site.id, id: params.id, moderatorId: moderator.id }),
      );
    }),
    handle(contract.setRuleMode, async ({ params, body, moderator }) => {
      const site = await siteOf(moderator, params.site);
      return shown(
        await setRuleMode(db, { ...body, siteId: site.id, id: params.id, moderatorId: moderator.id }),
      );
    }),
    handle(contract.deleteRule, async ({ params, moderator }) => {
      const site = await siteOf(moderator, params.site);
      await deleteRule(db, { siteId: site.id, id: params.id, moderatorId: moderator.id });
      return undefined;
    }),
  ];
}
