import { handle, type Route } from "../http/mount.ts";
import type { Scorer } from "../scoring/scorer.ts";
import * as contract from "./contract.ts";
import { scoreTexts } from "./score-texts.ts";

export function scoreRoutes({ scorers }: { scorers: readonly Scorer[] }): Route[] {
  return [
    handle(contract.scoreTexts, async ({ body, client }) => {
      await client.take(body.texts.length);
      return { items: await scoreTexts(scorers, body) };
    }),
  ];
}
