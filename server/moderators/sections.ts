import type { SectionOfSite } from "./contract.ts";

/** These sections once each and in order, without those of sites that are given wholly. */
export function sectionsBeside(sites: string[], sections: SectionOfSite[]): SectionOfSite[] {
  const once = new Map(
    sections
      .filter(({ site }) => !sites.includes(site))
      .map(({ site, section }) => [`${site} ${section}`, { site, section }]),
  );
  return [...once].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}
