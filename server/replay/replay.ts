import { randomBytes } from "node:crypto";
import { openApi } from "./api.ts";
import { auditRun } from "./audit.ts";
import { type Faults, followUp, storedTwicePublicly } from "./check.ts";
import { conversation } from "./conversation.ts";
import { type Desk, whyHeld } from "./desk.ts";
import { inParallel } from "./in-parallel.ts";
import { readLines } from "./lines.ts";
import { type Ear, listenAt } from "./live.ts";
import { paceOf } from "./pace.ts";
import { type Accepted, postRow, type Refused } from "./post-row.ts";
import { type Row, readRow } from "./row.ts";

export interface ReplayOptions {
  file: string;
  /** Servers that share a database; each is asked in turn. */
  urls: readonly string[];
  site: string;
  /** Posts a second. */
  rate: number;
  /** Where articles are that the file names by an id alone. */
  articleBase: string;
  /** A signed-in desk, to learn why comments are held and when moderators see them; null without. */
  desk: Desk | null;
  /** How long, in ms, the last comments may take to be decided. */
  patience?: number;
  /** Stops posting; what was accepted is followed to its end. */
  stop?: AbortSignal;
  progress(now: { posted: number; checked: number }): void;
  /** A line that is no comment, a row that was refused, a server that is slow to answer. */
  remark(sentence: string): void;
}

export interface Outcome extends Faults {
  accepted: Accepted[];
  refused: Refused[];
  badLines: number;
  /** How often a server said "later" or did not answer. */
  triedAgain: number;
  /** From the first post to the last answer. */
  seconds: number;
  /** For each rule, how many of the held comments it holds; null without a desk. */
  whyHeld: Map<string, number> | null;
  /** When each decision was heard, by performance.now(). */
  heardAtDesk: Ear["heard"] | null;
  heardByReaders: Ear["heard"];
  /** Whether the audit log was asked for doubles, or only what is public. */
  audited: boolean;
}

/** Rows under way at once: what a slow server may have open. */
const WIDTH = 200;
const PATIENCE = 120_000;
/** Articles that are listened to as their readers do; the first so many. */
const EARS = 100;

/** Posts every row as its reader would, follows each to its decision, and looks for what was lost or doubled. */
export async function replay(options: ReplayOptions): Promise<Outcome> {
  const { site, desk, urls } = options;
  const api = openApi(urls, site);
  const accepted: Accepted[] = [];
  const refused: Refused[] = [];
  const counts = { badLines: 0, posted: 0, checked: 0, triedAgain: 0 };
  const pace = paceOf(options.rate);
  const listening = readersEars(urls.at(-1) as string, site);
  const say = (): void => options.progress(counts);
  const sender = {
    api,
    pace,
    run: randomBytes(6).toString("hex"),
    tryingAgain(why: string) {
      counts.triedAgain += 1;
      if (counts.triedAgain === 1) options.remark(`Trying again: ${why}`);
    },
  };
  const said = conversation();
  /** The last word of each reader, so that nobody writes two comments at once and the token of the first serves the next. */
  const readers = new Map<string, Promise<string | null>>();

  async function* rows(): AsyncGenerator<Row> {
    for await (const { line, json } of readLines(options.file)) {
      if (options.stop?.aborted) return;
      let row: Row;
      try {
        row = readRow(line, json, options.articleBase);
      } catch (error) {
        counts.badLines += 1;
        options.remark(`Line ${line} is left out: ${(error as Error).message}.`);
        continue;
      }
      await pace.turn();
      yield row;
    }
  }

  async function post(row: Row): Promise<Accepted | Refused> {
    const parent = said.parentOf(row);
    const [token, parentId] = await Promise.all([readers.get(row.reader) ?? null, parent, listening.to(row)]);
    return postRow(sender, row, { token, parentId });
  }

  async function work(row: Row): Promise<void> {
    const before = readers.get(row.reader);
    const outcome = post(row);
    said.note(row, outcome);
    readers.set(
      row.reader,
      outcome.then(async (one) => ("comment" in one ? one.comment.token : ((await before) ?? null))),
    );
    const one = await outcome;
    counts.posted += 1;
    if ("comment" in one) accepted.push(one);
    else {
      refused.push(one);
      options.remark(`Line ${row.line} was refused: ${one.why}`);
    }
    say();
  }

  try {
    const began = performance.now();
    await inParallel(rows(), WIDTH, work);
    const seconds = (performance.now() - began) / 1_000;
    const followed = await followUp(api, accepted, options.patience ?? PATIENCE, () => {
      counts.checked += 1;
      say();
    });
    const audit = desk?.isOwner ? await auditRun(api, desk, site, accepted) : null;
    const held = new Set(
      accepted.filter(({ comment }) => comment.status === "held").map(({ comment }) => comment.id),
    );
    return {
      accepted,
      refused,
      badLines: counts.badLines,
      triedAgain: counts.triedAgain,
      seconds,
      ...followed,
      ...(audit ?? { storedTwice: await storedTwicePublicly(api, accepted) }),
      whyHeld: desk && (await whyHeld(api, desk, site, held)),
      heardAtDesk: desk?.heard ?? null,
      heardByReaders: listening.heard(),
      audited: audit !== null,
    };
  } finally {
    listening.close();
  }
}

/** Opens an article's live door before its first comment, as whoever reads it has. */
function readersEars(url: string, site: string) {
  const ears = new Map<string, Promise<Ear | null>>();
  const open: Ear[] = [];
  return {
    async to({ article }: Row): Promise<void> {
      let ear = ears.get(article.url);
      if (!ear && ears.size < EARS) {
        ear = listenAt(`${url}/readers`, { auth: { site, article } }).then(
          (heard) => {
            open.push(heard);
            return heard;
          },
          // Comments are posted all the same; they are only not heard of.
          () => null,
        );
        ears.set(article.url, ear);
      }
      await ear;
    },
    heard: (): Ear["heard"] => new Map(open.flatMap(({ heard }) => [...heard])),
    close() {
      for (const ear of open) ear.close();
    },
  };
}
