/** Deliveries at once to a webhook whose last answer was a failure. One that hangs would otherwise keep every worker waiting. */
const AT_ONCE_WHILE_FAILING = 2;

const webhooks = new Map<string, { underWay: number; failing: boolean }>();

/** The webhooks that get no further delivery from this process at the moment. */
export function crowdedWebhooks(): string[] {
  return [...webhooks].flatMap(([id, { underWay, failing }]) =>
    failing && underWay >= AT_ONCE_WHILE_FAILING ? [id] : [],
  );
}

/** Counts an attempt while it runs, and remembers whether the webhook answers. `attempt` answers whether it was a success. */
export async function takeTurn(webhookId: string, attempt: () => Promise<boolean>): Promise<void> {
  const state = webhooks.get(webhookId) ?? { underWay: 0, failing: false };
  webhooks.set(webhookId, state);
  state.underWay += 1;
  try {
    state.failing = !(await attempt());
  } finally {
    state.underWay -= 1;
    if (state.underWay === 0 && !state.failing) webhooks.delete(webhookId);
  }
}
