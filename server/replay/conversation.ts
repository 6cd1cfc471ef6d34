import { LRUCache } from "lru-cache";
import type { Accepted, Refused } from "./post-row.ts";
import type { Row } from "./row.ts";

type Outcome = Promise<Accepted | Refused>;

export interface Conversation {
  /** The comment this row answers, if it was posted in this run and is public; a row's outcome is noted with `note`. */
  parentOf(row: Row): Promise<string | null>;
  note(row: Row, outcome: Outcome): void;
}

/** Of so many comments it is remembered what became of them; an answer to an older one is a comment of its own. */
const REMEMBERED = 20_000;

/** Who answers whom: by the words that are answered, else by the latest comment of the first reader mentioned who wrote under the article. */
export function conversation(): Conversation {
  const outcomes = new LRUCache<string, Outcome>({ max: REMEMBERED });
  const keyOf = (kind: "text" | "reader", row: Row, named: string): string =>
    JSON.stringify([kind, row.article.id ?? row.article.url, named.trim().toLowerCase()]);

  function answered(row: Row): Outcome | undefined {
    const byWords = row.previous === null ? undefined : outcomes.get(keyOf("text", row, row.previous));
    if (byWords) return byWords;
    for (const name of row.mentions) {
      const theirs = outcomes.get(keyOf("reader", row, name));
      if (theirs) return theirs;
    }
    return undefined;
  }

  return {
    async parentOf(row) {
      const parent = await answered(row);
      return parent && "comment" in parent && parent.comment.status === "approved" ? parent.comment.id : null;
    },
    note(row, outcome) {
      outcomes.set(keyOf("text", row, row.text), outcome);
      outcomes.set(keyOf("reader", row, row.reader), outcome);
    },
  };
}
