import { type Db, inTransaction } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { existing } from "../rules/existing.ts";
import { lockRule } from "../rules/store.ts";
import { deleteExample } from "./store.ts";

/** Throws AppError("not_found"). */
export function removeExample(
  db: Db,
  { siteId, ruleId, id, moderatorId }: { siteId: string; ruleId: string; id: string; moderatorId: string },
): Promise<void> {
  return inTransaction(db, async (tx) => {
    const rule = existing(await lockRule(tx, siteId, ruleId));
    const removed = await deleteExample(tx, { ruleId, id });
    if (!removed)
      throw new AppError(
        "not_found",
        "This rule keeps no such example. Somebody may have removed it already.",
      );
    const data = { ruleId, name: rule.definition.name, mustMatch: removed.mustMatch, example: id };
    await appendEvents(tx, [
      { type: "rule.example-removed", siteId, actor: `moderator/${moderatorId}`, data },
    ]);
  });
}
