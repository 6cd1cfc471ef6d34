import { isBlind } from "../judgements/blind.ts";
import type { EventType } from "./contract.ts";

/** What may be known of a comment before one judges it blind. */
const BEFORE_JUDGING = [
  "comment.posted",
  "comment.edited",
  "comment.withdrawn",
  "claim.made",
  "claim.released",
  "claim.expired",
  "report.made",
  "appeal.made",
  "sample.chosen",
] satisfies EventType[];

/** That `events e` tells nothing of what this person may yet judge blind: neither what was decided on it, nor what was done about its author with that. */
export const openTo = (me: string): string =>
  `(e.type in (${BEFORE_JUDGING.map((type) => `'${type}'`).join(", ")}) or not ${isBlind("e.comment_id", me)})
   and not (e.comment_id is null and e.data ? 'decisionId'
     and exists (select from decisions b where b.id = (e.data->>'decisionId')::uuid and ${isBlind("b.comment_id", me)}))`;
