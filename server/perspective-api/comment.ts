import { ATTRIBUTES, type Attribute } from "../scoring/scorer.ts";
import { type AnalyzeRequest, MOST_BYTES } from "./contract.ts";
import { commentEmpty, commentTooLong, invalidRequest, unknownAttribute } from "./errors.ts";

/** The text of a request. Throws Perspective's refusals: empty, too long, HTML, two kinds of context. */
export function textOf({ comment, context }: Pick<AnalyzeRequest, "comment" | "context">): string {
  const text = comment?.text ?? "";
  if (text.trim() === "") throw commentEmpty();
  if (comment?.type === "HTML") throw invalidRequest("Currently, only 'PLAIN_TEXT' comments are supported");
  // A UTF-16 unit is three bytes of UTF-8 at most, so most texts need not be measured.
  if (text.length * 3 > MOST_BYTES && Buffer.byteLength(text) > MOST_BYTES) throw commentTooLong();
  if (context?.entries && context.articleAndParentComment) {
    throw invalidRequest(
      "Context can have either entries or article_and_parent_comment, but both fields were populated.",
    );
  }
  return text;
}

/** The name as an attribute of ours. Throws as Perspective does for one it does not know. */
export function knownAttribute(name: string): Attribute {
  const known = ATTRIBUTES.find((attribute) => attribute === name);
  if (known === undefined) throw unknownAttribute(name);
  return known;
}
