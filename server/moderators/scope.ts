import { maySeeSite, type Scope } from "./access.ts";

export const EVERYTHING: Scope = { siteIds: null, sections: [] };

/** Every site of which there is something to see; null: all. What is found there must still be `ofSections`. */
export const sitesOf = ({ siteIds, sections }: Scope): string[] | null =>
  siteIds && [...new Set([...siteIds, ...sections.map(({ siteId }) => siteId)])];

/** What of it is on this site. */
export const onSite = (scope: Scope, siteId: string): Scope =>
  maySeeSite(scope, siteId)
    ? { siteIds: [siteId], sections: [] }
    : { siteIds: [], sections: scope.sections.filter((own) => own.siteId === siteId) };

/**
 * That a row of one of `sitesOf` is in a section that may be seen, as conditions; none for whoever sees whole sites alone. `row` is the name of a table in
 * the statement, with site_id and article_id.
 */
export function ofSections(
  { siteIds, sections }: Scope,
  row: string,
  place: (value: unknown) => string,
): string[] {
  if (siteIds === null || sections.length === 0) return [];
  const sites = place(sections.map(({ siteId }) => siteId));
  const names = place(sections.map(({ section }) => section));
  const inSection = `exists (select from articles own join unnest(${sites}::uuid[], ${names}::text[]) as part(site_id, section)
    on part.site_id = own.site_id and part.section = own.section where own.id = ${row}.article_id)`;
  return [
    siteIds.length === 0 ? inSection : `(${row}.site_id = any(${place(siteIds)}::uuid[]) or ${inSection})`,
  ];
}

/** That an article may be seen, as conditions: none for whoever sees everything. `row` is the name of a table in the statement, with site_id and section. */
export function articlesInScope(
  { siteIds, sections }: Scope,
  row: string,
  place: (value: unknown) => string,
): string[] {
  if (siteIds === null) return [];
  const whole = `${row}.site_id = any(${place(siteIds)}::uuid[])`;
  if (sections.length === 0) return [whole];
  const sites = place(sections.map(({ siteId }) => siteId));
  const names = place(sections.map(({ section }) => section));
  return [
    `(${whole} or (${row}.site_id, ${row}.section) in (select * from unnest(${sites}::uuid[], ${names}::text[])))`,
  ];
}

/** That a row may be seen, as conditions: none for whoever sees everything. */
export function inScope(scope: Scope, row: string, place: (value: unknown) => string): string[] {
  const sites = sitesOf(scope);
  return [
    ...(sites ? [`${row}.site_id = any(${place(sites)}::uuid[])`] : []),
    ...ofSections(scope, row, place),
  ];
}
