import type { Queryable } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import type { RuleDefinition } from "../rules/definition.ts";
import { WORDS } from "../rules/fact-registry.ts";
import type { Facts } from "../rules/rule.ts";
import { findStored, storedFacts } from "../rules/stored-facts.ts";
import { factsOfText } from "../rules/text-facts.ts";
import { sitesByIds } from "../sites/store.ts";
import { listsInForce } from "../word-lists/in-force.ts";
import { wordsIn } from "../word-lists/look.ts";
import type { ExampleResult } from "./contract.ts";
import { judgeExample } from "./judge.ts";
import { type ExampleRow, findExamples } from "./store.ts";

interface Checked {
  siteId: string;
  ruleId: string;
  definition: RuleDefinition;
}

/** What a rule, as it would be, makes of the examples kept with it. Of what was withdrawn nothing can be told. */
export async function checkExamples(
  db: Queryable,
  { siteId, ruleId, definition }: Checked,
): Promise<ExampleResult[]> {
  const examples = await findExamples(db, ruleId);
  if (examples.length === 0) return [];
  const lists = (await listsInForce(db, [{ siteId, definition }])).get(siteId);
  const known = await factsOfExamples(db, siteId, examples);
  return examples.map(({ id, mustMatch, commentId }) => {
    const facts = known.get(id);
    if (!facts) return { id, holds: null, because: [] };
    const all = lists ? { ...facts, [WORDS]: wordsIn(facts, lists) } : facts;
    return judgeExample(definition, { id, mustMatch, pasted: commentId === null, facts: all });
  });
}

async function factsOfExamples(
  db: Queryable,
  siteId: string,
  examples: readonly ExampleRow[],
): Promise<Map<string, Facts>> {
  const ids = examples.flatMap(({ commentId }) => commentId ?? []);
  const [sites, stored] = [await sitesByIds(db, [siteId]), await findStored(db, siteId, ids)];
  const comments = new Map(stored.map((comment) => [comment.id, comment]));
  const bannedWords = sites.get(siteId)?.settings.bannedWords ?? [];
  return new Map(
    examples.flatMap(({ id, commentId, text, language, scorings }): [string, Facts][] => {
      // Withdrawn.
      if (text === null) return [];
      if (commentId === null)
        return [[id, factsOfText({ text, language, scorings: scorings ?? [] }, bannedWords)]];
      const comment = comments.get(commentId);
      return comment ? [[id, storedFacts(comment)]] : [];
    }),
  );
}

/**
 * Throws AppError("unprocessable") where examples fail, with all results, unless the owner has said to go on even so. Answers how many fail.
 */
export async function assertExamplesHold(
  db: Queryable,
  { evenSo, ...rule }: Checked & { evenSo: boolean },
): Promise<number> {
  const results = await checkExamples(db, rule);
  const failing = results.filter(({ holds }) => holds === false).length;
  if (failing > 0 && !evenSo)
    throw new AppError(
      "unprocessable",
      `Examples kept with this rule come out wrong: ${failing} of ${results.length}. Look at them, or confirm that you go on even so.`,
      { examples: results },
    );
  return failing;
}
