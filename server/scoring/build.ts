import { unseal } from "../seal.ts";
import { httpScorer } from "./http.ts";
import { openAiScorer } from "./openai.ts";
import { perspectiveScorer } from "./perspective.ts";
import type { Scorer } from "./scorer.ts";
import type { ScorerSettings } from "./settings-store.ts";

export interface Installation {
  /** The scorers of this installation, by name, in the order in which sites ask them unless their owners choose otherwise. */
  installed: readonly Scorer[];
  /** Opens the keys at rest. */
  secret: string;
  /** Whether owners may name addresses of the own network. */
  allowPrivate: boolean;
}

export interface Built {
  /** Always one: where there is a problem, it says so of each comment. */
  scorer: Scorer;
  /** Why it cannot be asked at all. */
  problem: string | null;
  key: "none" | "own" | "installation";
}

const ADDRESS = { perspective: "https://commentanalyzer.googleapis.com", openai: "https://api.openai.com" };
const LOCKED =
  "Its key was locked with another secret of this installation. Enter the key again, or start with the former REPLYDESK_SECRET.";

/** Where a site's key is kept, for seal() and unseal(). */
export const placeOfKey = (siteId: string, scorer: string): string => `site_scorers/${siteId}/${scorer}`;

/** The scorer that a site's settings amount to. A key of the installation is never sent to an address that an owner chose. */
export function build(siteId: string, settings: ScorerSettings, installation: Installation): Built {
  const { name, kind, url, signed, sealedKey } = settings;
  const key = sealedKey && unseal(installation.secret, placeOfKey(siteId, name), sealedKey);
  if (sealedKey !== null && key === null) return broken(name, LOCKED, "own");
  const limits = {
    ...(settings.timeoutMs !== null && { timeoutMs: settings.timeoutMs }),
    ...(settings.perSecond !== null && { perSecond: settings.perSecond }),
  };
  const allowPrivate = installation.allowPrivate;
  if (kind === "http") {
    if (url === null) return broken(name, "It has no address. Enter one.", "none");
    return ready(
      httpScorer({ name, url, key, signed, allowPrivate, ...limits }),
      key === null ? "none" : "own",
    );
  }
  if (kind !== "installed" && key !== null) {
    const options = { apiKey: key, url: url?.replace(/\/+$/, "") ?? ADDRESS[kind], allowPrivate, ...limits };
    return ready(kind === "perspective" ? perspectiveScorer(options) : openAiScorer(options), "own");
  }
  if (url !== null)
    return broken(name, "An address of one's own needs a key of one's own. Enter the key.", "none");
  const installed = installation.installed.find((scorer) => scorer.name === name);
  if (installed) return ready(installed, installed.circuit ? "installation" : "none");
  return kind === "installed"
    ? broken(name, "It is not installed here.", "none")
    : broken(name, "It has no key. Enter one.", "none");
}

const ready = (scorer: Scorer, key: Built["key"]): Built => ({ scorer, problem: null, key });

function broken(name: string, problem: string, key: Built["key"]): Built {
  return {
    scorer: { name, score: async () => ({ scorer: name, unavailable: problem }) },
    problem,
    key,
  };
}

/** What an owner has chosen, and after it, switched off, what the installation has besides; all of the latter where the owner has chosen nothing. */
export function withInstalled(chosen: ScorerSettings[], installed: readonly Scorer[]): ScorerSettings[] {
  const others = installed.filter(({ name }) => !chosen.some((one) => one.name === name));
  return [...chosen, ...others.map(({ name }) => ofInstallation(name, chosen.length === 0))];
}

function ofInstallation(name: string, enabled: boolean): ScorerSettings {
  return {
    name,
    kind: name === "perspective" || name === "openai" ? name : "installed",
    enabled,
    use: "always",
    timeoutMs: null,
    perSecond: null,
    url: null,
    signed: false,
    sealedKey: null,
  };
}
