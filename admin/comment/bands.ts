/** Scores are shown as named bands; the number is one hover or focus away. */
export const BANDS = [
  { name: "Low", below: 0.3, steps: 1 },
  { name: "Medium", below: 0.6, steps: 2 },
  { name: "High", below: 0.85, steps: 3 },
  { name: "Very high", below: Number.POSITIVE_INFINITY, steps: 4 },
] as const;

export type Band = (typeof BANDS)[number];

export function bandOf(score: number): Band {
  return BANDS.find((band) => score < band.below) ?? BANDS[3];
}

/** Attributes in the order they are shown, with the words the desk uses for them. */
export const ATTRIBUTES = [
  ["TOXICITY", "Toxicity"],
  ["SEVERE_TOXICITY", "Severe toxicity"],
  ["INSULT", "Insult"],
  ["PROFANITY", "Profanity"],
  ["THREAT", "Threat"],
  ["IDENTITY_ATTACK", "Identity attack"],
] as const;

export type Attribute = (typeof ATTRIBUTES)[number][0];

export function attributeName(attribute: string): string {
  const known = ATTRIBUTES.find(([id]) => id === attribute);
  if (known) return known[1];
  const words = attribute.replaceAll("_", " ").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Two digits, as moderators compare them: 0.93. */
export function exact(score: number): string {
  return score.toFixed(2);
}
