import { scoreAll } from "./score-all.ts";
import type { Attribute, Scored, Scorer, Unavailable } from "./scorer.ts";

/** Asks scorers one after another until each of these attributes has a score, or all have been asked. */
export async function askInOrder(
  scorers: readonly Scorer[],
  text: string,
  language: string | null,
  attributes: readonly Attribute[],
): Promise<(Scored | Unavailable)[]> {
  const answers: (Scored | Unavailable)[] = [];
  for (const scorer of scorers) {
    if (attributes.every((attribute) => firstWith(answers, attribute))) break;
    answers.push(...(await scoreAll([scorer], text, language)));
  }
  return answers;
}

/** The first answer, in the scorers' order, that has a score for the attribute. */
export function firstWith(
  answers: readonly (Scored | Unavailable)[],
  attribute: Attribute,
): Scored | undefined {
  return answers.filter(isScored).find(({ scores }) => scores[attribute] !== undefined);
}

const isScored = (answer: Scored | Unavailable): answer is Scored => !("unavailable" in answer);
