import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Escalation } from "../../server/escalations/contract.ts";
import { newId } from "../../server/ids.ts";
import { ENDPOINTS } from "../../server/openapi.ts";
import { startApp, type TestApp } from "../support/app.ts";
import type { Answer, Client } from "../support/client.ts";
import {
  aHeldComment,
  aModerator,
  anApprovedComment,
  aSite,
  bearer,
  decided,
  reviewOf,
  sanctioned,
} from "../support/factories.ts";

/** A word of every comment and note on the other site, and of nothing else. */
const WORD = "Xylophone";
/** Ids of what there is on the other site; one place for each kind. */
interface Theirs {
  held: string;
  approved: string;
  featured: string;
  decision: string;
  appeal: string;
  escalation: string;
  reader: string;
  sanction: string;
  note: string;
  view: string;
  batch: string;
  article: string;
  /** Somebody who may see the site. */
  moderator: string;
}
interface Ask {
  /** Behind the endpoint's own path, whose `:site` is theirs. */
  query?: string;
  id?: (theirs: Theirs) => string;
  body?: unknown;
}
/** `refused`: as if it were not there. `hidden`: answered, without anything of the other site. */
type Case = Ask & { answer: "refused" | "hidden" };

const refused = (ask: Ask = {}): Case => ({ answer: "refused", ...ask });
const hidden = (ask: Ask = {}): Case => ({ answer: "hidden", ...ask });
const the =
  (kind: keyof Theirs) =>
  (theirs: Theirs): string =>
    theirs[kind];
const seen = { version: 2 };
const site = "site=theirs";

/** What each endpoint for moderators is asked about the other site. One that is missing here fails: say how it keeps sites apart. */
const CASES: Record<string, Case[] | "of no site"> = {
  readQueue: [hidden(), refused({ query: site })],
  readPlot: [refused({ query: site })],
  claimNext: [hidden({ body: { queue: "held" } }), refused({ body: { queue: "held", site: "theirs" } })],
  readReview: [refused({ id: the("held") })],
  searchComments: [hidden({ query: `q=${WORD}` }), refused({ query: `q=${WORD}&${site}` })],
  exportSearch: [
    hidden({ query: `q=${WORD}&format=csv` }),
    refused({ query: `q=${WORD}&format=csv&${site}` }),
  ],
  readHistory: [refused({ id: the("held") })],
  readSurroundings: [refused({ id: the("held") })],
  listSavedViews: [hidden()],
  createSavedView: [refused({ body: { name: "Theirs", queue: "held", site: "theirs", filters: {} } })],
  updateSavedView: [refused({ id: the("view"), body: { name: "Mine" } })],
  deleteSavedView: [refused({ id: the("view") })],
  claimComment: [refused({ id: the("held") })],
  // It lets go of one's own claim alone.
  releaseClaim: "of no site",
  listPresent: [hidden()],
  attend: [hidden({ id: newId, body: { commentId: null } })],
  // It ends what one's own tab said.
  leave: "of no site",
  decideComment: [refused({ id: the("held"), body: { action: "approve", ...seen } })],
  undoDecision: [refused({ id: the("decision"), body: { reason: "No." } })],
  featureComment: [refused({ id: the("approved"), body: seen })],
  unfeatureComment: [refused({ id: the("featured") })],
  listFeatured: [hidden(), refused({ query: site })],
  listWorthFeaturing: [hidden(), refused({ query: site })],
  previewBatch: [refused({ body: { filter: { queue: "held", site: "theirs" } } })],
  createBatch: [
    refused({
      body: { action: "approve", filter: { queue: "held", site: "theirs" }, seen: { count: 9, until: "x" } },
    }),
  ],
  readBatch: [refused({ id: the("batch") })],
  undoBatch: [refused({ id: the("batch"), body: {} })],
  sanctionReader: [refused({ id: the("reader"), body: { kind: "warn", words: "Mind your words." } })],
  liftSanction: [refused({ id: the("sanction"), body: {} })],
  listReaders: [hidden(), refused({ query: site })],
  readReader: [refused({ id: the("reader") })],
  readTimeline: [refused({ id: the("reader") })],
  addNote: [refused({ id: the("reader"), body: { text: "Hello" } })],
  editNote: [refused({ id: the("note"), body: { text: "Hello" } })],
  deleteNote: [refused({ id: the("note") })],
  judgeAppeal: [refused({ id: the("appeal"), body: { verdict: "approve" } })],
  decideAppeal: [refused({ id: the("appeal"), body: { outcome: "upheld", version: 3 } })],
  judgeSample: [refused({ id: the("approved"), body: { verdict: "approve", ...seen } })],
  escalateComment: [refused({ id: the("held"), body: { ...seen, note: "Look." } })],
  undoEscalation: [refused({ id: the("escalation") })],
  whoAmI: "of no site",
  listSessions: "of no site",
  revokeSession: "of no site",
  revokeOtherSessions: "of no site",
  changePassword: "of no site",
  readTwoStep: "of no site",
  beginTwoStep: "of no site",
  confirmTwoStep: "of no site",
  endTwoStep: "of no site",
  listSites: [hidden()],
  readSite: [refused()],
  listArticles: [refused()],
  updateArticle: [refused({ id: the("article"), body: { moderation: "pre" } })],
  listAssignable: [refused({ id: the("article") })],
  assignArticle: [refused({ id: the("article"), body: {} })],
  unassignArticle: [refused({ id: the("article") })],
  readLog: [hidden(), refused({ query: site })],
  exportLog: [hidden({ query: "format=csv" }), refused({ query: `format=csv&${site}` })],
  listRuleFacts: "of no site",
};

let app: TestApp;
let outsider: Client;
let theirs: Theirs;
/** The same under an article of one section of a site. */
let politics: Theirs;
let inPolitics: Client;
let inSport: Client;
beforeAll(async () => {
  app = await startApp();
  await aSite(app, { slug: "theirs", name: `The ${WORD}` });
  outsider = (await aModerator(app)).client;
  theirs = await whatIsOf({ site: "theirs" });
  await aSite(app, { slug: "daily", name: "The Daily" });
  politics = await whatIsOf({
    site: "daily",
    article: { url: "https://daily.example/vote", section: "politics" },
  });
  inPolitics = await aModeratorOf("politics");
  inSport = await aModeratorOf("sport");
});
afterAll(() => app.close());

/** A moderator of one section of the daily, given it on the people page. */
async function aModeratorOf(section: string): Promise<Client> {
  const { id, client } = await aModerator(app, { sites: [] });
  await made(app.owner.patch(`/api/moderators/${id}`, { sections: [{ site: "daily", section }] }));
  return client;
}

/** One of each kind of thing on a site that is not the outsider's. */
async function whatIsOf(here: { site: string; article?: { url: string; section: string } }): Promise<Theirs> {
  const { owner } = app;
  const long = `${WORD} players meet at the bridge every Sunday, and whoever wants to listen brings a chair along.`;
  const insider = await aModerator(app, {
    sites: [await made<{ id: string }>(owner.get(`/api/sites/${here.site}`))],
  });
  const held = await aHeldComment(app, { ...here, text: `This ${WORD} is an idiot.` });
  const approved = await anApprovedComment(app, { ...here, text: long });
  const featured = await anApprovedComment(app, { ...here, text: `${long} Twice.` });
  const appealed = await aHeldComment(app, { ...here, text: `That ${WORD} is an idiot.` });
  const escalated = await aHeldComment(app, { ...here, text: `The ${WORD} is an idiot.` });
  const batched = await aHeldComment(app, { ...here, text: `One ${WORD} is an idiot.` });
  const { version } = await reviewOf(owner, featured.id);
  await made(owner.put(`/api/comments/${featured.id}/feature`, { version }));
  const decision = await decided(insider.client, appealed.id, "reject");
  const appeal = await made<{ id: string }>(
    app.reader.post(
      `/api/sites/${here.site}/comments/${appealed.id}/appeals`,
      { text: `My ${WORD}!` },
      bearer(appealed),
    ),
  );
  const escalation = await made<Escalation>(
    insider.client.post(`/api/comments/${escalated.id}/escalations`, { version: 2, note: "Look at this." }),
  );
  const review = await reviewOf(owner, held.id);
  const note = await made<{ id: string }>(
    owner.post(`/api/readers/${review.reader.id}/notes`, { text: `Plays the ${WORD}.` }),
  );
  const view = { name: `The ${WORD}`, queue: "held", site: here.site, filters: {}, shared: true };
  const comments = [{ id: batched.id, version: 2 }];
  await made(insider.client.put(`/api/presence/${newId()}`, { commentId: held.id }));
  return {
    held: held.id,
    approved: approved.id,
    featured: featured.id,
    decision: decision.id,
    appeal: appeal.id,
    escalation: escalation.id,
    reader: review.reader.id,
    sanction: (await sanctioned(owner, review.reader.id, { kind: "warn", words: "Mind your words." })).id,
    note: note.id,
    moderator: (await made<{ moderator: { id: string } }>(owner.get("/api/session"))).moderator.id,
    view: (await made<{ id: string }>(owner.post("/api/views", view))).id,
    batch: (await made<{ id: string }>(owner.post("/api/batches", { action: "approve", comments }))).id,
    article: review.article.id,
  };
}

async function made<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { status, body, text } = await answer;
  if (status >= 300) throw new Error(`It was refused: ${status} ${text}`);
  return body;
}

const FOR_MODERATORS = ENDPOINTS.filter(({ access }) => access === "moderator");

test("of every endpoint for moderators it is said how it keeps sites apart", () => {
  expect(Object.keys(CASES).sort()).toEqual(FOR_MODERATORS.map(({ id }) => id).sort());
});

const asked = FOR_MODERATORS.flatMap((endpoint) => {
  const cases = CASES[endpoint.id] ?? [];
  return cases === "of no site"
    ? []
    : cases.map((one) => ({
        ...one,
        endpoint,
        id: one.id,
        name: one.query ? `${endpoint.id} with ${one.query}` : endpoint.id,
      }));
});

/** Asks of `things`, which are on this site. */
function asking(
  { endpoint, ...ask }: (typeof asked)[number],
  things: Theirs,
  slug: string,
): (client: Client) => Promise<Answer<unknown>> {
  const path = endpoint.path
    .replace(":site", slug)
    .replace(":id", ask.id?.(things) ?? "")
    .replace(":moderator", things.moderator);
  const there = (text: string): string => text.replaceAll("theirs", slug);
  const address = ask.query ? `${path}?${there(ask.query)}` : path;
  const body = ask.body === undefined ? undefined : JSON.parse(there(JSON.stringify(ask.body)));
  return (client) =>
    endpoint.method === "get"
      ? client.get(address)
      : client[endpoint.method](address, body, { "idempotency-key": newId() });
}

test.each(asked)("$name answers a moderator of another site: $answer", async (ask) => {
  const { endpoint } = ask;
  const by = asking(ask, theirs, "theirs");
  const mine = await by(outsider);
  // The owner, of whom nothing is hidden, shows that there was something to hide.
  const owners = await by(app.owner);
  if (ask.answer === "refused") {
    expect([mine.status, mine.text.includes(WORD)]).toEqual([404, false]);
    expect(owners.status).not.toBe(404);
  } else {
    expect([mine.status, mine.text.includes(WORD)]).toEqual([endpoint.status, false]);
    expect([owners.status, owners.text.includes(WORD) || owners.text.includes(theirs.held)]).toEqual([
      endpoint.status,
      true,
    ]);
    expect(Object.values(theirs).filter((id) => mine.text.includes(id))).toEqual([]);
  }
});

/** What moderators of a section may use. */
const BY_SECTION = new Set([
  "readQueue",
  "readPlot",
  "claimNext",
  "readReview",
  "searchComments",
  "exportSearch",
  "readHistory",
  "listSavedViews",
  "createSavedView",
  "claimComment",
  "decideComment",
  "undoDecision",
  "featureComment",
  "unfeatureComment",
  "previewBatch",
  "createBatch",
  "judgeAppeal",
  "decideAppeal",
  "judgeSample",
  "escalateComment",
  "undoEscalation",
  "sanctionReader",
  "liftSanction",
  "listReaders",
  "readReader",
  "readTimeline",
  "addNote",
  "editNote",
  "deleteNote",
  "listFeatured",
  "listWorthFeaturing",
  "readLog",
  "exportLog",
  "listSites",
  "readSite",
  "listArticles",
  "updateArticle",
  "listAssignable",
  "assignArticle",
  "unassignArticle",
]);

describe("of what is under another section", () => {
  const others = asked.filter(({ endpoint }) => endpoint.id !== "listSavedViews");

  test.each(others)("$name tells a moderator of a section nothing", async (ask) => {
    const { status, text } = await asking(ask, politics, "daily")(inSport);
    expect(status).toBeLessThan(500);
    // Who owns the installation is everybody's colleague at the desk.
    const colleague = ["listPresent", "attend"].includes(ask.endpoint.id) ? politics.moderator : null;
    const theirs = Object.values(politics).filter((id) => id !== colleague);
    expect([text.includes(WORD), theirs.filter((id) => text.includes(id))]).toEqual([false, []]);
  });
});

describe("of what is under their section", () => {
  const theirs = asked.filter(({ endpoint }) => BY_SECTION.has(endpoint.id));

  // Deciding and the like have changed some of it meanwhile: that it is there for them is what counts.
  test.each(theirs)("$name answers a moderator of that section", async (ask) => {
    expect((await asking(ask, politics, "daily")(inPolitics)).status).not.toBe(404);
  });

  test("they see it in the queue, the search and its own page, with their number", async () => {
    const sport = await aHeldComment(app, {
      site: "daily",
      article: { url: "https://daily.example/match", section: "sport" },
      text: `This ${WORD} coach is an idiot.`,
    });
    for (const path of ["/api/queue?queue=held", "/api/queue?queue=held&site=daily"]) {
      const queue = await made<{ items: { id: string }[]; counts: { held: number } }>(inSport.get(path));
      expect([queue.items.map(({ id }) => id), queue.counts.held]).toEqual([[sport.id], 1]);
    }
    const found = await made<{ items: { id: string }[] }>(inSport.get(`/api/search?q=${WORD}`));
    expect(found.items.map(({ id }) => id)).toEqual([sport.id]);
    expect((await inSport.get(`/api/comments/${sport.id}`)).status).toBe(200);
    expect((await inPolitics.get(`/api/comments/${sport.id}`)).status).toBe(404);
  });
});
