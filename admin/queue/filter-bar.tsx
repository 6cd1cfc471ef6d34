import { Button, NativeSelect, Popover, VisuallyHidden } from "@mantine/core";
import { t } from "i18next";
import { useTranslation } from "react-i18next";
import type { Review } from "../../server/reviews/contract.ts";
import type { Site } from "../../server/sites/contract.ts";
import { Icon } from "../app/icons.tsx";
import { ruleName } from "../comment/rule-name.ts";
import { useRuleNames } from "../comment/use-rule-names.ts";
import { languageName } from "../language/format.ts";
import { KeepView } from "../views/keep-view.tsx";
import css from "./filter-bar.module.css";
import { type Filters, type Look, NARROWINGS, type Narrowing } from "./look.ts";

interface Props {
  look: Look;
  sites: Site[];
  /** What has been loaded of the queue: its values are what one can choose from. */
  reviews: Review[];
  onFilters: (filters: Filters) => void;
}

/** What the queue is narrowed to, each with a way out, and what it could be narrowed to. */
export function FilterBar({ look, sites, reviews, onFilters }: Props) {
  const { t } = useTranslation();
  const { filters, queue } = look;
  const set = (name: Narrowing, value: string | undefined) =>
    onFilters({ ...filters, [name]: value } as Filters);
  const active = NARROWINGS.filter((name) => filters[name] !== undefined);
  const blind = queue === "appealed" || queue === "sample";
  const offered = NARROWINGS.filter(
    (name) => !blind || ["article", "section", "language", "assigned"].includes(name),
  );
  const own = useRuleNames(
    look.site ? [look.site] : sites.map(({ slug }) => slug),
    filters.rule !== undefined,
  );
  const choices = (name: Narrowing) =>
    choicesOf(name, reviews, sites, filters[name]).map((choice) => ({
      ...choice,
      label: (name === "rule" && own.get(choice.value)) || choice.label,
    }));
  return (
    <div className={css.bar}>
      <Popover position="bottom-start" shadow="md" trapFocus returnFocus>
        <Popover.Target>
          <Button size="compact-sm" variant="subtle" color="gray" leftSection={<Icon name="filter" />}>
            {t("queue.filter")}
          </Button>
        </Popover.Target>
        <Popover.Dropdown className={css.fields}>
          {offered.map((name) => (
            <NativeSelect
              key={name}
              label={t(`queue.filters.${name}`)}
              value={filters[name] ?? ""}
              data={[{ value: "", label: t("queue.any") }, ...choices(name)]}
              onChange={(event) => set(name, event.currentTarget.value || undefined)}
            />
          ))}
        </Popover.Dropdown>
      </Popover>
      {active.map((name) => {
        const value = filters[name] ?? "";
        const label = choices(name).find((choice) => choice.value === value)?.label ?? value;
        return (
          <button key={name} type="button" className={css.chip} onClick={() => set(name, undefined)}>
            <span className={css.kind}>{t(`queue.filters.${name}`)}</span>{" "}
            <bdi className={css.value}>{label}</bdi>
            <VisuallyHidden>{t("queue.removeFilter")}</VisuallyHidden>
            <Icon name="cross" size={12} />
          </button>
        );
      })}
      <KeepView look={look} narrowed={active.length > 0} />
    </div>
  );
}

interface Choice {
  value: string;
  label: string;
}

/** What is in sight, and what is chosen already, by its name. */
function choicesOf(name: Narrowing, reviews: Review[], sites: Site[], chosen: string | undefined): Choice[] {
  if (name === "scored")
    return (["scored", "unscored"] as const).map((value) => ({ value, label: t(`queue.scored.${value}`) }));
  if (name === "assigned") return [{ value: "me", label: t("queue.assignedTo.me") }];
  const found = new Map<string, string>(chosen ? [[chosen, chosen]] : []);
  for (const review of reviews)
    for (const [value, label] of valuesOf(name, review, sites)) found.set(value, label);
  return [...found]
    .map(([value, label]) => ({ value, label: label === value ? nameOf(name, value, sites) : label }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

function valuesOf(name: Narrowing, review: Review, sites: Site[]): [string, string][] {
  const { article, language, why, reports, decision } = review;
  if (name === "article") return [[article.id, article.title ?? article.url]];
  if (name === "section") return article.section ? [[article.section, article.section]] : [];
  if (name === "language") return [[language ?? "und", nameOf("language", language ?? "und", sites)]];
  if (name === "rule")
    return why.filter(({ action }) => action !== "approve").map((rule) => [rule.rule, ruleName(rule)]);
  if (reports.items.length > 0)
    return reports.items.map(({ reason }) => [reason, nameOf("reason", reason, sites)]);
  return decision?.reason ? [[decision.reason, nameOf("reason", decision.reason, sites)]] : [];
}

/** The name of a value that is known by its id alone, as when it comes from an address. */
function nameOf(name: Narrowing, value: string, sites: Site[]): string {
  if (name === "language") return value === "und" ? t("queue.noLanguage") : languageName(value);
  if (name === "rule") return ruleName({ rule: value, name: value });
  const reasons = sites.flatMap(({ settings }) => [...settings.reportReasons, ...settings.rejectReasons]);
  return name === "reason" ? (reasons.find(({ id }) => id === value)?.label ?? value) : value;
}
