import { Button, Select, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Site } from "../../server/sites/contract.ts";
import { Icon } from "../app/icons.tsx";
import type { Filter, Filters } from "./filters.ts";
import { FOR_MODERATORS, GROUPS, type Group } from "./groups.ts";
import css from "./log-page.module.css";

interface Props {
  owner: boolean;
  sites: Site[];
  /** Who can be chosen, by id. */
  people: Readonly<Record<string, string>>;
  filters: Filters;
  onChange: (change: Filters) => void;
}

export function LogFilters({ owner, sites, people, filters, onChange }: Props) {
  const { t } = useTranslation();
  const groups = owner ? (Object.keys(GROUPS) as Group[]) : FOR_MODERATORS;
  const actors = [
    { value: "rules", label: t("log.theRules") },
    ...Object.entries(people)
      .map(([id, name]) => ({ value: `moderator/${id}`, label: name }))
      .sort((a, b) => a.label.localeCompare(b.label)),
  ];
  const day = (name: "since" | "until") => (
    <TextInput
      type="date"
      label={t(`log.${name}`)}
      value={filters[name] ?? ""}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
  const alone: [Filter, string][] = [
    ["comment", t("log.oneComment")],
    ["reader", t("log.oneReader")],
  ];
  return (
    <section className={css.filters} aria-label={t("log.filters")}>
      {sites.length > 1 && (
        <Select
          label={t("log.site")}
          placeholder={t("app.allSites")}
          data={sites.map(({ slug, name }) => ({ value: slug, label: name }))}
          value={filters.site ?? null}
          clearable
          onChange={(site) => onChange({ site: site ?? "" })}
        />
      )}
      <Select
        label={t("log.what")}
        placeholder={t("log.anything")}
        data={groups.map((group) => ({ value: group, label: t(`log.group.${group}`) }))}
        value={filters.what ?? null}
        clearable
        onChange={(what) => onChange({ what: what ?? "" })}
      />
      <Select
        label={t("log.by")}
        placeholder={t("log.anybody")}
        data={actors}
        value={filters.by ?? null}
        searchable
        clearable
        onChange={(by) => onChange({ by: by ?? "" })}
      />
      {day("since")}
      {day("until")}
      {alone.map(
        ([name, label]) =>
          filters[name] && (
            <Button
              key={name}
              className={css.alone}
              variant="light"
              size="compact-sm"
              rightSection={<Icon name="cross" size={12} />}
              aria-label={t("log.takeOff", { name: label })}
              onClick={() => onChange({ [name]: "" })}
            >
              {label}
            </Button>
          ),
      )}
    </section>
  );
}
