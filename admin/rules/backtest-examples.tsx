import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Example } from "../../server/backtests/contract.ts";
import { readReview } from "../../server/reviews/contract.ts";
import type { RuleDefinition } from "../../server/rules/definition.ts";
import type { WordList } from "../../server/word-lists/definition.ts";
import { useActions } from "../actions/use-actions.ts";
import { call } from "../client.ts";
import { Meter } from "../comment/meter.tsx";
import css from "./backtest.module.css";
import { KeepExample } from "./keep-example.tsx";
import { partsWords } from "./part-words.ts";
import { type Examples, keptAs } from "./use-examples.ts";

/** As many as one reads. */
const SHOWN = 5;

export interface Reading {
  /** The rule as it was back-tested. */
  rule: RuleDefinition;
  examples: Examples;
  lists: readonly WordList[];
}

interface Props extends Reading {
  title: string;
  comments: Example[];
}

/** Comments to read, folded until asked for; one at a time is chosen, and kept with the rule by a key. One list is open at a time, so that keys mean one. */
export function BacktestExamples({ title, comments, ...reading }: Props) {
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const shown = comments.slice(0, SHOWN);
  const chosen = shown[at];
  const keep = (mustMatch: boolean) => () => {
    if (!chosen) return;
    reading.examples.add.mutate({ commentId: chosen.commentId, mustMatch });
    setAt(Math.min(at + 1, shown.length - 1));
  };
  useActions(
    {
      "comment.next": () => setAt(Math.min(at + 1, shown.length - 1)),
      "comment.previous": () => setAt(Math.max(at - 1, 0)),
      "rule.mustMatch": keep(true),
      "rule.mustNotMatch": keep(false),
    },
    open,
  );
  if (comments.length === 0) return null;
  return (
    <details
      className={css.examples}
      name="backtest-examples"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        {title} ({comments.length})
      </summary>
      <ul>
        {shown.map((example, i) => (
          <One
            key={example.commentId}
            example={example}
            chosen={i === at}
            onChosen={() => setAt(i)}
            {...reading}
          />
        ))}
      </ul>
    </details>
  );
}

interface OneProps extends Reading {
  example: Example;
  chosen: boolean;
  onChosen: () => void;
}

function One({ example, chosen, onChosen, rule, examples, lists }: OneProps) {
  const { t } = useTranslation();
  const { commentId, score, people, because } = example;
  const { data, isError } = useQuery({
    queryKey: ["review", commentId],
    queryFn: ({ signal }) => call(readReview, { params: { id: commentId }, signal }),
  });
  return (
    <li aria-current={chosen || undefined} onFocus={onChosen}>
      <div lang={data?.language ?? undefined} dir="auto">
        {data ? data.text : isError ? t("rules.backtest.notShown") : "…"}
      </div>
      <div className={css.seen}>
        {score !== null && <Meter score={score} />} {people && t(`rules.backtest.people.${people}`)}
      </div>
      {because.length > 0 && (
        <div className={css.seen}>
          {t("rules.backtest.because", { parts: partsWords(rule, because, lists) })}
        </div>
      )}
      <KeepExample examples={examples} what={{ commentId }} kept={keptAs(examples.items, { commentId })} />
    </li>
  );
}
