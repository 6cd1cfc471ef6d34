import type { Site } from "../../server/sites/contract.ts"; export function WebhooksPage({site}:{site:Site}) { return <p>{site.name}</p>; }
