import { listRules } from "../../server/rules/contract.ts";
import { call } from "../client.ts";

/** The names of these sites' own rules by their ids. */
export async function readNames(sites: readonly string[], signal: AbortSignal): Promise<Map<string, string>> {
  const lists = await Promise.all(sites.map((site) => call(listRules, { params: { site }, signal })));
  return new Map(lists.flatMap(({ items }) => items.map(({ id, definition }) => [id, definition.name])));
}
