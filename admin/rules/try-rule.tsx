import { Button, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { readReview } from "../../server/reviews/contract.ts";
import { tryRule } from "../../server/rule-checks/contract.ts";
import { LONGEST_EXAMPLE } from "../../server/rule-examples/contract.ts";
import type { Comparison } from "../../server/rules/definition.ts";
import { FormError } from "../app/form-error.tsx";
import { Icon } from "../app/icons.tsx";
import { Section } from "../app/section.tsx";
import { call } from "../client.ts";
import { type Condition, phrase } from "../comment/conditions.ts";
import { Parts } from "../comment/marked-text.tsx";
import { Meter } from "../comment/meter.tsx";
import { cut } from "../comment/segments.ts";
import css from "./aside.module.css";
import { type Draft, definitionOf, isComplete } from "./draft.ts";
import { KeepExample } from "./keep-example.tsx";
import { clause } from "./sentence.ts";
import { type Examples, keptAs } from "./use-examples.ts";

/** The id of a comment alone, or at the end of its address. */
const COMMENT = /^(?:\S*\/)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/i;

interface Props {
  site: string;
  draft: Draft;
  /** Where what was tried can be kept; null while the rule has never been saved. */
  examples: Examples | null;
}

/** What the rule, as it is in the form, makes of one comment. */
export function TryRule({ site, draft, examples }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const given = { name: "…", reason: "…" };
  const definition = definitionOf({
    ...draft,
    name: draft.name.trim() || given.name,
    reason: draft.reason.trim() || given.reason,
  });
  const attempt = useMutation({
    mutationFn: async (rule: typeof definition) => {
      const commentId = COMMENT.exec(text.trim())?.[1];
      const body = { definition: rule, ...(commentId ? { commentId } : { text }) };
      const [result, review] = await Promise.all([
        call(tryRule, { params: { site }, body }),
        commentId ? call(readReview, { params: { id: commentId } }) : null,
      ]);
      return {
        ...result,
        text: review?.text ?? text,
        language: review?.language ?? null,
        stored: review !== null,
        what: commentId ? { commentId } : { text: text.trim() },
      };
    },
  });
  const { data } = attempt;
  const old = attempt.variables && JSON.stringify(attempt.variables) !== JSON.stringify(definition);
  return (
    <Section title={t("rules.try.title")} about={t("rules.try.about")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          attempt.mutate(definition);
        }}
      >
        <Textarea
          label={t("rules.try.text")}
          placeholder={t("rules.try.placeholder")}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={5_000}
          required
          withAsterisk={false}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          mt="sm"
          loading={attempt.isPending}
          disabled={text.trim() === "" || !isComplete(draft)}
        >
          {t("rules.try.act")}
        </Button>
      </form>
      <FormError error={attempt.error} />
      <div aria-live="polite">{data && <Result result={data} unknownThen={definition.whenUnknown} />}</div>
      {data && examples && data.text.length <= (data.stored ? Number.POSITIVE_INFINITY : LONGEST_EXAMPLE) && (
        <>
          <p className={css.hint}>{t("rules.examples.keepAs")}</p>
          <KeepExample examples={examples} what={data.what} kept={keptAs(examples.items, data.what)} />
        </>
      )}
      {data && old && <p className={css.hint}>{t("rules.try.old")}</p>}
    </Section>
  );
}

interface Tried {
  outcome: "matches" | "exempt" | "unknown" | "no-match";
  action: "approve" | "hold" | "reject" | "tag" | null;
  when: Condition[];
  unless: Condition[];
  text: string;
  language: string | null;
  stored: boolean;
}

function Result({ result, unknownThen }: { result: Tried; unknownThen: Draft["whenUnknown"] }) {
  const { t } = useTranslation();
  const { outcome, action, when, unless, text, language, stored } = result;
  const marks = [...when, ...unless].flatMap((condition) =>
    (condition.met ? (condition.marks ?? []) : []).map((mark) => ({ ...mark, because: clauseOf(condition) })),
  );
  return (
    <div className={css.result}>
      <p className={css.outcome} data-outcome={outcome}>
        {outcome === "matches" && action
          ? t(`rules.try.outcome.matches.${action}`)
          : t(`rules.try.outcome.${outcome === "matches" ? "no-match" : outcome}`)}{" "}
        {outcome === "unknown" &&
          t(`rules.try.outcome.unknownThen.${action === "tag" ? "skip" : (action ?? "skip")}`)}
      </p>
      <p className={css.text}>
        <Parts parts={cut(text, marks)} language={language} quiet={false} />
      </p>
      <Trace title={t("rules.try.when")} conditions={when} />
      {unless.length > 0 && <Trace title={t("rules.try.unless")} conditions={unless} />}
      {!stored && [...when, ...unless].some(({ met }) => met === null) && unknownThen && (
        <p className={css.hint}>{t("rules.try.noReader")}</p>
      )}
    </div>
  );
}

const clauseOf = (condition: Condition): string => clause(condition as Comparison);

function Trace({ title, conditions }: { title: string; conditions: Condition[] }) {
  const { t } = useTranslation();
  return (
    <>
      <h3>{title}</h3>
      <ul className={css.trace}>
        {conditions.map((condition) => {
          const met = condition.met === null ? "unknown" : condition.met ? "yes" : "no";
          const { score, seen } = phrase(condition);
          return (
            <li key={`${condition.fact} ${condition.op} ${condition.value}`} data-met={met}>
              <span role="img" aria-label={t(`rules.try.met.${met}`)}>
                <Icon name={met === "yes" ? "check" : met === "no" ? "cross" : "clock"} size={15} />
              </span>
              <span>
                {clauseOf(condition)}{" "}
                <span className={css.seen}>
                  {score === null ? t("rules.try.seen", { seen }) : <Meter score={score} />}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
