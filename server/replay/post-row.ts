import type { OwnComment, PostedComment } from "../comments/contract.ts";
import { type Answer, type Api, bearer, detailOf } from "./api.ts";
import { type Pace, sleep } from "./pace.ts";
import type { Row } from "./row.ts";

/** A comment the server answered with 201. Times are performance.now(). */
export interface Accepted {
  row: Row;
  comment: PostedComment;
  sentAt: number;
  /** When the reader knew the decision; null while it is pending. */
  decidedAt: number | null;
}

/** A comment the server did not take, or that nobody answered for. */
export interface Refused {
  row: Row;
  why: string;
}

export interface Sender {
  api: Api;
  pace: Pace;
  /** Names this run: keys that a run repeats are new in the next one. */
  run: string;
  /** Told of each time a server said "later", or did not answer. */
  tryingAgain(why: string): void;
}

/** An answer may say `pending` after this long, in s, the most the API waits. */
const WAIT = 10;
/** Tries before a row counts as refused: some two minutes of servers that do not answer. */
const TRIES = 30;
/** The longest pause a server may ask for, in ms. */
const LONGEST_PAUSE = 300_000;

/**
 * Posts a row as its reader's page would: with the reader's token once there is one, an idempotency key, and the wish to wait for the decision. Tries
 * again when the server says later or does not answer. A reply whose parent is gone meanwhile is posted as a comment of its own.
 */
export async function postRow(
  sender: Sender,
  row: Row,
  { token, parentId }: { token: string | null; parentId: string | null },
): Promise<Accepted | Refused> {
  const sentAt = performance.now();
  const answer = await trying(sender, () =>
    sender.api.ask<PostedComment>("POST", sender.api.comments, {
      body: {
        article: row.article,
        text: row.text,
        ...(parentId && { parentId }),
        ...(!token && { reader: { name: row.reader } }),
      },
      headers: {
        "idempotency-key": `replay-${sender.run}-${row.line}${parentId ? "-reply" : ""}`,
        prefer: `wait=${WAIT}`,
        ...(token && bearer(token)),
      },
    }),
  );
  if (typeof answer === "string") return { row, why: answer };
  if (answer.status === 404 && parentId) return postRow(sender, row, { token, parentId: null });
  if (answer.status !== 201) return { row, why: detailOf(answer) };
  const { status } = answer.body;
  return {
    row,
    comment: answer.body,
    sentAt,
    decidedAt: status === "pending" ? null : performance.now(),
  };
}

/** The author's view of a comment as it is now; null when the server shows none. */
export async function ownComment(
  { api }: Pick<Sender, "api">,
  { comment }: Accepted,
): Promise<OwnComment | null> {
  const answer = await api.ask<OwnComment>("GET", `${api.comments}/${comment.id}`, {
    headers: bearer(comment.token),
  });
  return answer.status === 200 ? answer.body : null;
}

/** The first answer that is not "later"; why there was none, in words, when the tries are used up. */
async function trying<T>(
  { pace, tryingAgain }: Sender,
  send: () => Promise<Answer<T>>,
): Promise<Answer<T> | string> {
  let why = "";
  for (let n = 0; n < TRIES; n += 1) {
    const answer = await send().catch(() => null);
    if (answer === null) {
      why = "No server answered.";
      tryingAgain(why);
      await sleep(Math.min(250 * 2 ** n, 5_000));
    } else if (answer.status === 429 || answer.status >= 500) {
      why = detailOf(answer);
      tryingAgain(why);
      pace.pause(pauseOf(answer.headers.get("retry-after"), n));
    } else return answer;
    await pace.resumed();
  }
  return why;
}

/** How long Retry-After says, in ms; without it, longer from try to try. */
function pauseOf(retryAfter: string | null, n: number): number {
  const seconds = Number(retryAfter ?? "");
  if (retryAfter && seconds > 0) return Math.min(seconds * 1_000, LONGEST_PAUSE);
  return Math.min(250 * 2 ** n, 5_000);
}
