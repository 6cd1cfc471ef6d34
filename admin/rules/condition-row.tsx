import { ActionIcon, NativeSelect, Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Comparison, RuleFact } from "../../server/rules/definition.ts";
import { Icon } from "../app/icons.tsx";
import { type ComparisonNode, isGiven } from "./draft.ts";
import { choicesOf, factIn, factLabel, helpOf, startOf, startValue } from "./facts.ts";
import css from "./form.module.css";
import { named } from "./list-names.ts";
import { Problems } from "./problems.tsx";
import { clause } from "./sentence.ts";
import type { TreeProps } from "./tree-props.ts";
import { ValueField } from "./value-field.tsx";

interface Props extends Pick<TreeProps, "facts" | "checked" | "lists"> {
  node: ComparisonNode;
  onChange: (node: ComparisonNode) => void;
  /** Undefined where a condition has to stay. */
  onRemove: (() => void) | undefined;
}

/** One condition: what is asked about, how, and with what it is compared. */
export function ConditionRow({ node, facts, checked, lists, onChange, onRemove }: Props) {
  const { t } = useTranslation();
  const fact = factIn(facts, node.fact);
  const words = isGiven(node) ? clause(named(node as Comparison, lists) as Comparison) : factLabel(node.fact);
  const operators = fact ? operatorsOf(fact, node.op) : [];
  const choose = (name: string) => {
    const chosen = factIn(facts, name);
    if (chosen) onChange({ key: node.key, ...startOf(chosen), fact: name });
  };
  return (
    <fieldset className={css.condition} aria-label={t("rules.condition.label", { words })}>
      <div className={css.fields}>
        <NativeSelect
          className={css.fact}
          aria-label={t("rules.condition.fact")}
          value={node.fact}
          data={choicesOf(facts, node.fact, lists)}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        {fact && operators.length > 1 && (
          <NativeSelect
            aria-label={t("rules.condition.op")}
            value={node.op}
            data={operators.map((op) => ({ value: op, label: t(`rules.op.${opName(op, fact)}`) }))}
            onChange={({ currentTarget }) =>
              onChange(withOp(node, currentTarget.value as Comparison["op"], fact))
            }
          />
        )}
        {fact && (
          <ValueField
            key={`${node.fact} ${node.op}`}
            fact={fact}
            node={node}
            lists={lists}
            onChange={(value) => onChange({ ...node, value })}
          />
        )}
        {onRemove && (
          <Tooltip label={t("rules.condition.remove")}>
            <ActionIcon
              className={css.remove}
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t("rules.condition.remove")}
              onClick={onRemove}
            >
              <Icon name="trash" />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {fact && <p className={css.help}>{helpOf(fact)}</p>}
      {!isGiven(node) && <p className={css.help}>{t("rules.condition.missing")}</p>}
      <Problems problems={checked.at(node.key)} />
    </fieldset>
  );
}

/** An article is moderated in one of two ways: there is no list to give. */
const operatorsOf = ({ name, operators }: RuleFact, now: Comparison["op"]) =>
  name === "moderation" && now !== "in" ? operators.filter((op) => op !== "in") : operators;

const OPS = {
  ">=": "atLeast",
  ">": "moreThan",
  "<=": "atMost",
  "<": "below",
  uses: "uses",
  matches: "matches",
} as const;

function opName(op: Comparison["op"], { type }: RuleFact) {
  if (op === "=") return type === "number" ? "equal" : "is";
  if (op === "in") return type === "list" ? "has" : "in";
  return OPS[op];
}

/** Another comparison, with the same value where that still fits. */
function withOp(node: ComparisonNode, op: Comparison["op"], fact: RuleFact): ComparisonNode {
  const { value } = node;
  const listed = op === "in" || op === "uses";
  if (listed === Array.isArray(value) && op !== "matches") return { ...node, op };
  const first = Array.isArray(value) ? (value[0] ?? null) : value;
  if (fact.type === "text")
    return { ...node, op, value: listed ? (first === null ? [] : [String(first)]) : first };
  return { ...node, op, value: startValue(fact, op) };
}
