import type { Thread } from "../comments/contract.ts";
import type { Answer, Api } from "./api.ts";
import { inParallel } from "./in-parallel.ts";
import { sleep } from "./pace.ts";
import { type Accepted, ownComment } from "./post-row.ts";

/** What the server has in the end that it should not have. */
export interface Faults {
  /** Accepted, but not there, or still pending when patience ended. */
  lost: Accepted[];
  /** Decided more than once. */
  decidedTwice: string[];
  /** Stored beside the comment that was answered, with the same words of the same reader. */
  storedTwice: string[];
}

const LOOK_AGAIN = 250;
const WIDTH = 16;
/** Posting makes version 1, the one decision version 2. */
const DECIDED_ONCE = 2;

/**
 * Asks for every accepted comment as its author, until it is decided or `patience` (ms) ends, and notes what it has become. Without a desk, a comment with more than one decision
 * counts as decided twice, also when a moderator's was the second.
 */
export async function followUp(
  api: Api,
  accepted: readonly Accepted[],
  patience: number,
  checked: () => void,
): Promise<Pick<Faults, "lost" | "decidedTwice">> {
  const lost: Accepted[] = [];
  const decidedTwice: string[] = [];
  const end = performance.now() + patience;
  await inParallel(accepted, WIDTH, async (one) => {
    for (;;) {
      const now = await ownComment({ api }, one).catch(() => null);
      if (now !== null && now.status !== "pending") {
        one.decidedAt ??= performance.now();
        one.comment = { ...one.comment, ...now };
        if (now.version > DECIDED_ONCE) decidedTwice.push(now.id);
        break;
      }
      if (performance.now() > end) {
        lost.push(one);
        break;
      }
      await sleep(LOOK_AGAIN);
    }
    checked();
  });
  return { lost, decidedTwice };
}

/** What public threads show besides the comments that were answered, with the same words of the same reader, written since the run began. */
export async function storedTwicePublicly(api: Api, accepted: readonly Accepted[]): Promise<string[]> {
  const ids = new Set(accepted.map(({ comment }) => comment.id));
  const same = new Set(accepted.map(({ row, comment }) => sameness(row.reader, comment.text)));
  const began = accepted.map(({ comment }) => comment.createdAt).sort()[0] ?? "";
  const doubled: string[] = [];
  for (const article of new Set(accepted.map(({ row }) => row.article.url))) {
    let after: string | null = null;
    do {
      const query = new URLSearchParams({ article, sort: "newest", limit: "200", ...(after && { after }) });
      const page: Answer<Thread> = await api.ask("GET", `${api.comments}?${query}`);
      if (page.status !== 200) break;
      for (const { id, reader, text, createdAt } of page.body.items)
        if (createdAt >= began && !ids.has(id) && same.has(sameness(reader.name, text))) doubled.push(id);
      after = (page.body.items.at(-1)?.createdAt ?? "") >= began ? page.body.next : null;
    } while (after);
  }
  return doubled;
}

const sameness = (reader: string, text: string): string => JSON.stringify([reader, text]);
