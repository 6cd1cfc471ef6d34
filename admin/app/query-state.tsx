import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Late } from "./late.tsx";
import { Message } from "./message.tsx";

interface Props {
  query: { data: unknown; error: Error | null; refetch: () => unknown };
  /** What is said when it failed, and while it takes long. */
  failed: string;
  loading: string;
}

/** What stands where something is still being loaded or could not be; nothing once it is there. */
export function QueryState({ query, failed, loading }: Props) {
  const { t } = useTranslation();
  if (query.data !== undefined) return null;
  return query.error ? (
    <Message icon="cloudOff" title={failed} words={query.error.message}>
      <Button onClick={() => void query.refetch()}>{t("app.tryAgain")}</Button>
    </Message>
  ) : (
    <Late>
      <p className="rd-muted">{loading}</p>
    </Late>
  );
}
