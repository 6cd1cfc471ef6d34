import { useTranslation } from "react-i18next";
import css from "./queue-page.module.css";

/** Told to owners: appeals that nobody but whom they contest may judge. */
export function StuckAppeals({ count }: { count: number }) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <div className={css.banner} role="status">
      {t("queue.stuck", { count })}
    </div>
  );
}
