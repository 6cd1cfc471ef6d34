import { setImmediate } from "node:timers/promises";
import { askInOrder, firstWith } from "../scoring/ask-in-order.ts";
import { readLanguage } from "../scoring/read-language.ts";
import { ATTRIBUTES, type Scored, type Scorer } from "../scoring/scorer.ts";
import { MOST_SPANS, type TextScores } from "./contract.ts";

/** Texts under way at a time, so that a scorer far away is not asked a thousand times at once. */
const AT_ONCE = 8;
/** How long texts may be scored before others get a turn, in ms. */
const TURN = 5;

/** Scores texts in their order. Lets other requests through between texts: a thousand long ones take a second. */
export async function scoreTexts(
  scorers: readonly Scorer[],
  { texts, language, spans }: { texts: readonly string[]; language?: string | undefined; spans: boolean },
): Promise<TextScores[]> {
  const items: TextScores[] = [];
  let next = 0;
  let turn = performance.now();

  async function work(): Promise<void> {
    while (next < texts.length) {
      const i = next++;
      const item = await scoreOne(scorers, texts[i] as string, language);
      items[i] = { ...item, spans: spans ? item.spans.slice(0, MOST_SPANS) : [] };
      if (performance.now() - turn < TURN) continue;
      await setImmediate();
      turn = performance.now();
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return items;
}

async function scoreOne(
  scorers: readonly Scorer[],
  text: string,
  given: string | undefined,
): Promise<TextScores> {
  const language = given ?? (await readLanguage(text));
  const answers = await askInOrder(scorers, text, language, ATTRIBUTES);
  const scores: TextScores["scores"] = {};
  const spans: TextScores["spans"] = [];
  const used = new Set<Scored>();
  for (const attribute of ATTRIBUTES) {
    const scored = firstWith(answers, attribute);
    if (!scored) continue;
    used.add(scored);
    scores[attribute] = scored.scores[attribute] as number;
    spans.push(...scored.spans.filter((span) => span.attribute === attribute));
  }
  const silent = answers.find((answer) => "unavailable" in answer);
  return {
    language,
    scores,
    spans,
    scorers: [...used].map(({ scorer, model, version }) => ({ scorer, model, version })),
    unscored: used.size > 0 ? null : (silent?.unavailable ?? "No scorer is configured."),
  };
}
