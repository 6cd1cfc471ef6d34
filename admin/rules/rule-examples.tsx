import { ActionIcon, Textarea, Tooltip } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type ExampleResult,
  LONGEST_EXAMPLE,
  type RuleExample,
} from "../../server/rule-examples/contract.ts";
import type { RuleDefinition } from "../../server/rules/definition.ts";
import type { WordList } from "../../server/word-lists/definition.ts";
import { FormError } from "../app/form-error.tsx";
import { Icon } from "../app/icons.tsx";
import { Section } from "../app/section.tsx";
import aside from "./aside.module.css";
import css from "./examples.module.css";
import { KeepExample } from "./keep-example.tsx";
import { partsWords } from "./part-words.ts";
import type { Examples } from "./use-examples.ts";

interface Props {
  examples: Examples;
  /** Null while the rule has never been saved. */
  rule: RuleDefinition | null;
  /** What the rule, as it is in the form, makes of them; null while that is not known. */
  results: readonly ExampleResult[] | null;
  lists: readonly WordList[];
}

/** The comments that a rule must match and must not, and which of them come out so. */
export function RuleExamples({ examples, rule, results, lists }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const { items, add, remove, error } = examples;
  if (!rule)
    return (
      <Section title={t("rules.examples.title")}>
        <p className={aside.hint}>{t("rules.examples.saveFirst")}</p>
      </Section>
    );
  return (
    <Section title={t("rules.examples.title")} about={t("rules.examples.about")}>
      <div aria-live="polite">
        {items.length > 0 && results && <Count of={items.length} results={results} />}
      </div>
      <ul className={css.examples}>
        {items.map((example) => (
          <One
            key={example.id}
            example={example}
            result={results?.find(({ id }) => id === example.id)}
            rule={rule}
            lists={lists}
            onRemove={() => remove.mutate(example.id)}
          />
        ))}
      </ul>
      <Textarea
        label={t("rules.examples.paste")}
        autosize
        minRows={2}
        maxRows={6}
        mt="sm"
        maxLength={LONGEST_EXAMPLE}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <KeepExample
        examples={examples}
        what={{ text }}
        kept={null}
        disabled={text.trim() === ""}
        onKept={() => setText("")}
      />
      <FormError error={error ?? add.error ?? remove.error} />
    </Section>
  );
}

function Count({ of, results }: { of: number; results: readonly ExampleResult[] }) {
  const { t } = useTranslation();
  const holding = results.filter(({ holds }) => holds === true).length;
  const open = results.filter(({ holds }) => holds === null).length;
  return (
    <p className={aside.outcome}>
      {t("rules.examples.count", { count: of, holding })}{" "}
      {open > 0 && t("rules.examples.open", { count: open })}
    </p>
  );
}

interface OneProps {
  example: RuleExample;
  result: ExampleResult | undefined;
  rule: RuleDefinition;
  lists: readonly WordList[];
  onRemove: () => void;
}

function One({ example: { mustMatch, text, language }, result, rule, lists, onRemove }: OneProps) {
  const { t } = useTranslation();
  const state = !result || text === null || result.holds === null ? "unknown" : result.holds ? "yes" : "no";
  return (
    <li data-holds={state}>
      <span role="img" aria-label={t(`rules.examples.holds.${state}`)}>
        <Icon name={state === "yes" ? "check" : state === "no" ? "cross" : "clock"} size={15} />
      </span>
      <div>
        <strong>{t(mustMatch ? "rules.examples.must" : "rules.examples.mustNot")}</strong>
        {text === null ? (
          <p className={css.gone}>{t("rules.examples.gone")}</p>
        ) : (
          <p lang={language ?? undefined} dir="auto">
            {text}
          </p>
        )}
        {result && text !== null && state !== "yes" && (
          <p className={css.why}>
            {t(`rules.examples.because.${whyOf(mustMatch, result)}`, {
              parts: partsWords(rule, result.because, lists),
            })}
          </p>
        )}
      </div>
      <Tooltip label={t("rules.examples.remove")}>
        <ActionIcon variant="subtle" color="gray" aria-label={t("rules.examples.remove")} onClick={onRemove}>
          <Icon name="trash" />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}

function whyOf(mustMatch: boolean, { holds, because }: ExampleResult) {
  if (holds === null) return "unknown";
  if (holds !== mustMatch) return because[0]?.path.startsWith("unless") ? "exempt" : "noMatch";
  return "matches";
}
