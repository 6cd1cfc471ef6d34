import { Button } from "@mantine/core";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { listPeople, type Moderator } from "../../server/moderators/contract.ts";
import type { Site } from "../../server/sites/contract.ts";
import { Icon } from "../app/icons.tsx";
import { Late } from "../app/late.tsx";
import { Message } from "../app/message.tsx";
import { call } from "../client.ts";
import { Invitations } from "./invitations.tsx";
import { InviteForm } from "./invite-form.tsx";
import { LinkOnce } from "./link-once.tsx";
import css from "./people-page.module.css";
import { PersonRow } from "./person-row.tsx";

/** Who moderates, and who is invited to. */
export function PeoplePage({ moderator, sites }: { moderator: Moderator; sites: Site[] }) {
  const queries = useQueryClient();
  const [inviting, setInviting] = useState(false);
  const [made, setMade] = useState<{ name: string; link: string } | null>(null);
  useEffect(() => {
    document.title = "People · Replydesk";
  }, []);
  const query = useInfiniteQuery({
    queryKey: ["people"],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => call(listPeople, { query: { limit: 50, after: pageParam }, signal }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const refresh = () => {
    for (const key of ["people", "invitations"]) void queries.invalidateQueries({ queryKey: [key] });
  };
  const people = query.data?.pages.flatMap((page) => page.items);
  return (
    <div className={css.page}>
      <div className={css.head}>
        <div>
          <h1>People</h1>
          <p>Who moderates, what they may do, and where.</p>
        </div>
        {!inviting && (
          <Button leftSection={<Icon name="plus" />} onClick={() => setInviting(true)}>
            Invite somebody
          </Button>
        )}
      </div>
      {inviting && (
        <InviteForm
          sites={sites}
          onCancel={() => setInviting(false)}
          onMade={(link) => {
            setInviting(false);
            setMade(link);
            refresh();
          }}
        />
      )}
      <Invitations />
      {people && (
        <section className={css.list} aria-label="People">
          {people.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              me={person.id === moderator.id}
              sites={sites}
              onChanged={refresh}
            />
          ))}
        </section>
      )}
      {query.hasNextPage && (
        <Button variant="default" onClick={() => void query.fetchNextPage()}>
          Show more
        </Button>
      )}
      {!people && query.error && (
        <Message icon="cloudOff" title="The people could not be loaded" words={query.error.message}>
          <Button onClick={() => void query.refetch()}>Try again</Button>
        </Message>
      )}
      {query.isPending && (
        <Late>
          <p className="rd-muted">Loading the people.</p>
        </Late>
      )}
      <LinkOnce made={made} onClose={() => setMade(null)} />
    </div>
  );
}
