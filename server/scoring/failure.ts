/**
 * Why one request to a scorer brought no scores, in words that hold neither key nor comment. `passing`: worth trying again at once;
 * `lasting`: it will fail the same way until somebody mends it (a wrong key); `text`: it is about this text and says nothing of its health.
 */
export class Failure extends Error {
  override name = "Failure";
  readonly kind: "passing" | "lasting" | "text";
  /** How long it asks to be left alone, in ms. */
  readonly retryAfter: number;

  constructor(kind: Failure["kind"], words: string, retryAfter = 0) {
    super(words);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }
}
