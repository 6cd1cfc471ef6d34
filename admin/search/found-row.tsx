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
  /** Among those chosen to be decided together. */
  chosen: boolean;
  onPick: (id: string) => void;
  onChoose: (id: string, extend: boolean) => void;
}

/** Two lines of a comment, what became of it, and whose it is. Pressing it opens it where it stands. */
export const FoundRow = memo(function FoundRow({
  found,
  current,
  open,
  showSite,
  chosen,
  onPick,
  onChoose,
}: Props) {
  const { t } = useTranslation();
  const { status, reader, article } = found;
  return (
    <div className={rowCss.row} data-current={current} data-chosen={chosen}>
      <button
        type="button"
        className={rowCss.pick}
        data-pick
        aria-label={t("queue.row", { name: reader.name, text: found.text.slice(0, 120) })}
        aria-current={current}
        aria-expanded={open}
        onClick={(event) =>
          event.shiftKey || event.ctrlKey || event.metaKey
            ? onChoose(found.id, event.shiftKey)
            : onPick(found.id)
        }
      />
      <label className={rowCss.check}>
        <input
          type="checkbox"
          checked={chosen}
          disabled={status === "withdrawn"}
          aria-label={t("bulk.choose", { name: reader.name })}
          onChange={(event) => onChoose(found.id, (event.nativeEvent as MouseEvent).shiftKey === true)}
        />
      </label>
      <div className={rowCss.cause}>
        <span className={css.status} data-status={status}>
          <Icon name={ICONS[status]} size={14} /> {t(`search.status.${status}`)}
          {found.featured && (
            <span title={t("features.featuredMark")} role="img" aria-label={t("features.featuredMark")}>
              <Icon name="star" size={14} />
            </span>
          )}
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
