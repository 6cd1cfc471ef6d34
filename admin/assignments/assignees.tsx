import { Button, Checkbox, Popover } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { t } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { assignArticle, listAssignable, unassignArticle } from "../../server/assignments/contract.ts";
import type { Review } from "../../server/reviews/contract.ts";
import { Icon } from "../app/icons.tsx";
import { showProblem } from "../app/notices.ts";
import { call } from "../client.ts";
import { refetchQueue } from "../live/use-live.ts";
import { useSession } from "../session/use-session.ts";
import { assignedWords, namesOf } from "./assigned-words.ts";
import css from "./assignees.module.css";

/** Who looks after a comment's article, and where that is chosen. */
export function Assignees({ review: { site, article } }: { review: Review }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          className={css.open}
          size="compact-xs"
          variant="subtle"
          color="gray"
          leftSection={<Icon name="person" size={14} />}
          onClick={() => setOpen(!open)}
        >
          <bdi className={css.names}>{assignedWords(article.assigned) || t("assignments.assign")}</bdi>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>{open && <Choice site={site.slug} article={article.id} />}</Popover.Dropdown>
    </Popover>
  );
}

function Choice({ site, article }: { site: string; article: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const me = useSession().moderator?.id;
  const key = ["assignments", site, article];
  const params = { site, id: article };
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(listAssignable, { params, signal }),
  });
  if (!query.data) return query.error ? query.error.message : t("assignments.loading");
  const { assigned, assignable } = query.data;
  const others = assigned.filter(({ id }) => !assignable.some((one) => one.id === id));
  const mineFirst = [...assignable].sort((a, b) => Number(b.id === me) - Number(a.id === me));
  const change = async (moderator: string, on: boolean) => {
    const added = assignable.filter(({ id }) => id === moderator);
    const rest = assigned.filter(({ id }) => id !== moderator);
    queries.setQueryData(key, { assigned: on ? [...rest, ...added] : rest, assignable });
    try {
      const one = { ...params, moderator };
      const answer = on
        ? await call(assignArticle, { params: one, body: {} })
        : await call(unassignArticle, { params: one });
      queries.setQueryData(key, { ...answer, assignable });
    } catch (e) {
      showProblem(wordsOf(e));
      void queries.invalidateQueries({ queryKey: key });
    }
    void refetchQueue(queries);
    void queries.invalidateQueries({ queryKey: ["review"] });
  };
  return (
    <fieldset className={css.choice}>
      <legend className={css.title}>{t("assignments.title")}</legend>
      <div className={css.people}>
        {mineFirst.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={<bdi>{id === me ? t("assignments.me", { name }) : name}</bdi>}
            checked={assigned.some((one) => one.id === id)}
            onChange={(event) => void change(id, event.currentTarget.checked)}
          />
        ))}
      </div>
      {others.length > 0 && (
        <div className="rd-muted">{t("assignments.others", { names: namesOf(others) })}</div>
      )}
      <div className="rd-muted">{t("assignments.about")}</div>
    </fieldset>
  );
}

const wordsOf = (e: unknown): string => (e instanceof Error ? e.message : t("assignments.failed"));
