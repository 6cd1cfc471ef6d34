import { LRUCache } from "lru-cache";
import type { Db } from "../db/pool.ts";
import { newId } from "../ids.ts";
import { type Built, build, type Installation, withInstalled } from "./build.ts";
import { type Watch, watched } from "./health.ts";
import { saveHealth } from "./health-store.ts";
import type { PlacedScorer } from "./score-all.ts";
import { findScorerSettings, type ScorerSettings } from "./settings-store.ts";

/** A scorer of a site as this process asks it. */
export interface Standing extends Pick<Built, "problem" | "key"> {
  settings: ScorerSettings;
  scorer: PlacedScorer;
}

export interface SiteScorers {
  /** All of a site's, in order, those that are switched off as well; by the settings as they are now. */
  all(siteId: string): Promise<Standing[]>;
  /** Those to ask about a comment, by settings at most FRESH ms old. */
  toAsk(siteId: string): Promise<readonly PlacedScorer[]>;
  /** Writes what was seen of them since the last time. */
  saveHealth(): Promise<void>;
}

const FRESH = 1_000;

interface Kept extends Standing {
  fingerprint: string;
  watch: Watch;
}

/**
 * The scorers of every site, in this process. A scorer lives on, with its limits, circuit and connections, until its own settings change; a change is seen within
 * FRESH ms, wherever it was made.
 */
export function siteScorers(db: Db, installation: Installation): SiteScorers {
  const process = newId();
  const sites = new LRUCache<string, Kept[]>({ max: 1_000 });
  const asked = new LRUCache<string, Promise<readonly PlacedScorer[]>>({ max: 1_000, ttl: FRESH });

  async function all(siteId: string): Promise<Kept[]> {
    const chosen = await findScorerSettings(db, siteId);
    const before = sites.get(siteId) ?? [];
    const now = withInstalled(chosen, installation.installed).map((settings): Kept => {
      const fingerprint = JSON.stringify({ ...settings, enabled: true });
      const known = before.find((one) => one.fingerprint === fingerprint);
      if (known) return { ...known, settings, scorer: { ...known.scorer, use: settings.use } };
      const { scorer, problem, key } = build(siteId, settings, installation);
      const watch = watched(scorer);
      const placed = { ...watch.scorer, use: settings.use };
      return { settings, scorer: placed, problem, key, fingerprint, watch };
    });
    sites.set(siteId, now);
    return now;
  }

  function toAsk(siteId: string): Promise<readonly PlacedScorer[]> {
    const known = asked.get(siteId);
    if (known) return known;
    const reading = all(siteId).then((kept) =>
      kept.filter(({ settings }) => settings.enabled).map(({ scorer }) => scorer),
    );
    reading.catch(() => asked.delete(siteId));
    asked.set(siteId, reading);
    return reading;
  }

  return {
    all,
    toAsk,
    async saveHealth() {
      const lines = [...sites].flatMap(([siteId, kept]) =>
        kept
          .filter(({ watch }) => watch.isNew())
          .map(({ settings, watch }) => ({ siteId, scorer: settings.name, ...watch.line() })),
      );
      await saveHealth(db, process, lines);
    },
  };
}
