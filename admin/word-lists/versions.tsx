import { useMutation, useQuery } from "@tanstack/react-query";
import { t } from "i18next";
import { useState } from "react";
import { Trans, useTranslation } from "react-i18next";
import { updateWordList } from "../../server/word-lists/contract.ts";
import type { WordListVersion } from "../../server/word-lists/definition.ts";
import { Confirm } from "../app/confirm.tsx";
import { FormError } from "../app/form-error.tsx";
import { showProblem, showToast } from "../app/notices.ts";
import { Section } from "../app/section.tsx";
import { VersionEntry, VersionList } from "../app/version-entry.tsx";
import { call } from "../client.ts";
import { When } from "../comment/when.tsx";
import { differences } from "./differences.ts";
import { entriesOf, type ListWithVersions } from "./use-lists.ts";
import css from "./word-lists.module.css";
import { WouldChange } from "./would-change.tsx";

interface Props {
  site: string;
  list: ListWithVersions;
  onRestored: () => void;
}

/** Every version there was, what each changed, and the way back to it. */
export function Versions({ site, list, onRestored }: Props) {
  const { t } = useTranslation();
  const [restoring, setRestoring] = useState<WordListVersion | null>(null);
  const restore = useMutation({
    mutationFn: (to: WordListVersion) => restoreVersion(site, list, to),
    onSuccess: () => {
      setRestoring(null);
      showToast(t("wordLists.saved"));
      onRestored();
    },
    onError: (error) => {
      setRestoring(null);
      showProblem(error.message);
    },
  });
  return (
    <Section title={t("wordLists.versions.title")}>
      <VersionList>
        {list.versions.map((one, i) => (
          <Version
            key={one.version}
            site={site}
            listId={list.id}
            one={one}
            before={list.versions[i + 1]}
            current={i === 0}
            onRestore={() => setRestoring(one)}
          />
        ))}
      </VersionList>
      <Confirm
        opened={restoring !== null}
        title={t("wordLists.versions.restoreTitle", { version: restoring?.version ?? "" })}
        words={t("wordLists.versions.restoreWords")}
        act={t("wordLists.versions.restore")}
        pending={restore.isPending}
        onAct={() => restoring && restore.mutate(restoring)}
        onClose={() => setRestoring(null)}
      />
    </Section>
  );
}

/** Saves an earlier version as the newest one. */
export async function restoreVersion(
  site: string,
  list: { id: string; version: number },
  to: Pick<WordListVersion, "version" | "name" | "language">,
): Promise<void> {
  const entries = await entriesOf(site, list.id, to.version);
  const { name, language } = to;
  const note = t("wordLists.versions.restoredNote", { version: to.version });
  await call(updateWordList, {
    params: { site, id: list.id },
    body: { name, language, text: entries.join("\n"), note, version: list.version },
  });
}

interface VersionProps {
  site: string;
  listId: string;
  one: WordListVersion;
  before: WordListVersion | undefined;
  current: boolean;
  onRestore: () => void;
}

function Version({ site, listId, one, before, current, onRestore }: VersionProps) {
  const { t } = useTranslation();
  const { version, note, by, createdAt, size } = one;
  return (
    <VersionEntry
      words={{
        version: t("wordLists.version", { version }),
        now: t("wordLists.versions.now"),
        show: t("wordLists.versions.changes"),
        hide: t("wordLists.versions.hide"),
        restore: t("wordLists.versions.restore"),
        restoreTitle: t("wordLists.versions.restoreTitle", { version }),
      }}
      current={current}
      by={
        <>
          {t("wordLists.size", { count: size })} ·{" "}
          <Trans
            i18nKey="wordLists.versions.by"
            components={{ name: <bdi>{by.name}</bdi>, when: <When at={createdAt} /> }}
          />
        </>
      }
      note={note}
      changes={before ? () => <Changes site={site} listId={listId} was={before} is={one} /> : null}
      onRestore={onRestore}
    />
  );
}

interface ChangesProps {
  site: string;
  listId: string;
  was: WordListVersion;
  is: WordListVersion;
}

function Changes({ site, listId, was, is }: ChangesProps) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ["word-list-changes", site, listId, was.version, is.version],
    queryFn: async ({ signal }) => {
      const [before, after] = await Promise.all([
        entriesOf(site, listId, was.version, signal),
        entriesOf(site, listId, is.version, signal),
      ]);
      return differences(before, after);
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { data, error } = query;
  const renamed = was.name !== is.name || was.language !== is.language;
  return (
    <>
      <FormError error={error} />
      {renamed && (
        <p className={css.meta}>{t("wordLists.versions.renamed", { was: was.name, is: is.name })}</p>
      )}
      {data && <WouldChange {...data} />}
    </>
  );
}
