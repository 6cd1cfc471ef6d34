import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Example } from "../../server/backtests/contract.ts";
import { readReview } from "../../server/reviews/contract.ts";
import { call } from "../client.ts";
import { Meter } from "../comment/meter.tsx";
import css from "./backtest.module.css";

/** As many as one reads. */
const SHOWN = 5;

/** Comments to read, folded until asked for. */
export function BacktestExamples({ title, examples }: { title: string; examples: Example[] }) {
  if (examples.length === 0) return null;
  return (
    <details className={css.examples}>
      <summary>
        {title} ({examples.length})
      </summary>
      <ul>
        {examples.slice(0, SHOWN).map((example) => (
          <One key={example.commentId} example={example} />
        ))}
      </ul>
    </details>
  );
}

function One({ example: { commentId, score, people } }: { example: Example }) {
  const { t } = useTranslation();
  const { data, isError } = useQuery({
    queryKey: ["review", commentId],
    queryFn: ({ signal }) => call(readReview, { params: { id: commentId }, signal }),
  });
  return (
    <li>
      <div lang={data?.language ?? undefined} dir="auto">
        {data ? data.text : isError ? t("rules.backtest.notShown") : "…"}
      </div>
      <div className={css.seen}>
        {score !== null && <Meter score={score} />} {people && t(`rules.backtest.people.${people}`)}
      </div>
    </li>
  );
}
