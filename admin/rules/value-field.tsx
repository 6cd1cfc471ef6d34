import { NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { BANDS, type Comparison, type RuleFact } from "../../server/rules/definition.ts";
import type { WordList } from "../../server/word-lists/definition.ts";
import { limitIn } from "../comment/conditions.ts";
import { number, separators } from "../language/format.ts";
import type { ComparisonNode } from "./draft.ts";
import { ListChooser } from "./list-chooser.tsx";
import { ListField } from "./list-field.tsx";

interface Props {
  fact: RuleFact;
  node: ComparisonNode;
  lists?: readonly WordList[];
  onChange: (value: Comparison["value"] | null) => void;
}

/** What a condition compares with: a field that fits the fact. */
export function ValueField({ fact, node, lists = [], onChange }: Props) {
  const { t } = useTranslation();
  const { op, value } = node;
  const label = t("rules.condition.value");
  if (fact.type === "score") return <ScoreField fact={fact} node={node} onChange={onChange} />;
  if (fact.type === "number") return <AmountField fact={fact} node={node} onChange={onChange} />;
  if (fact.type === "boolean")
    return (
      <NativeSelect
        aria-label={label}
        value={String(value)}
        data={[
          { value: "true", label: t("rules.truth.yes") },
          { value: "false", label: t("rules.truth.no") },
        ]}
        onChange={(event) => onChange(event.currentTarget.value === "true")}
      />
    );
  if (fact.type === "words")
    return <ListChooser lists={lists} value={Array.isArray(value) ? value : []} onChange={onChange} />;
  if (op === "in" || op === "uses")
    return (
      <ListField
        label={t("rules.condition.list")}
        inline
        value={Array.isArray(value) ? value : []}
        read={fact.type === "list" ? domainOf : undefined}
        onChange={onChange}
      />
    );
  if (fact.name === "moderation")
    return (
      <NativeSelect
        aria-label={label}
        value={String(value ?? "")}
        data={["", "pre", "post"].map((way) => ({
          value: way,
          label: way === "" ? "" : way === "pre" ? t("rules.moderation.pre") : t("rules.moderation.post"),
        }))}
        onChange={(event) => onChange(event.currentTarget.value || null)}
      />
    );
  const pattern = op === "matches";
  return (
    <TextInput
      label={pattern ? t("rules.condition.pattern") : label}
      description={pattern ? t("rules.condition.patternHint") : undefined}
      maxLength={500}
      spellCheck={false}
      value={typeof value === "string" ? value : ""}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}

/** As the server tells the domains of links: bare, small, without www. */
const domainOf = (line: string): string =>
  line
    .toLowerCase()
    .replace(/^(https?:\/\/)?(www\.)?/, "")
    .replace(/[/?#:].*$/, "");

function ScoreField({ fact, node, onChange }: Props) {
  const { t } = useTranslation();
  const { value } = node;
  const bands = Object.entries(BANDS).map(([band, score]) => ({
    value: band,
    label: t("rules.bandFrom", { band: limitIn(fact.name, band), score: number(score) }),
  }));
  return (
    <>
      <NativeSelect
        aria-label={t("rules.condition.value")}
        value={typeof value === "string" ? value : "number"}
        data={[...bands, { value: "number", label: t("rules.condition.exactScore") }]}
        onChange={({ currentTarget: { value: chosen } }) =>
          onChange(
            chosen === "number" ? (typeof value === "string" ? BANDS[value as "high"] : value) : chosen,
          )
        }
      />
      {typeof value !== "string" && (
        <NumberInput
          aria-label={t("rules.condition.exactScore")}
          {...separators()}
          w={90}
          min={0}
          max={1}
          step={0.05}
          decimalScale={2}
          value={typeof value === "number" ? value : ""}
          onChange={(next) => onChange(typeof next === "number" ? next : null)}
        />
      )}
    </>
  );
}

function AmountField({ fact, node, onChange }: Props) {
  const { t } = useTranslation();
  const share = fact.unit === "share";
  const whole = share ? 100 : 1;
  const suffix =
    fact.unit === "hours"
      ? t("rules.condition.hours")
      : fact.unit === "characters"
        ? t("rules.condition.characters")
        : share
          ? " %"
          : "";
  return (
    <NumberInput
      aria-label={t("rules.condition.value")}
      {...separators()}
      w={suffix ? 140 : 90}
      suffix={suffix}
      min={fact.min === null ? undefined : fact.min * whole}
      max={fact.max === null ? undefined : fact.max * whole}
      step={share ? 5 : 1}
      allowDecimal={fact.unit === "hours"}
      decimalScale={1}
      value={typeof node.value === "number" ? Math.round(node.value * whole * 1_000) / 1_000 : ""}
      onChange={(next) => onChange(typeof next === "number" ? next / whole : null)}
    />
  );
}
