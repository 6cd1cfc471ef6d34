import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { listInvitations, revokeInvitation } from "../../server/invitations/contract.ts";
import { FormError } from "../app/form-error.tsx";
import { showProblem, showToast } from "../app/notices.ts";
import page from "../app/page.module.css";
import { call } from "../client.ts";
import { When } from "../comment/when.tsx";
import css from "./people-page.module.css";

/** Links that still open, where there are any. */
export function Invitations() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ["invitations"],
    queryFn: async ({ signal }) => (await call(listInvitations, { query: { limit: 200 }, signal })).items,
  });
  const revoke = useMutation({
    mutationFn: (id: string) => call(revokeInvitation, { params: { id } }),
    onSuccess: () => {
      showToast(t("people.invited.takenBack"));
      void queries.invalidateQueries({ queryKey: ["invitations"] });
    },
    onError: (error) => showProblem(error.message),
  });
  if (query.error) return <FormError error={query.error} />;
  if (!query.data || query.data.length === 0) return null;
  return (
    <section className={css.list} aria-labelledby="invited">
      <h2 id="invited">{t("people.invited.title")}</h2>
      {query.data.map((one) => (
        <div key={one.id} className={css.person}>
          <div className={css.who}>
            <div className={page.name}>{one.name}</div>
            <div className={page.meta}>
              {one.email}
              <br />
              {t(`people.invited.${one.role}`, { by: one.invitedBy })} <When at={one.createdAt} />
            </div>
          </div>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t("people.invited.takeBackOf", { name: one.name })}
            onClick={() => revoke.mutate(one.id)}
          >
            {t("people.invited.takeBack")}
          </Button>
        </div>
      ))}
    </section>
  );
}
