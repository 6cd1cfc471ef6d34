import { Skeleton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Late } from "../app/late.tsx";

/** Where the comment will be, once waiting has become noticeable. */
export function Waiting() {
  const { t } = useTranslation();
  return (
    <Late>
      <div role="status" aria-label={t("queue.loading")} style={{ maxWidth: 790 }}>
        <Skeleton height={52} radius="lg" mb={2} />
        <Skeleton height={210} radius="lg" mb={2} />
        <Skeleton height={90} radius="lg" />
      </div>
    </Late>
  );
}
