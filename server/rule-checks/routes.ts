import type { Db } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { handle, type Route } from "../http/mount.ts";
import { checkExamples } from "../rule-examples/check.ts";
import { checkRule } from "../rules/check-rule.ts";
import { WORDS } from "../rules/fact-registry.ts";
import type { Facts } from "../rules/rule.ts";
import { findRule, findRules } from "../rules/store.ts";
import { findStored, storedFacts } from "../rules/stored-facts.ts";
import { factsOfText, readText } from "../rules/text-facts.ts";
import { tryRule } from "../rules/try.ts";
import type { Scorer } from "../scoring/scorer.ts";
import { visibleSite } from "../sites/visible.ts";
import { checkLists } from "../word-lists/check.ts";
import { listsInForce } from "../word-lists/in-force.ts";
import { wordsIn } from "../word-lists/look.ts";
import * as contract from "./contract.ts";

/** What is said of a rule before it is kept. */
export function ruleCheckRoutes({ db, scorers }: { db: Db; scorers: readonly Scorer[] }): Route[] {
  async function factsOfComment(siteId: string, id: string): Promise<Facts> {
    const [stored] = await findStored(db, siteId, [id]);
    if (!stored) throw new AppError("not_found", "This site has no such comment.");
    return storedFacts(stored);
  }

  return [
    handle(contract.checkRule, async ({ params, body, moderator }) => {
      const site = await visibleSite(db, moderator, params.site);
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
    handle(contract.tryRule, async ({ params, body, moderator }) => {
      const site = await visibleSite(db, moderator, params.site);
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
  ];
}
