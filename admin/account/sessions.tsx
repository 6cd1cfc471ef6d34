import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  listSessions,
  type OwnSession,
  revokeOtherSessions,
  revokeSession,
} from "../../server/account/contract.ts";
import { Late } from "../app/late.tsx";
import { showProblem, showToast } from "../app/notices.ts";
import { call } from "../client.ts";
import { When } from "../comment/when.tsx";
import { Section } from "../settings/section.tsx";
import css from "./account-page.module.css";

/** Where the person is signed in, this device first. */
export function Sessions() {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ["account", "sessions"],
    queryFn: async ({ signal }) => (await call(listSessions, { signal })).items,
  });
  const settled = {
    onSuccess: () => {
      showToast("Signed out there.");
      void queries.invalidateQueries({ queryKey: ["account"] });
    },
    onError: (error: Error) => showProblem(error.message),
  };
  const end = useMutation({
    mutationFn: (id: string) => call(revokeSession, { params: { id } }),
    ...settled,
  });
  const endOthers = useMutation({ mutationFn: () => call(revokeOtherSessions, {}), ...settled });
  const sessions = query.data && [...query.data].sort((a, b) => Number(b.current) - Number(a.current));
  return (
    <Section
      title="Where you are signed in"
      words="Sign out what you do not know, then change your password."
    >
      {query.error && (
        <p className={css.error} role="alert">
          {query.error.message}
        </p>
      )}
      {query.isPending && (
        <Late>
          <p className="rd-muted">Loading your sessions.</p>
        </Late>
      )}
      {sessions?.map((session) => (
        <SessionRow key={session.id} session={session} onEnd={() => end.mutate(session.id)} />
      ))}
      {sessions && sessions.length > 1 && (
        <Button variant="default" mt="sm" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
          Sign out everywhere else
        </Button>
      )}
    </Section>
  );
}

function SessionRow({ session, onEnd }: { session: OwnSession; onEnd: () => void }) {
  return (
    <div className={css.row}>
      <div>
        <div className={css.name}>
          {session.device}
          {session.current && " · this device"}
        </div>
        <div className={css.meta}>
          Signed in <When at={session.createdAt} />, last seen <When at={session.lastSeenAt} />
        </div>
      </div>
      {!session.current && (
        <Button variant="subtle" size="compact-sm" aria-label={`Sign out ${session.device}`} onClick={onEnd}>
          Sign out
        </Button>
      )}
    </div>
  );
}
