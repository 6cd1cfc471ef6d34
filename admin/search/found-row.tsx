import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { Found } from "../../server/search/contract.ts";
import { Icon, type IconName } from "../app/icons.tsx";
import { When } from "../comment/when.tsx";
import rowCss from "../queue/list-view.module.css";
import { Blurred } from "../wellness/blurred.tsx";
import { FoundText } from "./found-text.tsx";
import css from "./search-page.module.css";

const ICONS: Record<Found["status"], IconName> = {
  pending: "clock",
  held: "inbox",
  approved: "check",
  rejected: "cross",
  withdrawn: "undo",
};

interface Props {
  found: Found;
  current: boolean;
  open: boolean;
  showSite: boolean;
  onPick: (id: string) => void;
}

/** Two lines of a comment, what became of it, and whose it is. Pressing it opens it where it stands. */
export const FoundRow = memo(function FoundRow({ found, current, open, showSite, onPick }: Props) {
  const { t } = useTranslation();
  const { status, reader, article } = found;
  return (
    <div className={rowCss.row} data-current={current}>
      <button
        type="button"
        className={rowCss.pick}
        data-pick
        aria-label={t("queue.row", { name: reader.name, text: found.text.slice(0, 120) })}
        aria-current={current}
        aria-expanded={open}
        onClick={() => onPick(found.id)}
      />
      <div className={rowCss.cause}>
        <span className={css.status} data-status={status}>
          <Icon name={ICONS[status]} size={14} /> {t(`search.status.${status}`)}
        </span>
      </div>
      <div className={`${rowCss.text} ${rowCss.clamped}`}>
        <Blurred of={found.id}>
          <FoundText found={found} />
        </Blurred>
      </div>
      <div className={rowCss.who}>
        <strong dir="auto">{reader.name}</strong>
        {showSite && <span className={rowCss.article}>{found.site.name}</span>}
        <span className={rowCss.article} title={article.title ?? article.url}>
          {article.title ?? article.url}
        </span>
      </div>
      <div className={rowCss.wait}>
        <When at={found.createdAt} as="short" />
      </div>
    </div>
  );
});
