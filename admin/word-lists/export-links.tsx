import { useTranslation } from "react-i18next";
import { exportWordList } from "../../server/word-lists/contract.ts";
import { addressOf } from "../client.ts";
import css from "./word-lists.module.css";

/** The saved entries as a file. */
export function ExportLinks({ site, list: { id } }: { site: string; list: { id: string } }) {
  const { t } = useTranslation();
  const href = (format: "text" | "csv") =>
    addressOf(exportWordList, { params: { site, id }, query: { format } });
  return (
    <p className={css.links}>
      <a href={href("csv")} download>
        {t("wordLists.export.csv")}
      </a>
      <a href={href("text")} download>
        {t("wordLists.export.text")}
      </a>
    </p>
  );
}
