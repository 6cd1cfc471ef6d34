import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Decision } from "../../server/decisions/contract.ts";
import { readHistory } from "../../server/history/contract.ts";
import { call } from "../client.ts";
import { When } from "../comment/when.tsx";
import css from "./search-page.module.css";

/** What became of a comment: every decision and every earlier wording. */
export function History({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data, error } = useQuery({
    queryKey: ["history", id],
    queryFn: ({ signal }) => call(readHistory, { params: { id }, query: {}, signal }),
  });
  if (error) return <p className="rd-muted">{error.message}</p>;
  if (!data) return null;
  const earlier = data.wordings.slice(1);
  return (
    <section className={css.history}>
      <h3>{t("search.history")}</h3>
      {data.decisions.length === 0 && <p className="rd-muted">{t("search.noHistory")}</p>}
      <ol>
        {data.decisions.map((decision) => (
          <li key={decision.id}>
            <Did decision={decision} /> <When at={decision.createdAt} />
            {decision.reason && (
              <>
                {" · "}
                <bdi>{decision.reason}</bdi>
              </>
            )}
            {decision.note && <div className="rd-muted">{decision.note}</div>}
          </li>
        ))}
      </ol>
      {earlier.length > 0 && <h3>{t("search.earlier")}</h3>}
      {earlier.map(({ revision, text, createdAt }) => (
        <blockquote key={revision} dir="auto">
          {text} <When at={createdAt} />
        </blockquote>
      ))}
    </section>
  );
}

function Did({ decision }: { decision: Decision }) {
  const { t } = useTranslation();
  const { kind, name } = decision.actor;
  const who = kind === "moderator" ? name : t(`search.who.${kind}`);
  return <>{t(`search.did.${decision.action}`, { who })}</>;
}
