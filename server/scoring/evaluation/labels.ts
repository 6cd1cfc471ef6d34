import { ATTRIBUTES, type Attribute } from "../scorer.ts";

/** What an attribute's label is called in the collections people have: Perspective's own names, Jigsaw's, and plain ones. */
const NAMES: Record<Attribute, readonly string[]> = {
  TOXICITY: ["TOXICITY", "toxicity", "toxic", "label", "target", "is_toxic"],
  SEVERE_TOXICITY: ["SEVERE_TOXICITY", "severe_toxicity", "severe_toxic"],
  INSULT: ["INSULT", "insult"],
  PROFANITY: ["PROFANITY", "profanity", "obscene"],
  THREAT: ["THREAT", "threat"],
  IDENTITY_ATTACK: ["IDENTITY_ATTACK", "identity_attack", "identity_hate"],
};

export type Labels = Partial<Record<Attribute, number>>;

/** People's judgement of a row, 0 to 1 for each attribute that it names; what is empty or null nobody judged. */
export function labelsOf(fields: Record<string, unknown>): Labels {
  const labels: Labels = {};
  for (const attribute of ATTRIBUTES) {
    const name = NAMES[attribute].find((usual) => fields[usual] !== undefined);
    const value = name === undefined ? null : judgement(fields[name]);
    if (value !== null) labels[attribute] = value;
  }
  return labels;
}

function judgement(value: unknown): number | null {
  if (typeof value === "boolean") return Number(value);
  if (typeof value === "string") {
    const word = value.trim().toLowerCase();
    if (word === "") return null;
    if (["true", "yes"].includes(word)) return 1;
    if (["false", "no"].includes(word)) return 0;
    return judgement(Number(word));
  }
  return typeof value === "number" && value >= 0 && value <= 1 ? value : null;
}
