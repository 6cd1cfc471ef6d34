import { en as account } from "../account/words.en.ts";
import { en as actions } from "../actions/words.en.ts";
import { en as apiKeys } from "../api-keys/words.en.ts";
import { en as app } from "../app/words.en.ts";
import { en as bulk } from "../bulk/words.en.ts";
import { en as claims } from "../claims/words.en.ts";
import { en as comment } from "../comment/words.en.ts";
import { en as decide } from "../decide/words.en.ts";
import { en as features } from "../features/words.en.ts";
import { en as log } from "../log/words.en.ts";
import { en as people } from "../people/words.en.ts";
import { en as plot } from "../plot/words.en.ts";
import { en as queue } from "../queue/words.en.ts";
import { en as readers } from "../readers/words.en.ts";
import { en as scorers } from "../scorers/words.en.ts";
import { en as search } from "../search/words.en.ts";
import { en as session } from "../session/words.en.ts";
import { en as settings } from "../settings/words.en.ts";
import { en as views } from "../views/words.en.ts";
import { en as webhooks } from "../webhooks/words.en.ts";
import { en as wellness } from "../wellness/words.en.ts";

/** All words of the desk in English, by noun. */
export const en = {
  account,
  actions,
  wellness,
  apiKeys,
  app,
  bulk,
  claims,
  comment,
  decide,
  features,
  log,
  people,
  plot,
  queue,
  readers,
  scorers,
  search,
  session,
  settings,
  views,
  webhooks,
} as const;
