import type { Db } from "../db/pool.ts";
import { newId } from "../ids.ts";
import { readLanguage } from "../scoring/read-language.ts";
import { knownAttribute, textOf } from "./comment.ts";
import type { SuggestScoreRequest, SuggestScoreResponse } from "./contract.ts";
import { invalidRequest } from "./errors.ts";
import { insertSuggestion } from "./store.ts";

/** Keeps what a client says a text should have scored, for the site's owners. Throws Perspective's refusals as AppError. */
export async function suggestScore(
  db: Db,
  siteId: string,
  request: SuggestScoreRequest,
): Promise<SuggestScoreResponse> {
  const text = textOf(request);
  const suggested = Object.entries(request.attributeScores ?? {});
  if (suggested.length === 0) throw invalidRequest("Missing attribute_scores");
  const scores: Record<string, number> = {};
  for (const [name, { summaryScore }] of suggested) {
    // A score of nothing is a score of 0: JSON of Google's own clients leaves zeros out.
    scores[knownAttribute(name)] = summaryScore?.value ?? 0;
  }
  const requested = request.languages ?? [];
  const detected = (await readLanguage(text)) ?? "en";
  await insertSuggestion(db, {
    id: newId(),
    siteId,
    text: storable(text),
    scores,
    languages: requested.length > 0 ? requested.map(storable) : [detected],
    communityId: request.communityId ? storable(request.communityId) : null,
    clientToken: request.clientToken ? storable(request.clientToken) : null,
  });
  return {
    ...(request.clientToken && { clientToken: request.clientToken }),
    ...(requested.length > 0 && { requestedLanguages: requested }),
    detectedLanguages: [detected],
  };
}

/** PostgreSQL stores neither NUL nor half a surrogate pair. */
const storable = (text: string): string => text.replaceAll("\0", "").toWellFormed();
