import { VisuallyHidden } from "@mantine/core";
import { diffWordsWithSpace } from "diff";
import { useTranslation } from "react-i18next";
import css from "./unfolded.module.css";

/** Milliseconds after which two texts count as wholly different: 5,000 characters without a common word take longer. */
const PATIENCE = 200;

/** What was taken out of a text and put into it, by words; told to screen readers too. */
export function Difference({ before, after }: { before: string; after: string }) {
  const { t } = useTranslation();
  const parts = diffWordsWithSpace(before, after, { timeout: PATIENCE }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  return (
    <p className={css.difference} dir="auto">
      {parts.map(({ value, removed, added }, i) => {
        // The parts of two given texts are always the same, so their places are names enough.
        const key = `${i}`;
        if (!removed && !added) return <span key={key}>{value}</span>;
        const Mark = removed ? "del" : "ins";
        return (
          <Mark key={key}>
            <VisuallyHidden>
              {t(removed ? "comment.changes.removed" : "comment.changes.added")}{" "}
            </VisuallyHidden>
            {value}
          </Mark>
        );
      })}
    </p>
  );
}
