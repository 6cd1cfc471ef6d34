import type { Site } from "../../server/sites/contract.ts"; export function SettingsPage({site}:{site:Site}) { return <p>{site.name}</p>; }
