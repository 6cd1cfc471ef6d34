import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Insights } from "../../server/insights/contract.ts";
import { number } from "../language/format.ts";
import { DataTable } from "./data-table.tsx";
import { Figure } from "./figure.tsx";
import type { FigureProps } from "./figure-props.ts";

type Fared = Pick<Insights["sections"][number], "posted" | "approved" | "held" | "rejected">;

/** Where comments are written, and what became of them there. */
export function Places({ insights: { sections, articles }, file }: FigureProps) {
  const { t } = useTranslation();
  const table = (what: "sections" | "articles", rows: (Fared & { key: string; name: ReactNode })[]) => (
    <Figure
      title={t(`insights.${what}.title`)}
      says={<p>{t(rows.length === 0 ? "insights.places.none" : `insights.${what}.says`)}</p>}
      file={file(what)}
      table={
        rows.length > 0 && (
          <DataTable
            caption={t(`insights.${what}.title`)}
            columns={[
              t(`insights.${what}.name`),
              t("insights.posted.count"),
              t("insights.now.approved"),
              t("insights.now.held"),
              t("insights.now.rejected"),
            ]}
            rows={rows.map(({ key, name, posted, approved, held, rejected }) => ({
              key,
              cells: [name, number(posted), number(approved), number(held), number(rejected)],
            }))}
          />
        )
      }
    />
  );
  return (
    <>
      {table(
        "sections",
        sections.map((row) => ({
          ...row,
          key: row.section ?? "",
          name: row.section ?? t("insights.sections.none"),
        })),
      )}
      {table(
        "articles",
        articles.map((row) => ({ ...row, key: row.id, name: row.title ?? row.url })),
      )}
    </>
  );
}
