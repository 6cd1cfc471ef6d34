import { useTranslation } from "react-i18next";
import type { Worth } from "../../server/features/contract.ts";
import type { SiteSettings } from "../../server/sites/settings.ts";
import { exact } from "../language/format.ts";
import css from "./features.module.css";

type Part = keyof Worth["parts"];

/** In the order shown. */
export const PARTS: readonly Part[] = ["length", "readability", "civility", "replies", "record"];

/** Why a comment ranks where it does: each part as a bar, and what it is made from. */
export function Parts({ worth, weights }: { worth: Worth; weights: SiteSettings["featureWeights"] }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t("features.why")}>
      <dl className={css.parts}>
        {PARTS.map((part) => (
          <div key={part} data-counted={weights[part] > 0}>
            <dt>{t(`features.part.${part}`)}</dt>
            <dd>
              <Bar part={part} value={worth.parts[part]} />
              <SeenWords part={part} seen={worth.seen} />
              {weights[part] === 0 && <> · {t("features.notCounted")}</>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Bar({ part, value }: { part: Part; value: number | null }) {
  const { t } = useTranslation();
  const name = t(`features.part.${part}`);
  if (value === null) return <span className={css.bar} />;
  const label = t("features.partIs", { part: name, score: exact(value) });
  return (
    <span className={css.bar} role="img" aria-label={label} title={label}>
      <span style={{ width: `${Math.round(value * 100)}%` }} />
    </span>
  );
}

function SeenWords({ part, seen }: { part: Part; seen: Worth["seen"] }) {
  const { t } = useTranslation();
  switch (part) {
    case "length":
      return t("features.seen.words", { count: seen.words });
    case "readability":
      return t("features.seen.lix", { lix: seen.lix });
    case "civility":
      return seen.highestScore === null
        ? t("features.seen.unscored")
        : t("features.seen.highest", { score: exact(seen.highestScore) });
    case "replies":
      return t("features.seen.replies", { count: seen.replies });
    case "record":
      return t("features.seen.record", { approved: seen.approved, rejected: seen.rejected });
  }
}
