import type { Db } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { handle, type Route } from "../http/mount.ts";
import { existing } from "../rules/existing.ts";
import { findRule } from "../rules/store.ts";
import { readText } from "../rules/text-facts.ts";
import type { Scorer } from "../scoring/scorer.ts";
import { visibleSite } from "../sites/visible.ts";
import { addExample } from "./add.ts";
import * as contract from "./contract.ts";
import { removeExample } from "./remove.ts";
import { type ExampleRow, findExamples } from "./store.ts";

export function ruleExampleRoutes({ db, scorers }: { db: Db; scorers: readonly Scorer[] }): Route[] {
  return [
    handle(contract.listRuleExamples, async ({ params, moderator }) => {
      const site = await visibleSite(db, moderator, params.site);
      const rule = existing(await findRule(db, site.id, params.id));
      return { items: (await findExamples(db, rule.id)).map(view) };
    }),
    handle(contract.addRuleExample, async ({ params, body, moderator }) => {
      const { text, commentId, mustMatch } = body;
      const site = await visibleSite(db, moderator, params.site);
      const rule = existing(await findRule(db, site.id, params.id));
      if ((text === undefined) === (commentId === undefined))
        throw new AppError("unprocessable", "Give a text or the id of a comment, and not both.");
      // Scorers may be far away: they are asked before anything is locked.
      const what = commentId === undefined ? await readText(scorers, text as string) : { commentId };
      const id = await addExample(db, {
        siteId: site.id,
        ruleId: rule.id,
        moderatorId: moderator.id,
        mustMatch,
        what,
      });
      const added = (await findExamples(db, rule.id)).find((one) => one.id === id);
      if (!added)
        throw new AppError(
          "not_found",
          "This rule keeps no such example. Somebody may have removed it already.",
        );
      return view(added);
    }),
    handle(contract.removeRuleExample, async ({ params, moderator }) => {
      const site = await visibleSite(db, moderator, params.site);
      const { id: ruleId, example: id } = params;
      await removeExample(db, { siteId: site.id, ruleId, id, moderatorId: moderator.id });
      return undefined;
    }),
  ];
}

const view = ({ scorings: _, moderatorName, createdAt, ...example }: ExampleRow): contract.RuleExample => ({
  ...example,
  by: { name: moderatorName },
  createdAt: createdAt.toISOString(),
});
