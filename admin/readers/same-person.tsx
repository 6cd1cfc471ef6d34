import { Trans, useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { ReaderPage } from "../../server/readers/contract.ts";
import { pathOf } from "../app/place.ts";
import { Section } from "../app/section.tsx";
import { When } from "../comment/when.tsx";
import { number } from "../language/format.ts";
import css from "./readers.module.css";

/** Others who may be the same person, by what they have in common. */
export function SamePerson({
  readerId,
  same,
}: {
  readerId: string;
  same: NonNullable<ReaderPage["samePerson"]>;
}) {
  const { t } = useTranslation();
  return (
    <Section title={t("readers.same")} about={t("readers.sameAbout")}>
      {same.others.length === 0 && <p className="rd-muted">{t("readers.sameNone")}</p>}
      <ul className={css.plain}>
        {same.others.map((other) => (
          <li key={other.id}>
            <div className={css.line}>
              <Link href={pathOf(undefined, "readers", other.id)} className={css.name}>
                <bdi>{other.name}</bdi>
              </Link>
              <span className={css.beside}>
                {other.by.map((trace) => t(`readers.sameBy.${trace}`)).join(", ")}
                {" · "}
                <Trans i18nKey="readers.lastSeen" components={{ when: <When at={other.lastSeenAt} /> }} />
                {other.sanctions.length > 0 &&
                  ` · ${other.sanctions.map((kind) => t(`readers.kind.${kind}`)).join(", ")}`}
              </span>
            </div>
          </li>
        ))}
      </ul>
      {same.count > same.others.length && (
        <p className="rd-muted">{t("readers.sameMore", { all: number(same.count) })}</p>
      )}
      {same.traces.includes("address") && (
        <p>
          <Link href={`${pathOf(undefined, "search")}?network=${readerId}`}>{t("readers.sameSearch")}</Link>
        </p>
      )}
    </Section>
  );
}
