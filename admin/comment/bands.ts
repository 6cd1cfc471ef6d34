import { t } from "i18next";

/** Scores are shown as named bands; the number is one hover or focus away. */
export const BANDS = [
  { name: "low", below: 0.3, steps: 1 },
  { name: "medium", below: 0.6, steps: 2 },
  { name: "high", below: 0.85, steps: 3 },
  { name: "veryHigh", below: Number.POSITIVE_INFINITY, steps: 4 },
] as const;

export type Band = (typeof BANDS)[number];

export function bandOf(score: number): Band {
  return BANDS.find((band) => score < band.below) ?? BANDS[3];
}

/** Attributes in the order they are shown. */
export const ATTRIBUTES = [
  "TOXICITY",
  "SEVERE_TOXICITY",
  "INSULT",
  "PROFANITY",
  "THREAT",
  "IDENTITY_ATTACK",
] as const;

export type Attribute = (typeof ATTRIBUTES)[number];

export function attributeName(attribute: string): string {
  const known = ATTRIBUTES.find((id) => id === attribute);
  if (known) return t(`comment.attribute.${known}`);
  const words = attribute.replaceAll("_", " ").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
