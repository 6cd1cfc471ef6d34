import { createServer } from "node:net";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { ScorerTest } from "../../server/scoring/contract.ts";
import { httpScorer } from "../../server/scoring/http.ts";
import { openAiScorer } from "../../server/scoring/openai.ts";
import { perspectiveScorer } from "../../server/scoring/perspective.ts";
import { scoreAll } from "../../server/scoring/score-all.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { type CapturedLog, captureLog } from "../support/captured-log.ts";
import { aComment, anApiKey } from "../support/factories.ts";
import { openSocket, type TestSocket } from "../support/sockets.ts";
import { until } from "../support/until.ts";
import {
  cut,
  hang,
  perspectiveSays,
  type Reply,
  send,
  startProvider,
  type TestProvider,
} from "./provider.ts";

const KEY = "sk-lively-otter-41";
/** How a key may be written: as it is, for an address, and as people decode it. */
const WRITTEN = [KEY, encodeURIComponent(KEY), Buffer.from(KEY).toString("base64")];

let app: TestApp;
let provider: TestProvider<unknown>;
let desk: TestSocket;
let captured: CapturedLog;
let apiKey: string;
/** Everything that anybody outside was told. */
const told: string[] = [];

beforeAll(async () => {
  captured = captureLog();
  app = await startApp();
  provider = await startProvider();
  ({ key: apiKey } = await anApiKey(app));
  desk = await openSocket(app.address, "/desk", { cookie: app.owner.headers.cookie });
});
afterAll(async () => {
  desk.close();
  await app.close();
  await provider.close();
  captured.end();
});

/** What a provider, or what stands in its way, does; each repeats the key where it can. */
const FAILURES: [string, Reply][] = [
  ["refuses the key", send(401, { error: { message: `Incorrect API key provided: ${KEY}` } })],
  ["forbids it", send(403, { error: { message: `${KEY} may not` } })],
  ["finds the request wrong", send(400, { error: { message: `API key not valid: ${KEY}` } })],
  ["never answers", hang],
  ["cuts the connection", cut],
  ["answers no JSON", send(200, `<html>${KEY}`)],
  [
    "answers JSON without scores",
    send(200, { attributeScores: { [KEY]: { summaryScore: { value: KEY } } } }),
  ],
  ["answers a model without results", send(200, { model: KEY, results: [] })],
  ["sends elsewhere", send(302, KEY, { location: `https://elsewhere.example/?key=${KEY}` })],
  ["has trouble", send(500, KEY)],
  ["has a quota", send(429, KEY, { "retry-after": KEY })],
  ["says what it is in words that are none", send(200, perspectiveSays(7))],
];

/** An address where nobody listens. */
async function deadAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

const limits = { timeoutMs: 150, perSecond: 1_000, allowPrivate: true };
/** Every kind of scorer that has a key, new, so that none rests. */
const scorersAt = (url: string) => [
  perspectiveScorer({ apiKey: KEY, url, ...limits }),
  openAiScorer({ apiKey: KEY, url, ...limits }),
  httpScorer({ name: "own", url: `${url}/score`, key: KEY, signed: false, ...limits }),
  httpScorer({ name: "signed", url: `${url}/score`, key: KEY, signed: true, ...limits }),
  // Not even a key that its convention cannot read.
  httpScorer({ name: "unfit", url: `${url}/score`, key: `whsec_${KEY}!`, signed: true, ...limits }),
];

test.each(FAILURES)("no scorer's answer holds its key when the other side %s", async (_what, reply) => {
  provider.answer(reply);
  const answers = await scoreAll(scorersAt(provider.url), "Good morning.", "en");
  expect(answers.map((answer) => "unavailable" in answer)).toEqual(answers.map(() => true));
  told.push(JSON.stringify(answers));
});

test("nor when nobody listens, or the address is none of a server's", async () => {
  const dead = await deadAddress();
  for (const url of [dead, "https://no-such-host.invalid", `${dead.replace("http:", "https:")}`])
    told.push(JSON.stringify(await scoreAll(scorersAt(url), "Good morning.", "en")));
});

test("no answer to an owner, no score, reason, event or hint holds the site's sealed keys, whatever happens", async () => {
  let rate = 900;
  const kept = { enabled: true, use: "always", timeoutMs: 150, key: KEY };
  for (const [, reply] of FAILURES) {
    provider.answer(reply);
    // Another limit makes new scorers of them, so that none rests.
    rate -= 1;
    const chosen = await app.owner.put("/api/sites/demo/scorers", {
      scorers: [
        { ...kept, name: "own", kind: "http", url: `${provider.url}/score`, perSecond: rate },
        { ...kept, name: "perspective", kind: "perspective", url: provider.url, perSecond: rate },
        { ...kept, name: "openai", kind: "openai", url: provider.url, perSecond: rate },
      ],
    });
    expect(chosen.status).toBe(200);
    told.push(chosen.text);
    const tests = await Promise.all(
      ["own", "perspective", "openai"].map((name) =>
        app.owner.post<ScorerTest>(`/api/sites/demo/scorers/${name}/test`, { text: "Good morning." }),
      ),
    );
    for (const { text, body } of tests) {
      expect(body.answer).toBeNull();
      told.push(text);
    }
  }
  // Workers ask by the new list within a second.
  await until("the key has gone out with a comment", async () => {
    const before = provider.asked.length;
    const { id } = await aComment(app);
    told.push((await app.owner.get(`/api/comments/${id}`)).text);
    return provider.asked.slice(before).some(({ headers }) => headers["x-goog-api-key"] === KEY);
  });
  told.push((await app.owner.get("/api/sites/demo/events?limit=200")).text);
  told.push((await app.owner.get("/api/sites/demo/scorers")).text);
});

test("no refusal of the scoring door holds the caller's key", async () => {
  const doors = [
    { path: "/v1alpha1/comments:analyze", body: JSON.stringify({ comment: { text: "" } }) },
    { path: "/v1alpha1/comments:analyze", body: "{not json" },
    { path: "/v1alpha1/comments:suggestscore", body: JSON.stringify({ comment: { text: "Hello" } }) },
    { path: "/v1alpha1/nothing", body: "{}" },
    { path: "/api/scores", body: JSON.stringify({ texts: [] }) },
    { path: "/api/scores", body: JSON.stringify({ texts: "no list" }) },
  ];
  const keys = [apiKey, `rdk_${KEY}`.padEnd(47, "x"), KEY, `${apiKey}%00`];
  const ask = async (path: string, body: string, headers: Record<string, string> = {}) => {
    const response = await fetch(app.address + path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
    });
    told.push(await response.text(), JSON.stringify([...response.headers]));
    return response.status;
  };
  const everywhere = async (): Promise<number[]> => {
    const statuses = [];
    for (const { path, body } of doors)
      for (const key of keys)
        statuses.push(
          await ask(`${path}?key=${key}`, body),
          await ask(path, body, { "x-goog-api-key": key }),
        );
    return statuses;
  };
  expect(Math.min(...(await everywhere()))).toBeGreaterThanOrEqual(400);
  // A fault of our own, in the midst of looking the key up.
  await app.asLogin("alter table api_keys rename to api_keys_gone");
  await app.asLogin("select pg_notify('live', '[{\"type\":\"api-key.created\"}]')");
  await until("keys are looked up anew", async () => (await everywhere()).includes(500));
  await app.asLogin("alter table api_keys_gone rename to api_keys");
});

test("the log and the live hints of all this hold none of them either", async () => {
  // That there was something to hide, and that it was sent.
  expect(
    provider.asked.filter(({ headers }) => headers.authorization === `Bearer ${KEY}`).length,
  ).toBeGreaterThan(20);
  expect(captured.text()).toContain("A request failed");
  expect(captured.text().split("\n").length).toBeGreaterThan(50);
  const { rows } = await app.asLogin(
    `select (select json_agg(e) from events e)::text as events, (select json_agg(s) from scores s)::text as scores,
       (select json_agg(h) from scorer_health h)::text as health, (select json_agg(s) from site_scorers s)::text as settings`,
  );
  const all = { told: told.join("\n"), hints: JSON.stringify(desk.events), log: captured.text(), ...rows[0] };
  for (const [where, text] of Object.entries(all as Record<string, string>)) {
    expect(text.length).toBeGreaterThan(100);
    for (const written of [...WRITTEN, apiKey])
      expect(
        text.includes(written) ? `${where} holds ${written}: ${around(text, written)}` : null,
      ).toBeNull();
  }
});

const around = (text: string, what: string): string => {
  const at = text.indexOf(what);
  return text.slice(Math.max(0, at - 200), at + 100);
};
