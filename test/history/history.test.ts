import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { z } from "zod";
import type { Decision } from "../../server/decisions/contract.ts";
import type { readSurroundings } from "../../server/surroundings/contract.ts";
import { startApp, type TestApp } from "../support/app.ts";
import {
  aHeldComment,
  aModerator,
  anApprovedComment,
  appealed,
  aSite,
  bearer,
  type Colleague,
  decided,
} from "../support/factories.ts";

let app: TestApp;
let ada: Colleague;
beforeAll(async () => {
  app = await startApp();
  ada = await aModerator(app, { name: "Ada" });
});
afterAll(() => app.close());

type Around = z.output<typeof readSurroundings.response>;

interface History {
  decisions: Decision[];
  wordings: { revision: number; text: string }[];
}
const historyOf = (id: string, by: Colleague) => by.client.get<History>(`/api/comments/${id}/history`);

test("a comment's history has every decision and every wording, the latest first", async () => {
  const comment = await aHeldComment(app, { text: "You are an idiot." });
  await app.reader.patch(
    `/api/sites/demo/comments/${comment.id}`,
    { text: "You are a fool, idiot." },
    bearer(comment),
  );
  await app.drain();
  await decided(ada.client, comment.id, "approve");
  const { body } = await historyOf(comment.id, ada);
  expect(body.wordings.map(({ text }) => text)).toEqual(["You are a fool, idiot.", "You are an idiot."]);
  expect(body.decisions.map(({ action, actor }) => [action, actor.name])).toEqual([
    ["approve", "Ada"],
    ["hold", "The site's rules"],
    ["resubmit", "The author"],
    ["hold", "The site's rules"],
  ]);
});

test("who may judge a comment blind is not told what others decided", async () => {
  const ben = await aModerator(app);
  const comment = await appealed(app, ada, { reason: "spam" });
  expect((await historyOf(comment.id, ben)).body.decisions).toEqual([]);
  expect((await historyOf(comment.id, ada)).body.decisions).not.toEqual([]);
});

test("a comment of a site that one does not moderate has no history", async () => {
  const cleo = await aModerator(app, { sites: [await aSite(app)] });
  const comment = await aHeldComment(app);
  expect((await historyOf(comment.id, cleo)).status).toBe(404);
});

test("around a comment stand those that answer the same, as readers see them, and of replies what waits too", async () => {
  const article = { url: "https://news.example/ferry" };
  const post = (text: string, parentId?: string) => anApprovedComment(app, { article, text, parentId });
  const texts = async (id: string) => {
    const { before, after, replies } = (await ada.client.get<Around>(`/api/comments/${id}/surroundings`))
      .body;
    return [before, after, replies].map((some) => some.map(({ text }) => text));
  };
  const first = await post("First.");
  await aHeldComment(app, { article, text: "Idiots, all." });
  const second = await post("Second.");
  const reply = await post("A reply.", second.id);
  await aHeldComment(app, { article, text: "You idiot.", parentId: second.id });
  await post("Third.");
  expect(await texts(second.id)).toEqual([["First."], ["Third."], ["A reply.", "You idiot."]]);
  expect(await texts(first.id)).toEqual([[], ["Second.", "Third."], []]);
  expect(await texts(reply.id)).toEqual([[], ["You idiot."], []]);
});
