import { Button, NativeSelect, Table } from "@mantine/core";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { listDeliveries, resendDelivery } from "../../server/webhooks/contract.ts";
import { Icon, type IconName } from "../app/icons.tsx";
import { Late } from "../app/late.tsx";
import { showProblem, showToast } from "../app/notices.ts";
import { call } from "../client.ts";
import { When } from "../comment/when.tsx";
import { eventName } from "./event-names.ts";
import css from "./webhooks-page.module.css";

type Page = Awaited<ReturnType<typeof load>>;
type Delivery = Page["items"][number];

const STATES: Record<Delivery["status"], { icon: IconName; name: string }> = {
  pending: { icon: "clock", name: "Waiting" },
  delivered: { icon: "check", name: "Delivered" },
  failed: { icon: "cross", name: "Failed" },
};

const FILTERS = [
  { value: "", label: "All deliveries" },
  { value: "failed", label: "Failed" },
  { value: "pending", label: "Waiting" },
  { value: "delivered", label: "Delivered" },
];

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
      showToast("It is on its way again.");
      void queries.invalidateQueries({ queryKey: key });
    },
    onError: (error) => showProblem(error.message),
  });
  const items = query.data?.pages.flatMap((page) => page.items);

  return (
    <div className={css.deliveries}>
      <NativeSelect
        aria-label="Which deliveries"
        size="xs"
        w={170}
        mb="xs"
        data={FILTERS}
        value={status}
        onChange={(event) => setStatus(event.currentTarget.value)}
      />
      {query.error && !items && <p className={css.error}>{query.error.message}</p>}
      {query.isPending && (
        <Late>
          <p className="rd-muted">Loading the deliveries.</p>
        </Late>
      )}
      {items?.length === 0 && <p className="rd-muted">Nothing here yet.</p>}
      {items && items.length > 0 && (
        <div className={css.tableScroll}>
          <Table verticalSpacing={7} miw={620}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>State</Table.Th>
                <Table.Th>Event</Table.Th>
                <Table.Th>When</Table.Th>
                <Table.Th>Answer</Table.Th>
                <Table.Th aria-label="Send again" />
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
          Show older
        </Button>
      )}
    </div>
  );
}

function Row({ item, onResend }: { item: Delivery; onResend: () => void }) {
  const state = STATES[item.status];
  const tries = item.attempts === 1 ? "1 try" : `${item.attempts} tries`;
  return (
    <Table.Tr>
      <Table.Td>
        <span className={css.state}>
          <Icon name={state.icon} /> {state.name}
        </span>
      </Table.Td>
      <Table.Td>{eventName(item.event)}</Table.Td>
      <Table.Td>
        <When at={item.createdAt} />
      </Table.Td>
      <Table.Td>
        {item.lastError ?? item.lastStatus ?? "None yet"} <span className="rd-muted">· {tries}</span>
      </Table.Td>
      <Table.Td ta="right">
        {item.status !== "pending" && (
          <Button variant="subtle" size="compact-sm" onClick={onResend}>
            Send again
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
