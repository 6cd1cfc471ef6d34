import { type Db, inTransaction } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { newId } from "../ids.ts";
import { existing } from "../rules/existing.ts";
import { lockRule } from "../rules/store.ts";
import { findStored } from "../rules/stored-facts.ts";
import type { TextRead } from "../rules/text-facts.ts";
import { MOST_EXAMPLES } from "./contract.ts";
import { countExamples, dropSame, insertExample } from "./store.ts";

export interface Addition {
  siteId: string;
  ruleId: string;
  moderatorId: string;
  mustMatch: boolean;
  /** A stored comment, or a pasted text as it was read. */
  what: { commentId: string } | TextRead;
}

/** Keeps an example with a rule; answers its id. Throws AppError: not_found, conflict (the rule has enough of them). */
export function addExample(
  db: Db,
  { siteId, ruleId, moderatorId, mustMatch, what }: Addition,
  now = new Date(),
): Promise<string> {
  const commentId = "commentId" in what ? what.commentId : null;
  const read = "commentId" in what ? { text: null, language: null, scorings: null } : what;
  return inTransaction(db, async (tx) => {
    const rule = existing(await lockRule(tx, siteId, ruleId));
    if (commentId !== null) {
      const [comment] = await findStored(tx, siteId, [commentId]);
      if (!comment || comment.status === "withdrawn")
        throw new AppError("not_found", "This site has no such comment.");
    }
    await dropSame(tx, { ruleId, commentId, text: read.text });
    if ((await countExamples(tx, ruleId)) >= MOST_EXAMPLES)
      throw new AppError("conflict", `A rule keeps at most ${MOST_EXAMPLES} examples. Remove one first.`);
    const id = newId();
    await insertExample(tx, { id, ruleId, mustMatch, commentId, ...read, moderatorId, createdAt: now });
    const data = { ruleId, name: rule.definition.name, mustMatch };
    await appendEvents(
      tx,
      [
        {
          type: "rule.example-added",
          siteId,
          actor: `moderator/${moderatorId}`,
          data: { ...data, example: id, ...(commentId && { of: commentId }) },
        },
      ],
      now,
    );
    return id;
  });
}
