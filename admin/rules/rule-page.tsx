import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useSearch } from "wouter";
import { readRule } from "../../server/rules/contract.ts";
import type { Site } from "../../server/sites/contract.ts";
import { Message } from "../app/message.tsx";
import page from "../app/page.module.css";
import { Page } from "../app/page.tsx";
import { pathOf } from "../app/place.ts";
import { QueryState } from "../app/query-state.tsx";
import { call, isCallError } from "../client.ts";
import { bringWords } from "../language/bring-words.ts";
import { useLists } from "../word-lists/use-lists.ts";
import { blankRule, listedRule, PRESET_IDS, presetRule } from "./presets.ts";
import { RuleEditor } from "./rule-editor.tsx";
import css from "./rules.module.css";
import { SentenceLine } from "./sentence-line.tsx";
import { en } from "./words.en.ts";

bringWords("rules", en);

/** One rule in the editor, or a new one. */
export function RulePage({ site, id }: { site: Site; id: string }) {
  return id === "new" ? <NewRule site={site} /> : <KnownRule site={site} id={id} />;
}

function NewRule({ site }: { site: Site }) {
  const from = new URLSearchParams(useSearch()).get("from");
  const preset = PRESET_IDS.find((one) => one === from);
  if (preset) return <RuleEditor key={preset} site={site} rule={null} initial={presetRule(preset)} />;
  if (from === "listed") return <ListedRule site={site} />;
  if (from === "nothing") return <RuleEditor key="nothing" site={site} rule={null} initial={blankRule()} />;
  return <Presets site={site} />;
}

/** A rule that asks the list named in the address, or every banned list. */
function ListedRule({ site }: { site: Site }) {
  const { t } = useTranslation();
  const wanted = new URLSearchParams(useSearch()).get("list");
  const query = useLists(site.slug);
  if (!query.data)
    return <QueryState query={query} failed={t("rules.ruleFailed")} loading={t("rules.ruleLoading")} />;
  const lists = query.data.filter(({ id, kind }) => (wanted ? id === wanted : kind === "banned"));
  return <RuleEditor key={`listed ${wanted}`} site={site} rule={null} initial={listedRule(lists)} />;
}

function Presets({ site }: { site: Site }) {
  const { t } = useTranslation();
  const lists = useLists(site.slug).data ?? [];
  const banned = lists.filter(({ kind }) => kind === "banned");
  const href = (from: string) => `${pathOf(site.slug, "rules", "new")}?from=${from}`;
  return (
    <Page title={t("rules.startWith")} site={site.name} about={t("rules.startWithWords")}>
      <ul className={css.presets}>
        {PRESET_IDS.map((id) => (
          <li key={id} className={`${page.card} ${css.preset}`}>
            <h2>
              <Link href={href(id)}>{t(`rules.preset.${id}.name`)}</Link>
            </h2>
            <p>{t(`rules.preset.${id}.about`)}</p>
            <p className="rd-muted">
              <SentenceLine rule={presetRule(id)} lists={lists} />
            </p>
          </li>
        ))}
        <li className={`${page.card} ${css.preset}`}>
          <h2>
            <Link href={banned.length > 0 ? href("listed") : pathOf(site.slug, "word-lists")}>
              {t("rules.listed.name")}
            </Link>
          </h2>
          <p>{t(banned.length > 0 ? "rules.listed.about" : "rules.listed.first")}</p>
          {banned.length > 0 && (
            <p className="rd-muted">
              <SentenceLine rule={listedRule(banned)} lists={lists} />
            </p>
          )}
        </li>
        <li className={`${page.card} ${css.preset}`}>
          <h2>
            <Link href={href("nothing")}>{t("rules.blank")}</Link>
          </h2>
          <p>{t("rules.blankWords")}</p>
        </li>
      </ul>
    </Page>
  );
}

function KnownRule({ site, id }: { site: Site; id: string }) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ["rule", site.slug, id],
    queryFn: ({ signal }) => call(readRule, { params: { site: site.slug, id }, signal }),
  });
  if (query.data)
    return <RuleEditor key={id} site={site} rule={query.data} initial={query.data.definition} />;
  const { error } = query;
  if (isCallError(error) && [400, 404].includes(error.status))
    return (
      <Message icon="rule" title={t("rules.gone")} words={error.message}>
        <Button component={Link} href={pathOf(site.slug, "rules")}>
          {t("rules.back")}
        </Button>
      </Message>
    );
  return <QueryState query={query} failed={t("rules.ruleFailed")} loading={t("rules.ruleLoading")} />;
}
