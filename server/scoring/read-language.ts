import { detectLanguage } from "../languages/detect.ts";
import { localScorer } from "./local/local.ts";

/** What reads as this harmful in English is judged as English, whatever else it looks like: disguised insults must not pass as foreign. */
const HARMFUL = 0.8;

const english = localScorer();

/** The language to score a comment in, as ISO 639-1; null where nobody can tell, which scorers take as English. */
export async function readLanguage(text: string): Promise<string | null> {
  const language = await detectLanguage(text);
  if (language === null || language === "en") return language;
  const answer = await english.score(text, null);
  if ("unavailable" in answer) return language;
  return Math.max(...Object.values(answer.scores)) >= HARMFUL ? null : language;
}
