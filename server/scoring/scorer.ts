import type { CircuitState } from "./circuit.ts";

/** What a scorer may be asked for, in Perspective's words. */
export const ATTRIBUTES = [
  "TOXICITY",
  "SEVERE_TOXICITY",
  "INSULT",
  "PROFANITY",
  "THREAT",
  "IDENTITY_ATTACK",
] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

/** Words that raised a score: character offsets (UTF-16, end exclusive) into the text exactly as it was given. */
export interface Span {
  start: number;
  end: number;
  attribute: Attribute;
  /** 0 to 1: how strongly these words alone carry the attribute. */
  score: number;
}

/** A scorer's answer: probabilities 0 to 1, and which model of which version gave them. */
export interface Scored {
  scorer: string;
  model: string;
  version: string;
  scores: Partial<Record<Attribute, number>>;
  spans: Span[];
}

/** A scorer that could not answer says so, and why, in words fit for the owner's page. */
export interface Unavailable {
  scorer: string;
  unavailable: string;
  /** Set where the reason is the text's language: trying again is of no use. */
  language?: string;
  /** It is about this text in another way (it is empty, it was refused): trying again is of no use either. */
  lasting?: true;
}

export interface Scorer {
  name: string;
  /** `language`: ISO 639-1, or null where nobody could tell. */
  score(text: string, language: string | null): Promise<Scored | Unavailable>;
  /** The languages it scores, as ISO 639-1; left out: it finds out with each text. What nobody can tell the language of counts as any. */
  languages?: readonly string[];
  /** For one that may be away: whether it is being asked. */
  circuit?(): CircuitState;
  /** The same scorer for somebody who asks through the API and waits, where that is worth a difference. */
  patient?: Scorer;
  /** Lets go of what it holds, such as threads. */
  stop?(): Promise<void>;
}

/** Whether a scorer may have a score for a text in this language: only asking tells, where it has no list. */
export const mayKnow = ({ languages }: Scorer, language: string | null): boolean =>
  language === null || languages === undefined || languages.includes(language);
