import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Trans, useTranslation } from "react-i18next";
import { type RuleVersion, updateRule } from "../../server/rules/contract.ts";
import type { RuleDefinition } from "../../server/rules/definition.ts";
import type { WordList } from "../../server/word-lists/definition.ts";
import { Confirm } from "../app/confirm.tsx";
import { showProblem, showToast } from "../app/notices.ts";
import { Section } from "../app/section.tsx";
import { VersionEntry, VersionList } from "../app/version-entry.tsx";
import { call } from "../client.ts";
import { When } from "../comment/when.tsx";
import css from "./aside.module.css";
import { differences } from "./differences.ts";
import { examplesFail } from "./even-so.tsx";
import { withListNames } from "./list-names.ts";
import type { RuleWithVersions } from "./use-rules.ts";

interface Props {
  site: string;
  rule: RuleWithVersions;
  lists: readonly WordList[];
  onRestored: (definition: RuleDefinition) => void;
}

/** Every version there was, what each changed, and the way back to it. */
export function Versions({ site, rule, lists, onRestored }: Props) {
  const { t } = useTranslation();
  const [restoring, setRestoring] = useState<RuleVersion | null>(null);
  const restore = useMutation({
    mutationFn: ({ definition, version, evenSo = false }: RuleVersion & { evenSo?: boolean }) =>
      call(updateRule, {
        params: { site, id: rule.id },
        body: { definition, version: rule.version, restoredFrom: version, evenSo },
      }),
    onSuccess: (saved) => {
      setRestoring(null);
      showToast(t(saved.mode === rule.mode ? "rules.saved" : "rules.fellBack"));
      onRestored(saved.definition);
    },
    onError: (error) => {
      if (examplesFail(error)) return;
      setRestoring(null);
      showProblem(error.message);
    },
  });
  const failing = examplesFail(restore.error);
  return (
    <Section title={t("rules.versions.title")}>
      <VersionList>
        {rule.versions.map((one, i) => (
          <Version
            key={one.version}
            one={one}
            lists={lists}
            before={rule.versions[i + 1]}
            current={one.version === rule.version}
            onRestore={() => setRestoring(one)}
          />
        ))}
      </VersionList>
      <Confirm
        opened={restoring !== null}
        title={t("rules.versions.restoreTitle", { version: restoring?.version ?? "" })}
        words={failing ? (restore.error?.message ?? "") : t("rules.versions.restoreWords")}
        act={t(failing ? "rules.examples.evenSo" : "rules.versions.restore")}
        pending={restore.isPending}
        onAct={() => restoring && restore.mutate({ ...restoring, evenSo: failing })}
        onClose={() => {
          setRestoring(null);
          restore.reset();
        }}
      />
    </Section>
  );
}

interface VersionProps {
  one: RuleVersion;
  lists: readonly WordList[];
  before: RuleVersion | undefined;
  current: boolean;
  onRestore: () => void;
}

function Version({ one, lists, before, current, onRestore }: VersionProps) {
  const { t } = useTranslation();
  const { version, note, restoredFrom, by, createdAt } = one;
  return (
    <VersionEntry
      words={{
        version: t("rules.version", { version }),
        now: t("rules.versions.now"),
        show: t("rules.versions.changes"),
        hide: t("rules.versions.hide"),
        restore: t("rules.versions.restore"),
        restoreTitle: t("rules.versions.restoreTitle", { version }),
      }}
      current={current}
      mark={
        restoredFrom !== null && (
          <span className="rd-muted">{t("rules.versions.restored", { version: restoredFrom })}</span>
        )
      }
      by={
        <Trans
          i18nKey="rules.versions.by"
          components={{ name: <bdi>{by.name}</bdi>, when: <When at={createdAt} /> }}
        />
      }
      note={note}
      changes={
        before
          ? () => (
              <Changes
                before={withListNames(before.definition, lists)}
                after={withListNames(one.definition, lists)}
              />
            )
          : null
      }
      onRestore={onRestore}
    />
  );
}

function Changes({ before, after }: { before: RuleDefinition; after: RuleDefinition }) {
  const { t } = useTranslation();
  const changes = differences(before, after);
  if (changes.length === 0) return <p className={css.hint}>{t("rules.versions.same")}</p>;
  return (
    <dl className={css.changes}>
      {changes.map(({ field, was, is }) => (
        <div key={field}>
          <dt>{t(`rules.versions.field.${field}`)}</dt>
          <dd>
            <del>{was || t("rules.versions.empty")}</del> <ins>{is || t("rules.versions.empty")}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
