import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { CaughtComment } from "../../server/word-lists/definition.ts";
import page from "../app/page.module.css";
import { pathOf } from "../app/place.ts";
import { Parts } from "../comment/marked-text.tsx";
import { cut } from "../comment/segments.ts";
import { When } from "../comment/when.tsx";
import css from "./tried.module.css";

/** Letters shown before and behind the first mark of a long comment. */
const AROUND = { before: 90, behind: 200 };

/** Comments to read, with the words marked. */
export function Examples({ examples }: { examples: readonly CaughtComment[] }) {
  const { t } = useTranslation();
  if (examples.length === 0) return null;
  return (
    <ul className={css.examples} aria-label={t("wordLists.tried.examples")}>
      {examples.map((example) => (
        <li key={example.id}>
          <div>
            <Excerpt example={example} />
          </div>
          <div className={page.meta}>
            {example.people ? t(`wordLists.people.${example.people}`) : t("wordLists.people.none")} ·{" "}
            <Link href={pathOf(undefined, "held", example.id)}>
              <When at={example.postedAt} />
            </Link>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Excerpt({ example: { text, language, marks } }: { example: CaughtComment }) {
  const first = marks[0]?.start ?? 0;
  const from = edge(text, first - AROUND.before, 0);
  const to = edge(text, first + AROUND.behind, text.length);
  const within = marks
    .filter(({ start, end }) => start >= from && end <= to)
    .map(({ start, end }) => ({ start: start - from, end: end - from, because: "" }));
  return (
    <>
      {from > 0 && "… "}
      <Parts parts={cut(text.slice(from, to), within)} language={language} quiet />
      {to < text.length && " …"}
    </>
  );
}

/** Where a word begins near this place, or the end of the text on that side. */
function edge(text: string, at: number, end: number): number {
  if (at <= 0) return 0;
  if (at >= text.length) return text.length;
  const space = text.indexOf(" ", at);
  return space < 0 || space - at > 30
    ? end === 0
      ? at
      : Math.min(at + 30, text.length)
    : space + (end === 0 ? 1 : 0);
}
