import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import type { RuleDefinition } from "../../server/rules/definition.ts";
import type { Site } from "../../server/sites/contract.ts";
import { Page } from "../app/page.tsx";
import { pathOf } from "../app/place.ts";
import { useLists } from "../word-lists/use-lists.ts";
import aside from "./aside.module.css";
import { Backtest } from "./backtest.tsx";
import { type Draft, definitionOf, draftOf } from "./draft.ts";
import { ModeSwitch } from "./mode-switch.tsx";
import { Problems } from "./problems.tsx";
import { RemoveRule } from "./remove-rule.tsx";
import { RuleExamples } from "./rule-examples.tsx";
import { RuleForm } from "./rule-form.tsx";
import css from "./rules.module.css";
import { SaveRule } from "./save-rule.tsx";
import { SentenceLine } from "./sentence-line.tsx";
import { TryRule } from "./try-rule.tsx";
import { UndoRule } from "./undo-rule.tsx";
import { useCheck } from "./use-check.ts";
import { useExamples } from "./use-examples.ts";
import { useFacts } from "./use-facts.ts";
import { type RuleWithVersions, useRefreshRules } from "./use-rules.ts";
import { Versions } from "./versions.tsx";

interface Props {
  site: Site;
  /** Null while it has never been saved. */
  rule: RuleWithVersions | null;
  initial: RuleDefinition;
}

/** A rule as a sentence, with the form behind it, a spot test, its mode and its versions. */
export function RuleEditor({ site, rule, initial }: Props) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const refresh = useRefreshRules(site.slug);
  const facts = useFacts().data ?? [];
  const lists = useLists(site.slug).data ?? [];
  const [draft, setDraft] = useState<Draft>(() => draftOf(initial));
  const [round, setRound] = useState(0);
  const checked = useCheck(site.slug, rule?.id ?? null, draft);
  const examples = useExamples(site.slug, rule?.id ?? null);
  const definition = definitionOf(draft);
  const unsaved = rule === null || !same(definition, definitionOf(draftOf(rule.definition)));

  const reset = (to: RuleDefinition) => {
    setDraft(draftOf(to));
    setRound((was) => was + 1);
  };
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsaved]);

  return (
    <Page
      title={rule?.definition.name ?? t("rules.newTitle")}
      site={site.name}
      about={<Link href={pathOf(site.slug, "rules")}>{t("rules.back")}</Link>}
      wide
    >
      <section className={css.sentence} aria-label={t("rules.sentence.label")}>
        <p>
          <SentenceLine rule={definition} lists={lists} />
        </p>
        <Problems problems={checked.at(null)} />
        {checked.error && (
          <p className={css.problem} data-level="error" role="alert">
            {t("rules.unchecked", { problem: checked.error.message })}
          </p>
        )}
      </section>
      <div className={css.editor}>
        <div>
          <RuleForm
            key={round}
            draft={draft}
            onChange={setDraft}
            facts={facts}
            checked={checked}
            lists={lists}
          />
          {unsaved && (
            <SaveRule
              site={site.slug}
              rule={rule}
              draft={draft}
              blocked={checked.errors}
              onSaved={(saved) => {
                refresh();
                if (rule) reset(saved.definition);
                else go(pathOf(site.slug, "rules", saved.id), { replace: true });
              }}
              onDiscard={() => (rule ? reset(rule.definition) : go(pathOf(site.slug, "rules")))}
            />
          )}
        </div>
        <aside className={aside.aside}>
          <ModeSwitch site={site} rule={rule} unsaved={unsaved} onChanged={refresh} />
          <TryRule site={site.slug} draft={draft} examples={rule && examples} />
          <RuleExamples
            examples={examples}
            rule={rule && definition}
            results={checked.examples}
            lists={lists}
          />
          {rule && (
            <>
              <Backtest
                site={site.slug}
                rule={rule}
                draft={draft}
                unsaved={unsaved}
                examples={examples}
                lists={lists}
              />
              <Versions
                site={site.slug}
                rule={rule}
                lists={lists}
                onRestored={(restored) => {
                  reset(restored);
                  refresh();
                }}
              />
              <UndoRule site={site.slug} rule={rule} />
              <RemoveRule site={site.slug} rule={rule} onRemoved={() => go(pathOf(site.slug, "rules"))} />
            </>
          )}
        </aside>
      </div>
    </Page>
  );
}

const same = (one: RuleDefinition, other: RuleDefinition): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

/** In one order of the fields, whatever order the server keeps them in. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
