import { Button, NativeSelect, Table } from "@mantine/core";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { listDeliveries, resendDelivery } from "../../server/webhooks/contract.ts";
import { FormError } from "../app/form-error.tsx";
import { Icon, type IconName } from "../app/icons.tsx";
import { Late } from "../app/late.tsx";
import { showProblem, showToast } from "../app/notices.ts";
import { call } from "../client.ts";
import { When } from "../comment/when.tsx";
import { said } from "../server-words/said.ts";
import { eventName } from "./event-names.ts";
import css from "./webhooks-page.module.css";

type Page = Awaited<ReturnType<typeof load>>;
type Delivery = Page["items"][number];

const ICONS: Record<Delivery["status"], IconName> = {
  pending: "clock",
  delivered: "check",
  failed: "cross",
};

const FILTERS = ["failed", "pending", "delivered"] as const;

function load(site: string, hook: string, status: string, after: string | undefined, signal: AbortSignal) {
  const only = status === "" ? undefined : (status as "pending" | "delivered" | "failed");
  return call(listDeliveries, {
    params: { site, id: hook },
    query: { status: only, limit: 20, after },
    signal,
  });
}

/** What was sent to one address, newest first. Renewed every few seconds while open. */
export function Deliveries({ site, hook }: { site: string; hook: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [status, setStatus] = useState("");
  const key = ["deliveries", site, hook];
  const query = useInfiniteQuery({
    queryKey: [...key, status],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => load(site, hook, status, pageParam, signal),
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: 5_000,
  });
  const resend = useMutation({
    mutationFn: (delivery: string) =>
      call(resendDelivery, { params: { site, id: hook, delivery }, body: {} }),
    onSuccess: () => {
      showToast(t("webhooks.deliveries.onItsWay"));
      void queries.invalidateQueries({ queryKey: key });
    },
    onError: (error) => showProblem(error.message),
  });
  const items = query.data?.pages.flatMap((page) => page.items);

  return (
    <div className={css.deliveries}>
      <NativeSelect
        aria-label={t("webhooks.deliveries.which")}
        size="xs"
        w={170}
        mb="xs"
        data={[
          { value: "", label: t("webhooks.deliveries.all") },
          ...FILTERS.map((value) => ({ value, label: t(`webhooks.deliveries.status.${value}`) })),
        ]}
        value={status}
        onChange={(event) => setStatus(event.currentTarget.value)}
      />
      {!items && <FormError error={query.error} />}
      {query.isPending && (
        <Late>
          <p className="rd-muted">{t("webhooks.deliveries.loading")}</p>
        </Late>
      )}
      {items?.length === 0 && <p className="rd-muted">{t("webhooks.deliveries.none")}</p>}
      {items && items.length > 0 && (
        <div className={css.tableScroll}>
          <Table verticalSpacing={7} miw={620}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("webhooks.deliveries.state")}</Table.Th>
                <Table.Th>{t("webhooks.deliveries.event")}</Table.Th>
                <Table.Th>{t("webhooks.deliveries.when")}</Table.Th>
                <Table.Th>{t("webhooks.deliveries.answer")}</Table.Th>
                <Table.Th aria-label={t("webhooks.deliveries.again")} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((item) => (
                <Row key={item.id} item={item} onResend={() => resend.mutate(item.id)} />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {query.hasNextPage && (
        <Button variant="default" size="compact-sm" mt="sm" onClick={() => void query.fetchNextPage()}>
          {t("webhooks.deliveries.older")}
        </Button>
      )}
    </div>
  );
}

function Row({ item, onResend }: { item: Delivery; onResend: () => void }) {
  const { t } = useTranslation();
  return (
    <Table.Tr>
      <Table.Td>
        <span className={css.state}>
          <Icon name={ICONS[item.status]} /> {t(`webhooks.deliveries.status.${item.status}`)}
        </span>
      </Table.Td>
      <Table.Td>{eventName(item.event)}</Table.Td>
      <Table.Td>
        <When at={item.createdAt} />
      </Table.Td>
      <Table.Td>
        {(item.lastError && said(item.lastError)) ?? item.lastStatus ?? t("webhooks.deliveries.noAnswer")}{" "}
        <span className="rd-muted">· {t("webhooks.deliveries.tries", { count: item.attempts })}</span>
      </Table.Td>
      <Table.Td ta="right">
        {item.status !== "pending" && (
          <Button variant="subtle" size="compact-sm" onClick={onResend}>
            {t("webhooks.deliveries.again")}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
