import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Site } from "../../server/sites/contract.ts";
import { Section } from "../app/section.tsx";
import { BulkDialogs } from "../bulk/bulk-dialogs.tsx";
import { useBulk } from "../bulk/use-bulk.ts";

/** Nothing is listed to be chosen from: all that waits is meant. */
const NOTHING = { entries: [], change: (): void => {} };

/** Deciding at once what a reader has waiting, looked at before. */
export function WaitingOfReader({
  readerId,
  held,
  sites,
}: {
  readerId: string;
  held: number;
  sites: Site[];
}) {
  const { t } = useTranslation();
  const filter = { reader: readerId, status: ["held" as const, "pending" as const] };
  const bulk = useBulk(NOTHING, filter);
  if (held === 0 && bulk.batch === undefined) return null;
  return (
    <Section title={t("readers.waiting", { count: held })}>
      {held > 0 && (
        <Group gap="sm">
          <Button variant="default" onClick={() => bulk.askFor("approve", { filter }, held)}>
            {t("readers.approveWaiting")}
          </Button>
          <Button variant="default" onClick={() => bulk.askFor("reject", { filter }, held)}>
            {t("readers.rejectWaiting")}
          </Button>
        </Group>
      )}
      <BulkDialogs bulk={bulk} sites={sites} asked={null} />
    </Section>
  );
}
