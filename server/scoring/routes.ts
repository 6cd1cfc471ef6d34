import type { Db } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { handle, type Route } from "../http/mount.ts";
import { visibleSite } from "../sites/visible.ts";
import type { Installation } from "./build.ts";
import { chooseScorers } from "./choose.ts";
import * as contract from "./contract.ts";
import { findHealth } from "./health-store.ts";
import { readLanguage } from "./read-language.ts";
import { semanticState } from "./semantic/installed.ts";
import { type SiteScorers, siteScorers } from "./site-scorers.ts";
import { countUnscored } from "./unscored-store.ts";
import { healthView, scorerView } from "./view.ts";

export function scorerRoutes({ db, ...installation }: Installation & { db: Db }): Route[] {
  const sites = siteScorers(db, installation);
  return [
    handle(contract.readScorers, async ({ params, moderator }) =>
      listed(db, sites, (await visibleSite(db, moderator, params.site)).id),
    ),
    handle(contract.updateScorers, async ({ params, body, moderator }) => {
      const { id: siteId } = await visibleSite(db, moderator, params.site);
      const actor = `moderator/${moderator.id}`;
      await chooseScorers(db, { siteId, scorers: body.scorers, actor }, installation);
      return listed(db, sites, siteId);
    }),
    handle(contract.testScorer, async ({ params, body, moderator }) => {
      const { id: siteId } = await visibleSite(db, moderator, params.site);
      return test(db, sites, siteId, params.name, body.text);
    }),
  ];
}

async function listed(db: Db, sites: SiteScorers, siteId: string): Promise<contract.SiteScorers> {
  const [all, health, unscored] = await Promise.all([
    sites.all(siteId),
    findHealth(db, siteId),
    countUnscored(db, siteId),
  ]);
  return {
    scorers: all.map((one) => scorerView(one, health.get(one.settings.name))),
    unscored,
    semantic: semanticState(),
  };
}

async function test(db: Db, sites: SiteScorers, siteId: string, name: string, text: string) {
  const one = (await sites.all(siteId)).find(({ settings }) => settings.name === name);
  if (!one)
    throw new AppError("not_found", `This site has no scorer "${name}". Save it first, then let it score.`);
  const start = performance.now();
  const answer = await one.scorer.score(text, await readLanguage(text));
  const tookMs = Math.round((performance.now() - start) * 10) / 10;
  await sites.saveHealth();
  const health = healthView((await findHealth(db, siteId)).get(name));
  if ("unavailable" in answer) return { answer: null, unavailable: answer.unavailable, tookMs, health };
  const { model, version, scores, spans } = answer;
  return { answer: { model, version, scores, spans }, unavailable: null, tookMs, health };
}
