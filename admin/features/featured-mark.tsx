import { Trans } from "react-i18next";
import type { Review } from "../../server/reviews/contract.ts";
import { Icon } from "../app/icons.tsx";
import { When } from "../comment/when.tsx";
import css from "./features.module.css";

/** That a comment is featured, by whom and since when. */
export function FeaturedMark({ featured }: { featured: NonNullable<Review["featured"]> }) {
  return (
    <span className={css.mark}>
      <Icon name="star" size={15} />
      <span>
        <Trans
          i18nKey="features.by"
          components={{ name: <bdi>{featured.by.name}</bdi>, when: <When at={featured.at} /> }}
        />
      </span>
    </span>
  );
}
