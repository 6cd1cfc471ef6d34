import { setTimeout as sleep } from "node:timers/promises";
import { log } from "../log.ts";
import { circuit } from "./circuit.ts";
import { Failure } from "./failure.ts";
import type { Scored, Scorer, Unavailable } from "./scorer.ts";
import { tokenBucket } from "./token-bucket.ts";

export interface Remote {
  name: string;
  /** What it is called in sentences. */
  label: string;
  /** One request, within `timeout` ms. Throws Failure. */
  ask(text: string, language: string | null, timeout: number): Promise<Scored>;
}

export interface RemoteOptions {
  /** For everything about one comment: waiting for its turn, the request, and trying again, in ms. */
  timeoutMs: number;
  /** Requests a second, counted in this process. */
  perSecond: number;
  /** Tests bring their own time in ms, pause and chance. */
  now?: () => number;
  pause?: (ms: number) => Promise<unknown>;
  random?: () => number;
}

/** After this many comments in a row without an answer it is left alone for REST ms, so that a dead one does not delay every comment. */
const FAILURES = 5;
const REST = 30_000;
const ATTEMPTS = 3;
/** The pause before the second attempt is a random part of this, in ms, before the third of twice as much ("full jitter"). */
const BACKOFF = 200;
/** A shorter rest of the time allowed, in ms, is not enough for another attempt. */
const WORTH_TRYING = 50;

/**
 * What every scorer elsewhere needs, written once: a limit of time and of requests a second, another try after a passing failure, and a
 * circuit breaker. The scorer it makes never throws, sends no empty text and says in words why it has no answer.
 */
export function remoteScorer(remote: Remote, options: RemoteOptions): Scorer {
  const { timeoutMs, perSecond, now = Date.now, pause = sleep, random = Math.random } = options;
  const { name, label } = remote;
  const line = circuit({ failures: FAILURES, rest: REST, now });
  const bucket = tokenBucket({ perSecond, now });
  const unavailable = (why: string, lasting?: true): Unavailable => ({
    scorer: name,
    unavailable: why,
    ...(lasting && { lasting }),
  });
  const usedUp = `${label} was not asked: its limit of ${perSecond} a second is used up.`;

  let lastFailure = "";

  async function score(text: string, language: string | null): Promise<Scored | Unavailable> {
    if (text.trim() === "") return unavailable("There is no text to score.", true);
    const resting = `${label} failed several times in a row and is left alone for half a minute. ${lastFailure}`;
    if (line.state() === "open") return unavailable(resting);
    const until = now() + timeoutMs;
    // Half of the time at most goes into waiting for a turn; the request needs the rest.
    const turn = bucket.take(timeoutMs / 2);
    if (turn === null) return unavailable(usedUp);
    if (turn > 0) await pause(turn);
    if (!line.mayAsk()) return unavailable(resting);
    try {
      const answer = await trying(text, language, until);
      line.succeeded();
      return answer;
    } catch (error) {
      const failure = known(error);
      if (failure.kind === "text") line.succeeded();
      else {
        line.failed();
        lastFailure = failure.message;
      }
      return unavailable(failure.message, failure.kind === "text" ? true : undefined);
    }
  }

  async function trying(text: string, language: string | null, until: number): Promise<Scored> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await remote.ask(text, language, until - now());
      } catch (error) {
        const failure = known(error);
        if (failure.kind !== "passing" || attempt === ATTEMPTS) throw failure;
        const wait = failure.retryAfter + random() * BACKOFF * 2 ** (attempt - 1);
        const left = until - now() - WORTH_TRYING;
        if (wait > left) throw failure;
        const turn = bucket.take(left);
        if (turn === null) throw failure;
        await pause(Math.max(wait, turn));
      }
    }
  }

  function known(error: unknown): Failure {
    if (error instanceof Failure) return error;
    log.error({ scorer: name, reason: (error as Error).name }, "A scorer failed in a way it does not know");
    return new Failure("lasting", `${label} could not be asked.`);
  }

  return { name, score, circuit: line.state };
}
