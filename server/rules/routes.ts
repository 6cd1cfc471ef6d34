import type { Db } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { handle, type Route } from "../http/mount.ts";
import type { SignedIn } from "../moderators/access.ts";
import { checkExamples } from "../rule-examples/check.ts";
import type { Scorer } from "../scoring/scorer.ts";
import { visibleSite } from "../sites/visible.ts";
import { checkLists } from "../word-lists/check.ts";
import { listsInForce } from "../word-lists/in-force.ts";
import { wordsIn } from "../word-lists/look.ts";
import { checkRule } from "./check-rule.ts";
import * as contract from "./contract.ts";
import { existing } from "./existing.ts";
import { FACTS, WORDS } from "./fact-registry.ts";
import type { Facts } from "./rule.ts";
import { createRule, updateRule } from "./save.ts";
import { deleteRule, setRuleMode } from "./set-mode.ts";
import * as trying from "./spot-test-contract.ts";
import { findRule, findRules, findVersions, type RuleRow } from "./store.ts";
import { findStored, storedFacts } from "./stored-facts.ts";
import { factsOfText, readText } from "./text-facts.ts";
import { tryRule } from "./try.ts";
import { ruleView, versionView } from "./view.ts";

export function ruleRoutes({ db, scorers }: { db: Db; scorers: readonly Scorer[] }): Route[] {
  const siteOf = (by: SignedIn, slug: string) => visibleSite(db, by, slug);
  const shown = async (rule: RuleRow) => ruleView(rule, await findRules(db, rule.siteId));

  async function factsOfComment(siteId: string, id: string): Promise<Facts> {
    const [stored] = await findStored(db, siteId, [id]);
    if (!stored) throw new AppError("not_found", "This site has no such comment.");
    return storedFacts(stored);
  }

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
    handle(trying.checkRule, async ({ params, body, moderator }) => {
      const site = await siteOf(moderator, params.site);
      const others = (await findRules(db, site.id)).filter(({ id }) => id !== body.ruleId);
      const { definition, ruleId } = body;
      const problems = [...(await checkLists(db, site.id, definition)), ...checkRule(definition, others)];
      const own = ruleId ? await findRule(db, site.id, ruleId) : null;
      // What cannot be a rule says nothing of examples.
      const readable = own !== null && problems.every(({ level }) => level !== "error");
      const examples = readable
        ? await checkExamples(db, { siteId: site.id, ruleId: own.id, definition })
        : [];
      return { problems, examples };
    }),
    handle(trying.tryRule, async ({ params, body, moderator }) => {
      const site = await siteOf(moderator, params.site);
      const { definition, text, commentId } = body;
      const problems = [...(await checkLists(db, site.id, definition)), ...checkRule(definition, [])];
      const wrong = problems.find(({ level }) => level === "error");
      if (wrong) throw new AppError("unprocessable", wrong.message, { problems });
      if ((text === undefined) === (commentId === undefined))
        throw new AppError("unprocessable", "Give a text or the id of a comment, and not both.");
      const lists = (await listsInForce(db, [{ siteId: site.id, definition }])).get(site.id);
      const known =
        commentId === undefined
          ? factsOfText(await readText(scorers, text as string), site.settings.bannedWords)
          : await factsOfComment(site.id, commentId);
      const facts = lists ? { ...known, [WORDS]: wordsIn(known, lists) } : known;
      return { ...tryRule({ ...definition, id: "tried", version: 0 }, facts), problems };
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
