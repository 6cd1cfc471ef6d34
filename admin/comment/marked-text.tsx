import { Tooltip } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Review } from "../../server/reviews/contract.ts";
import css from "./marked-text.module.css";
import { type Segment, segments } from "./segments.ts";

/** The comment's own words, with those that mattered marked. `quiet` marks carry no tooltip: for lists. */
export function MarkedText({ review, quiet }: { review: Review; quiet?: boolean }) {
  const { i18n } = useTranslation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the causes are words of the language
  const parts = useMemo(() => segments(review), [review, i18n.language]);
  return <Parts parts={parts} language={review.language} quiet={quiet ?? false} />;
}

/** A text cut into parts, with the cause of each mark. */
export function Parts(props: { parts: Segment[]; language: string | null; quiet: boolean }) {
  const { parts, language, quiet } = props;
  return (
    <span className={css.text} lang={language ?? undefined} dir="auto">
      {parts.map((part) => {
        if (part.because.length === 0) return part.text;
        if (quiet) {
          return (
            <mark key={part.start} className={css.mark}>
              {part.text}
            </mark>
          );
        }
        return (
          <Tooltip key={part.start} label={<Because because={part.because} />}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: focus is how the keyboard learns why a word is marked */}
            <mark className={css.mark} tabIndex={0}>
              {part.text}
            </mark>
          </Tooltip>
        );
      })}
    </span>
  );
}

function Because({ because }: { because: string[] }) {
  return because.map((words) => <div key={words}>{words}</div>);
}
