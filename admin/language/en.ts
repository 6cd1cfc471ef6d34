import type { en as account } from "../account/words.en.ts";
import { en as actions } from "../actions/words.en.ts";
import type { en as apiKeys } from "../api-keys/words.en.ts";
import { en as app } from "../app/words.en.ts";
import { en as assignments } from "../assignments/words.en.ts";
import { en as bulk } from "../bulk/words.en.ts";
import { en as claims } from "../claims/words.en.ts";
import { en as comment } from "../comment/words.en.ts";
import { en as decide } from "../decide/words.en.ts";
import { en as features } from "../features/words.en.ts";
import type { en as insights } from "../insights/words.en.ts";
import type { en as log } from "../log/words.en.ts";
import type { en as people } from "../people/words.en.ts";
import { en as plot } from "../plot/words.en.ts";
import { en as presence } from "../presence/words.en.ts";
import { en as queue } from "../queue/words.en.ts";
import { en as readers } from "../readers/words.en.ts";
import type { en as rules } from "../rules/words.en.ts";
import type { en as scorers } from "../scorers/words.en.ts";
import type { en as search } from "../search/words.en.ts";
import { en as session } from "../session/words.en.ts";
import type { en as settings } from "../settings/words.en.ts";
import { en as views } from "../views/words.en.ts";
import type { en as webhooks } from "../webhooks/words.en.ts";
import { en as wellness } from "../wellness/words.en.ts";
import type { en as wordLists } from "../word-lists/words.en.ts";

/** The words that the desk opens with in English, by noun. */
export const en = {
  actions,
  wellness,
  app,
  assignments,
  bulk,
  claims,
  comment,
  decide,
  features,
  plot,
  presence,
  queue,
  readers,
  session,
  views,
} as const;

/** All words of the desk. The nouns named here come with their pages, by `bringWords`. */
export type English = typeof en & {
  readonly account: typeof account;
  readonly apiKeys: typeof apiKeys;
  readonly insights: typeof insights;
  readonly log: typeof log;
  readonly people: typeof people;
  readonly rules: typeof rules;
  readonly scorers: typeof scorers;
  readonly search: typeof search;
  readonly settings: typeof settings;
  readonly webhooks: typeof webhooks;
  readonly wordLists: typeof wordLists;
};
