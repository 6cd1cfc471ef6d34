import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { listInvitations, revokeInvitation } from "../../server/invitations/contract.ts";
import { showProblem, showToast } from "../app/notices.ts";
import { call } from "../client.ts";
import { When } from "../comment/when.tsx";
import css from "./people-page.module.css";

/** Links that still open, where there are any. */
export function Invitations() {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ["invitations"],
    queryFn: async ({ signal }) => (await call(listInvitations, { query: { limit: 200 }, signal })).items,
  });
  const revoke = useMutation({
    mutationFn: (id: string) => call(revokeInvitation, { params: { id } }),
    onSuccess: () => {
      showToast("The link opens nothing any more.");
      void queries.invalidateQueries({ queryKey: ["invitations"] });
    },
    onError: (error) => showProblem(error.message),
  });
  if (query.error) return <p className={css.error}>{query.error.message}</p>;
  if (!query.data || query.data.length === 0) return null;
  return (
    <section className={css.list} aria-labelledby="invited">
      <h2 id="invited">Invited</h2>
      {query.data.map((one) => (
        <div key={one.id} className={css.person}>
          <div className={css.who}>
            <div className={css.name}>{one.name}</div>
            <div className={css.meta}>
              {one.email}
              <br />
              {one.role === "owner" ? "Owner" : "Moderator"}, invited by {one.invitedBy}{" "}
              <When at={one.createdAt} />
            </div>
          </div>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={`Take back the invitation of ${one.name}`}
            onClick={() => revoke.mutate(one.id)}
          >
            Take back
          </Button>
        </div>
      ))}
    </section>
  );
}
