import { de as account } from "../account/words.de.ts";
import { de as actions } from "../actions/words.de.ts";
import { de as apiKeys } from "../api-keys/words.de.ts";
import { de as app } from "../app/words.de.ts";
import { de as assignments } from "../assignments/words.de.ts";
import { de as bulk } from "../bulk/words.de.ts";
import { de as claims } from "../claims/words.de.ts";
import { de as comment } from "../comment/words.de.ts";
import { de as decide } from "../decide/words.de.ts";
import { de as features } from "../features/words.de.ts";
import { de as insights } from "../insights/words.de.ts";
import { de as log } from "../log/words.de.ts";
import { de as people } from "../people/words.de.ts";
import { de as plot } from "../plot/words.de.ts";
import { de as presence } from "../presence/words.de.ts";
import { de as queue } from "../queue/words.de.ts";
import { de as readers } from "../readers/words.de.ts";
import { de as rules } from "../rules/words.de.ts";
import { de as scorers } from "../scorers/words.de.ts";
import { de as search } from "../search/words.de.ts";
import { de as session } from "../session/words.de.ts";
import { de as settings } from "../settings/words.de.ts";
import { de as views } from "../views/words.de.ts";
import { de as webhooks } from "../webhooks/words.de.ts";
import { de as wellness } from "../wellness/words.de.ts";
import { de as wordLists } from "../word-lists/words.de.ts";
import type { English } from "./en.ts";
import type { Words } from "./words.ts";

/** All words of the desk in German, by noun. */
export const de: Words<English> = {
  account,
  actions,
  wellness,
  apiKeys,
  app,
  assignments,
  bulk,
  claims,
  comment,
  decide,
  features,
  insights,
  log,
  people,
  plot,
  presence,
  queue,
  readers,
  rules,
  scorers,
  search,
  session,
  settings,
  views,
  webhooks,
  wordLists,
};
