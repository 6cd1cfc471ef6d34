import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import css from "./blurred.module.css";
import { useBlurred } from "./shown-text.ts";

/** Shows the text of a comment, and blurs it again; only there for those who have texts blurred. */
export function ShowButton({ of }: { of: string }) {
  const { t } = useTranslation();
  const { able, blurred, toggle } = useBlurred(of);
  return able ? (
    <Button className={css.show} size="compact-sm" variant="default" aria-keyshortcuts="B" onClick={toggle}>
      {t(blurred ? "wellness.show" : "wellness.blurAgain")}
    </Button>
  ) : null;
}
