import type { Found } from "../../server/search/contract.ts";
import css from "../comment/marked-text.module.css";
import { pieces } from "./pieces.ts";

/** A comment's words, with those that were searched for marked. */
export function FoundText({ found }: { found: Found }) {
  return (
    <span className={css.text} lang={found.language ?? undefined} dir="auto">
      {pieces(found.text, found.marks).map(({ start, text, marked }) =>
        marked ? (
          <mark key={start} className={css.mark}>
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </span>
  );
}
