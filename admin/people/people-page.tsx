import { Button } from "@mantine/core";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { listPeople, type Moderator } from "../../server/moderators/contract.ts";
import type { Site } from "../../server/sites/contract.ts";
import { Icon } from "../app/icons.tsx";
import { Page } from "../app/page.tsx";
import { QueryState } from "../app/query-state.tsx";
import { call } from "../client.ts";
import { bringWords } from "../language/bring-words.ts";
import { Invitations } from "./invitations.tsx";
import { InviteForm } from "./invite-form.tsx";
import { type Link, LinkOnce } from "./link-once.tsx";
import css from "./people-page.module.css";
import { PersonRow } from "./person-row.tsx";
import { en } from "./words.en.ts";

bringWords("people", en);

/** Who moderates, and who is invited to. */
export function PeoplePage({ moderator, sites }: { moderator: Moderator; sites: Site[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [inviting, setInviting] = useState(false);
  const [made, setMade] = useState<Link | null>(null);
  const query = useInfiniteQuery({
    queryKey: ["people"],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => call(listPeople, { query: { limit: 50, after: pageParam }, signal }),
    getNextPageParam: (answer) => answer.next ?? undefined,
  });
  const refresh = () => {
    for (const key of ["people", "invitations"]) void queries.invalidateQueries({ queryKey: [key] });
  };
  const people = query.data?.pages.flatMap((answer) => answer.items);
  return (
    <Page
      title={t("people.title")}
      about={t("people.about")}
      action={
        !inviting && (
          <Button leftSection={<Icon name="plus" />} onClick={() => setInviting(true)}>
            {t("people.invite")}
          </Button>
        )
      }
    >
      {inviting && (
        <InviteForm
          sites={sites}
          onCancel={() => setInviting(false)}
          onMade={(link) => {
            setInviting(false);
            setMade({ ...link, about: "about" });
            refresh();
          }}
        />
      )}
      <Invitations />
      {people && (
        <section className={css.list} aria-label={t("people.title")}>
          {people.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              me={person.id === moderator.id}
              sites={sites}
              onChanged={refresh}
              onLink={setMade}
            />
          ))}
        </section>
      )}
      {query.hasNextPage && (
        <Button variant="default" onClick={() => void query.fetchNextPage()}>
          {t("app.showMore")}
        </Button>
      )}
      <QueryState query={query} failed={t("people.failed")} loading={t("people.loading")} />
      <LinkOnce made={made} onClose={() => setMade(null)} />
    </Page>
  );
}
