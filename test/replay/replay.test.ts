import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { type Desk, openDesk } from "../../server/replay/desk.ts";
import { type ReplayOptions, replay } from "../../server/replay/replay.ts";
import { latencies, report } from "../../server/replay/report.ts";
import { OWNER, startApp, type TestApp } from "../support/app.ts";
import { decided } from "../support/factories.ts";
import { fileOf, removeFiles, says } from "./file.ts";
import { type Front, startFront } from "./front.ts";

let app: TestApp;
const opened: { close(): Promise<void> }[] = [];
beforeAll(async () => {
  app = await startApp();
});
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});
afterAll(async () => {
  await app.close();
  removeFiles();
});

/** Each test has an article of its own. */
let articles = 0;
function thread(...lines: [reader: string, text: string, more?: object][]): object[] {
  articles += 1;
  const article = { url: `https://news.example/${articles}`, title: `Story ${articles}` };
  return lines.map(([reader, text, more]) => says(reader, text, { article, ...more }));
}

async function run(lines: readonly unknown[], more: Partial<ReplayOptions> & { gzip?: boolean } = {}) {
  const remarks: string[] = [];
  const outcome = await replay({
    file: fileOf(lines, more),
    urls: [app.address],
    site: "demo",
    rate: 1_000,
    articleBase: "https://replay.example/",
    desk: null,
    progress() {},
    remark: (sentence) => remarks.push(sentence),
    ...more,
  });
  return { ...outcome, remarks, said: report(outcome) };
}

async function desk(login = OWNER): Promise<Desk> {
  const signedIn = await openDesk(app.address, login);
  opened.push({ close: signedIn.signOut });
  return signedIn;
}

async function front(...how: [Parameters<typeof startFront>[1]]): Promise<Front> {
  const started = await startFront(app.address, ...how);
  opened.push(started);
  return started;
}

/** The comments of the latest article as the database has them. */
async function stored() {
  const { rows } = await app.db.query(
    `select c.text, c.status, r.name as reader, c.reader_id as "readerId", p.text as parent,
      (select count(*)::int from decisions d where d.comment_id = c.id) as decisions
     from comments c join articles a on a.id = c.article_id join readers r on r.id = c.reader_id
     left join comments p on p.id = c.parent_id where a.url = $1 order by c.id`,
    [`https://news.example/${articles}`],
  );
  return rows;
}

const TEN = Array.from({ length: 10 }, (_, i): [string, string] => [`Reader ${i % 4}`, `Word ${i}.`]);

test("a file of comments is posted as its readers would, and every one is decided once", async () => {
  const lines = thread(
    ["Ana", "The bridge is lovely."],
    ["Ben", "It is an idiot's bridge."],
    ["Carla", "Is it?", { mentions: "@Ana", previous: "The bridge is lovely." }],
    ["Ana", "You will see.", { mentions: "@Carla" }],
    ["Dora", "Rude!", { mentions: "@Ben", previous: "It is an idiot's bridge." }],
    ["Emil", "Who?", { mentions: "@Nobody", previous: "Never said." }],
  );
  const { accepted, refused, badLines, lost, decidedTwice, storedTwice, said } = await run(lines, {
    gzip: true,
  });
  expect({ accepted: accepted.length, refused, badLines, lost, decidedTwice, storedTwice }).toEqual({
    accepted: 6,
    refused: [],
    badLines: 0,
    lost: [],
    decidedTwice: [],
    storedTwice: [],
  });
  const rows = await stored();
  expect(rows.map(({ text, status, parent, decisions }) => [text, status, parent, decisions]).sort()).toEqual(
    [
      ["The bridge is lovely.", "approved", null, 1],
      // What is held cannot be answered, so Dora speaks for herself.
      ["It is an idiot's bridge.", "held", null, 1],
      ["Is it?", "approved", "The bridge is lovely.", 1],
      ["You will see.", "approved", "Is it?", 1],
      ["Rude!", "approved", null, 1],
      ["Who?", "approved", null, 1],
    ].sort(),
  );
  expect(new Set(rows.map(({ readerId }) => readerId)).size).toBe(5);
  expect(said).toContain("6 comments by 5 readers under 1 articles, 2 of them replies,");
  expect(said).toMatch(/decided +6 {3}held 1, approved 5\n/);
});

test("a line that is no comment is named by its number, and the rest is posted", async () => {
  const [first, second] = thread(["Ana", "One."], ["Ben", "Two."]);
  const { accepted, badLines, remarks } = await run([first, "{", "", { reader: "Ana" }, second]);
  expect(remarks).toEqual([
    "Line 2 is left out: it is not JSON.",
    expect.stringMatching(/^Line 4 is left out: article: /),
  ]);
  expect({ accepted: accepted.length, badLines }).toEqual({ accepted: 2, badLines: 2 });
});

test("what the server refuses is counted with the server's words", async () => {
  const { accepted, refused, remarks } = await run(
    thread(["Ana", "One."], ["Ana", "x".repeat(5_001)], ["x".repeat(61), "Two."]),
  );
  expect({ accepted: accepted.length, refused: refused.length }).toEqual({ accepted: 1, refused: 2 });
  expect(remarks.sort()[0]).toBe("Line 2 was refused: text: Keep it to 5000 characters.");
});

describe("at the desk", () => {
  test("the report says why comments are held, and when the desk and the article heard", async () => {
    const lines = thread(["Ana", "An idiot."], ["Ben", "Idiots!"], ["Carla", "Lovely."]);
    const outcome = await run(lines, { desk: await desk() });
    expect([...(outcome.whyHeld ?? [])].sort()).toEqual([
      ["Hold insults", 2],
      ["Hold toxic comments", 2],
    ]);
    const { decided: times, desk: atDesk, readers } = latencies(outcome);
    expect([times.length, atDesk.length, readers.length]).toEqual([3, 3, 1]);
    expect(outcome.said).toMatch(/Hold insults +2\n/);
    expect(outcome.said).toContain("by the audit log");
  });

  test("without one, what the public API shows is told, and what it does not is said", async () => {
    const { whyHeld, said } = await run(thread(["Ana", "An idiot."], ["Ben", "Lovely."]));
    expect(whyHeld).toBeNull();
    expect(said).toContain("give --email and --password");
    expect(said).toContain("by each comment's version and the public threads");
    expect(said).not.toContain("to the desk");
  });

  test("nobody is let in by a wrong password", async () => {
    await expect(desk({ ...OWNER, password: "wrong horse" })).rejects.toThrow(
      "The desk lets nobody in by that:",
    );
  });
});

describe("with bad luck", () => {
  test("an answer that is lost leads to a second try, and to no second comment", async () => {
    let n = 0;
    const { address, posts } = await front(async ({ method }, pass, res) => {
      if (method !== "POST" || n++ % 3 !== 0) return;
      await pass();
      res.destroy();
    });
    const { accepted, refused, triedAgain, storedTwice } = await run(thread(...TEN), { urls: [address] });
    expect(refused).toEqual([]);
    expect(accepted).toHaveLength(10);
    expect(triedAgain).toBeGreaterThan(0);
    expect(posts.length).toBe(10 + triedAgain);
    expect(storedTwice).toEqual([]);
    expect(await stored()).toHaveLength(10);
  });

  test.each([429, 503])("a server that answers %i is asked again after the time it names", async (status) => {
    const refusedAt: number[] = [];
    const { address, posts } = await front(async ({ method }, _pass, res) => {
      if (method !== "POST" || refusedAt.length >= 2) return;
      refusedAt.push(performance.now());
      res
        .writeHead(status, { "retry-after": "1", "content-type": "application/json" })
        .end('{"detail":"Later."}');
    });
    const { accepted, triedAgain, remarks } = await run(thread(...TEN), { urls: [address] });
    expect({ accepted: accepted.length, triedAgain }).toEqual({ accepted: 10, triedAgain: 2 });
    expect(remarks).toEqual(["Trying again: Later."]);
    expect(new Set(posts.map(({ headers }) => headers["idempotency-key"])).size).toBe(10);
  });

  test("a comment that is answered but not there afterwards is lost", async () => {
    let hidden = "";
    const { address } = await front(async ({ method, path, body }, pass, res) => {
      if (method === "POST" && body.includes("Word 3.")) {
        const { status, text } = await pass();
        hidden = (JSON.parse(text) as { id: string }).id;
        res.writeHead(status, { "content-type": "application/json" }).end(text);
      } else if (hidden && path.includes(hidden)) res.writeHead(404).end("{}");
    });
    const { lost, said } = await run(thread(...TEN), { urls: [address], patience: 600 });
    expect(lost.map(({ row }) => row.text)).toEqual(["Word 3."]);
    expect(said).toMatch(/decided +9 .*\n +lost +1 {3}lines 4\n/);
  });

  test.each([true, false])("a comment that is stored twice is found (as owner: %s)", async (asOwner) => {
    const { address } = await front(async ({ method, headers, body }, pass) => {
      if (method !== "POST" || !body.includes("Word 5.")) return;
      const { "idempotency-key": _, ...withoutKey } = headers;
      await pass({ headers: withoutKey });
    });
    const signedIn = asOwner ? await desk() : null;
    const { storedTwice, audited, said } = await run(thread(...TEN), { urls: [address], desk: signedIn });
    expect(audited).toBe(asOwner);
    expect(storedTwice).toHaveLength(1);
    expect(said).toMatch(/doubled +1 {3}stored twice: /);
    expect(await stored()).toHaveLength(11);
  });

  test("a comment whose version says more than one decision is found; the audit log knows a person's from the rules'", async () => {
    const again = async () =>
      front(async ({ method, body }, pass, res) => {
        if (method !== "POST" || !body.includes("Word 5.")) return;
        const { status, text } = await pass();
        const { id } = JSON.parse(text) as { id: string };
        await decided(app.owner, id, "hold");
        res.writeHead(status, { "content-type": "application/json" }).end(text);
      });
    const publicly = await run(thread(...TEN), { urls: [(await again()).address] });
    expect(publicly.decidedTwice).toHaveLength(1);
    const audited = await run(thread(...TEN), { urls: [(await again()).address], desk: await desk() });
    expect(audited.decidedTwice).toEqual([]);
  });
});

test("several servers take turns, and a reader is the same on each", async () => {
  const urls = [app.address, await app.startServer()];
  const { accepted, lost } = await run(thread(...TEN), { urls });
  expect([accepted.length, lost.length]).toEqual([10, 0]);
  expect(new Set((await stored()).map(({ readerId }) => readerId)).size).toBe(4);
});

test("the same file a second time is a second run, not a repeat", async () => {
  const lines = thread(...TEN);
  await run(lines);
  const { accepted, storedTwice } = await run(lines);
  expect([accepted.length, storedTwice.length]).toEqual([10, 0]);
  expect(await stored()).toHaveLength(20);
});

test("a run that is stopped posts no more, and follows what was accepted", async () => {
  const stop = new AbortController();
  const progress = ({ posted }: { posted: number }) => posted >= 3 && stop.abort();
  const many = Array.from({ length: 300 }, (_, i): [string, string] => [`Reader ${i}`, `Word ${i}.`]);
  const { accepted, lost } = await run(thread(...many), { rate: 20, stop: stop.signal, progress });
  expect(accepted.length).toBeGreaterThanOrEqual(3);
  expect(accepted.length).toBeLessThan(300);
  expect(lost).toEqual([]);
});
