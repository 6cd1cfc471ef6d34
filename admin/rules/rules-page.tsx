import { Button } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { SiteRule } from "../../server/rules/contract.ts";
import type { Site } from "../../server/sites/contract.ts";
import type { WordList } from "../../server/word-lists/definition.ts";
import { Icon } from "../app/icons.tsx";
import { Message } from "../app/message.tsx";
import page from "../app/page.module.css";
import { Page } from "../app/page.tsx";
import { pathOf } from "../app/place.ts";
import { QueryState } from "../app/query-state.tsx";
import { When } from "../comment/when.tsx";
import { bringWords } from "../language/bring-words.ts";
import { useLists } from "../word-lists/use-lists.ts";
import { ModeBadge } from "./mode-badge.tsx";
import { Problems } from "./problems.tsx";
import css from "./rules.module.css";
import { SentenceLine } from "./sentence-line.tsx";
import { useRules } from "./use-rules.ts";
import { en } from "./words.en.ts";

bringWords("rules", en);

/** A site's own rules. */
export function RulesPage({ site }: { site: Site }) {
  const { t } = useTranslation();
  const query = useRules(site.slug);
  const rules = query.data;
  const lists = useLists(site.slug);
  const add = (
    <Button component={Link} href={pathOf(site.slug, "rules", "new")} leftSection={<Icon name="plus" />}>
      {t("rules.add")}
    </Button>
  );
  return (
    <Page
      title={t("rules.title")}
      site={site.name}
      about={t("rules.about", { site: site.name })}
      action={rules && rules.length > 0 && add}
    >
      {!lists.isPending &&
        rules?.map((rule) => (
          <RuleCard key={rule.id} site={site.slug} rule={rule} lists={lists.data ?? []} />
        ))}
      {rules?.length === 0 && (
        <Message icon="rule" title={t("rules.none")} words={t("rules.noneWords")}>
          {add}
        </Message>
      )}
      <QueryState query={query} failed={t("rules.failed")} loading={t("rules.loading")} />
    </Page>
  );
}

interface CardProps {
  site: string;
  rule: SiteRule;
  lists: WordList[];
}

function RuleCard({ site, rule, lists }: CardProps) {
  const { t } = useTranslation();
  const { definition, version, changedBy, changedAt } = rule;
  return (
    <section className={`${page.card} ${css.card}`} aria-label={definition.name}>
      <div className={css.cardTop}>
        <h2>
          <Link href={pathOf(site, "rules", rule.id)}>{definition.name}</Link>
        </h2>
        <ModeBadge {...rule} />
      </div>
      <p className={css.cardSentence}>
        <SentenceLine rule={definition} lists={lists} />
      </p>
      <p className={page.meta}>
        {t("rules.version", { version })} ·{" "}
        <Trans
          i18nKey="rules.changed"
          components={{ name: <bdi>{changedBy.name}</bdi>, when: <When at={changedAt} /> }}
        />
      </p>
      <Problems problems={rule.warnings} />
    </section>
  );
}
