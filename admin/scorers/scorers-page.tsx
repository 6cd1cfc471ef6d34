import { Button, Menu } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Link } from "wouter";
import { readScorers, type SiteScorers, updateScorers } from "../../server/scoring/contract.ts";
import type { Site } from "../../server/sites/contract.ts";
import { Icon } from "../app/icons.tsx";
import { Late } from "../app/late.tsx";
import { Message } from "../app/message.tsx";
import { showToast } from "../app/notices.ts";
import { pathOf } from "../app/place.ts";
import { call } from "../client.ts";
import { addable, type Draft, draftOf, moved, same, titleOf } from "./draft.ts";
import { ScorerCard } from "./scorer-card.tsx";
import css from "./scorers-page.module.css";

/** Health is read again this often, in ms. */
const LOOK_AGAIN = 10_000;

const WHEN_NONE: Record<Site["settings"]["whenUnscored"], string> = {
  hold: "it is held for a person",
  publish: "it is published, marked as unscored",
  "hold-new-readers": "it is held if its reader is new, and published otherwise",
};

/** Which scorers a site asks, in which order, and how they are. */
export function ScorersPage({ site }: { site: Site }) {
  const queries = useQueryClient();
  const key = ["scorers", site.slug];
  const [edited, setEdited] = useState<Draft[] | null>(null);
  useEffect(() => {
    document.title = `Scorers · ${site.name} · Replydesk`;
  }, [site.name]);

  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(readScorers, { params: { site: site.slug }, signal }),
    refetchInterval: LOOK_AGAIN,
  });
  const save = useMutation({
    mutationFn: (scorers: Draft[]) => call(updateScorers, { params: { site: site.slug }, body: { scorers } }),
    onSuccess: (saved) => {
      queries.setQueryData<SiteScorers>(key, saved);
      setEdited(null);
      showToast("Scorers saved.");
    },
  });

  if (!query.data) {
    return query.error ? (
      <Message icon="cloudOff" title="The scorers could not be loaded" words={query.error.message}>
        <Button onClick={() => void query.refetch()}>Try again</Button>
      </Message>
    ) : (
      <Late>
        <p className="rd-muted">Loading the scorers.</p>
      </Late>
    );
  }
  const { scorers, unscored } = query.data;
  const asSaved = scorers.map(draftOf);
  const list = edited ?? asSaved;
  const unsaved = !same(list, asSaved);
  const set = (at: number, part: Partial<Draft>) =>
    setEdited(list.map((one, i) => (i === at ? { ...one, ...part } : one)));

  return (
    <form
      className={css.page}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(list);
      }}
    >
      <div className={css.head}>
        <div>
          <h1>Scorers</h1>
          <p>
            Who reads the comments of {site.name} before the rules do. For each kind of harm, the first one
            that has a score speaks.
          </p>
        </div>
        <Menu>
          <Menu.Target>
            <Button type="button" leftSection={<Icon name="plus" />} disabled={list.length >= 10}>
              Add a scorer
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {addable(list).map((one) => (
              <Menu.Item key={one.name} onClick={() => setEdited([...list, one])}>
                {one.kind === "http" ? "An address of your own" : titleOf(one)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
      {list.map((draft, at) => {
        const saved = scorers[asSaved.findIndex((one) => one.name === draft.name && one.kind === draft.kind)];
        return (
          <ScorerCard
            key={saved ? draft.name : `new ${at}`}
            site={site.slug}
            draft={draft}
            saved={saved}
            first={at === 0}
            last={at === list.length - 1}
            set={(part) => set(at, part)}
            move={(by) => setEdited(moved(list, at, by))}
            remove={
              draft.kind === "installed" || saved?.key === "installation"
                ? null
                : () => setEdited(list.filter((_, i) => i !== at))
            }
            onTested={() => void query.refetch()}
          />
        );
      })}
      <p className={css.none}>
        {list.some(({ enabled }) => enabled)
          ? "When none of them can score a comment, "
          : "All are switched off, so no comment is scored: "}
        {WHEN_NONE[site.settings.whenUnscored]}.{" "}
        <Link href={pathOf(site.slug, "settings")}>Change that in the settings</Link>.
        {unscored > 0 &&
          ` ${unscored.toLocaleString()} ${unscored === 1 ? "comment has" : "comments have"} no score yet, and ${unscored === 1 ? "is" : "are"} scored once a scorer can.`}
      </p>
      {unsaved && (
        <div className={css.save}>
          {save.error && (
            <div className={css.error} role="alert">
              Not saved. {save.error.message}
            </div>
          )}
          <span>You have unsaved changes.</span>
          <Button
            type="button"
            variant="default"
            onClick={() => {
              setEdited(null);
              save.reset();
            }}
          >
            Discard
          </Button>
          <Button type="submit" loading={save.isPending}>
            Save
          </Button>
        </div>
      )}
    </form>
  );
}
