import { Button, Checkbox, Collapse, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, type Ref, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { STATUSES } from "../../server/comments/contract.ts";
import { listPeople, type Moderator } from "../../server/moderators/contract.ts";
import { Icon } from "../app/icons.tsx";
import { call } from "../client.ts";
import { ATTRIBUTES, attributeName, BANDS } from "../comment/bands.ts";
import { ruleName } from "../comment/rule-name.ts";
import { useRuleNames } from "../comment/use-rule-names.ts";
import { en as comment } from "../comment/words.en.ts";
import { languageName, number } from "../language/format.ts";
import { type Asked, FIELDS, type Field, searchOf } from "./asked.ts";
import css from "./search-page.module.css";

interface Props {
  asked: Asked;
  /** The sites that are searched. */
  sites: readonly string[];
  moderator: Moderator;
  onAsk: (asked: Asked) => void;
  box: Ref<HTMLInputElement>;
}

/** Offered to choose from: those that European news sites are most often written to in; any other stands in the address. */
const LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "tr", "ru", "uk", "ar", "und"];
const languagesWith = (asked: string | undefined): string[] =>
  asked && !LANGUAGES.includes(asked) ? [asked, ...LANGUAGES] : LANGUAGES;

const narrowedBy = (asked: Asked): Field[] =>
  FIELDS.filter((field) => asked[field] && !["q", "near", "sort"].includes(field));

/** One box and what narrows it. A choice counts at once, what is typed with Enter or on leaving the field. */
export function SearchForm({ asked, sites, moderator, onAsk, box }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(asked);
  const narrowed = narrowedBy(asked).length;
  const [open, setOpen] = useState(narrowed > 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address, as after "back", fills the fields anew
  useEffect(() => setTyped(asked), [searchOf(asked)]);
  const people = usePeople(moderator);
  const own = useRuleNames(sites, open);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAsk(typed);
  };
  const choose = (change: Asked) => onAsk({ ...typed, ...change });
  const text = (field: "reader" | "title" | "section") => (
    <TextInput
      label={t(`search.fields.${field}`)}
      value={typed[field] ?? ""}
      maxLength={100}
      onChange={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })}
      onBlur={() => typed[field] !== asked[field] && (typed[field] || asked[field]) && onAsk(typed)}
    />
  );
  const select = (
    field: "status" | "language" | "rule" | "by" | "min" | "moderator",
    data: { value: string; label: string }[],
  ) => (
    <NativeSelect
      label={t(`search.fields.${field}`)}
      value={asked[field] ?? ""}
      data={[{ value: "", label: t("search.any") }, ...data]}
      onChange={(event) => choose({ [field]: event.currentTarget.value })}
    />
  );
  const day = (field: "postedFrom" | "postedTo" | "decidedFrom" | "decidedTo") => (
    <TextInput
      type="date"
      label={t(`search.fields.${field}`)}
      value={asked[field] ?? ""}
      onChange={(event) => choose({ [field]: event.currentTarget.value })}
    />
  );

  return (
    <search>
      <form className={css.form} onSubmit={submit}>
        <div className={css.top}>
          <TextInput
            ref={box}
            className={css.box}
            size="md"
            type="search"
            aria-label={t("search.box")}
            aria-keyshortcuts="/"
            placeholder={t("search.hint")}
            leftSection={<Icon name="search" size={18} />}
            maxLength={300}
            value={typed.q ?? ""}
            onChange={(event) => setTyped({ ...typed, q: event.currentTarget.value })}
          />
          <Button type="submit" size="md">
            {t("search.title")}
          </Button>
        </div>
        <div className={css.under}>
          <Checkbox
            size="sm"
            label={t("search.near")}
            checked={asked.near === "true"}
            onChange={(event) => choose({ near: event.currentTarget.checked ? "true" : "" })}
          />
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-expanded={open}
            leftSection={<Icon name="sliders" />}
            onClick={() => setOpen(!open)}
          >
            {narrowed > 0 ? t("search.narrowed", { count: narrowed }) : t("search.narrow")}
          </Button>
          {narrowed > 0 && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              onClick={() => onAsk({ q: typed.q, near: asked.near, sort: asked.sort })}
            >
              {t("search.clear")}
            </Button>
          )}
        </div>
        <Collapse expanded={open} transitionDuration={0}>
          <div className={css.fields}>
            {text("reader")}
            {text("title")}
            {text("section")}
            {select(
              "status",
              STATUSES.map((value) => ({ value, label: t(`search.status.${value}`) })),
            )}
            {select(
              "by",
              ATTRIBUTES.map((value) => ({ value, label: attributeName(value) })),
            )}
            {select(
              "min",
              BANDS.slice(0, -1).map(({ below }, i) => ({
                value: String(below),
                label: t("search.from", {
                  band: t(`comment.band.${(BANDS[i + 1] ?? BANDS[3]).name}`),
                  score: number(below),
                }),
              })),
            )}
            {select(
              "rule",
              [...Object.keys(comment.rule).map((rule) => [rule, rule] as const), ...own].map(
                ([rule, name]) => ({ value: rule, label: ruleName({ rule, name }) }),
              ),
            )}
            {select(
              "language",
              languagesWith(asked.language).map((value) => ({
                value,
                label: value === "und" ? t("queue.noLanguage") : languageName(value),
              })),
            )}
            {select("moderator", people)}
            {day("postedFrom")}
            {day("postedTo")}
            {day("decidedFrom")}
            {day("decidedTo")}
            {asked.network && (
              <Checkbox
                size="sm"
                label={t("search.fields.network")}
                checked
                onChange={() => choose({ network: "" })}
              />
            )}
          </div>
        </Collapse>
      </form>
    </search>
  );
}

/** Whose decisions can be searched by name: for owners everybody's, for others their own. */
function usePeople(me: Moderator): { value: string; label: string }[] {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ["people", "names"],
    enabled: me.role === "owner",
    queryFn: async ({ signal }) => (await call(listPeople, { query: { limit: 200 }, signal })).items,
  });
  const others = (data ?? []).filter(({ id }) => id !== me.id);
  return [
    { value: me.id, label: t("search.me", { name: me.name }) },
    ...others.map(({ id, name }) => ({ value: id, label: name })),
  ];
}
