import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { localScorer } from "../../server/scoring/local/local.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { aComment, aHeldComment, bearer, reviewOf } from "../support/factories.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ scorers: [localScorer()] });
});
afterAll(() => app.close());

const GERMAN = "Ich finde, die Brücke hätte man schon vor zehn Jahren bauen müssen.";

test("a comment in German is held as not scored, and the desk is told why", async () => {
  const { id } = await aHeldComment(app, { text: GERMAN });
  expect(await reviewOf(app.owner, id)).toMatchObject({
    language: "de",
    unscored: true,
    scores: {},
    scorers: [{ unavailable: "It is in German, which this model was not trained for." }],
    why: [{ rule: "unscored" }],
  });
});

test("it is published unscored where the owner chose that", async () => {
  await app.settings({ whenUnscored: "publish" });
  expect(await aComment(app, { text: GERMAN })).toMatchObject({ status: "approved" });
  await app.settings({ whenUnscored: "hold" });
});

test("English is scored, and noted", async () => {
  const { id, status } = await aComment(app, {
    text: "I think that the bridge should have been built ten years ago.",
  });
  expect(status).toBe("approved");
  expect(await reviewOf(app.owner, id)).toMatchObject({ language: "en", unscored: false });
});

test("a comment too short to tell is scored", async () => {
  expect(await aComment(app, { text: "Genau!" })).toMatchObject({ status: "approved" });
});

test("an insult among foreign words is scored all the same", async () => {
  const { id } = await aHeldComment(app, {
    text: "Halt doch bitte endlich deinen Mund, you fucking idiot, bitte.",
  });
  expect(await reviewOf(app.owner, id)).toMatchObject({ unscored: false, language: null });
});

test("a comment edited into another language is judged as what it is now", async () => {
  const comment = await aComment(app, { text: "I think that the bridge should have been built years ago." });
  const path = `/api/sites/demo/comments/${comment.id}`;
  await app.reader.patch(path, { text: GERMAN }, bearer(comment));
  await app.drain();
  expect(await reviewOf(app.owner, comment.id)).toMatchObject({
    language: "de",
    unscored: true,
    status: "held",
  });
});
