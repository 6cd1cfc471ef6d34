import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { startApp, type TestApp } from "../support/app.ts";
import { aModerator, aPendingComment } from "../support/factories.ts";
import { until } from "../support/until.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.close());

const QUEUE = "/desk/jobs/api/queues/moderate-comments";

test("owners stop a queue, see its jobs, which carry ids and no comment's text, and let it go on", async () => {
  const page = await app.owner.get("/desk/jobs/");
  expect([page.status, page.headers.get("content-type")]).toEqual([
    200,
    expect.stringContaining("text/html"),
  ]);
  expect((await app.owner.put(`${QUEUE}/pause`)).status).toBe(200);
  const { id } = await aPendingComment(app, { text: "A text that no job carries." });
  let shown = "";
  await until("the job is shown", async () => {
    shown = (
      await app.owner.get(
        "/desk/jobs/api/queues?activeQueue=moderate-comments&status=waiting&page=1&jobsPerPage=10",
      )
    ).text;
    return shown.includes(id);
  });
  expect(shown).not.toContain("no job carries");
  expect((await app.owner.put(`${QUEUE}/resume`)).status).toBe(200);
  await app.drain();
});

test("a moderator is refused, and who is not signed in is sent to the desk or told to sign in", async () => {
  const { client } = await aModerator(app, { name: "Ben" });
  expect((await client.get("/desk/jobs/api/queues")).status).toBe(403);
  const page = await fetch(`${app.address}/desk/jobs/`, {
    redirect: "manual",
    headers: { accept: "text/html" },
  });
  expect([page.status, page.headers.get("location")]).toEqual([302, "/desk"]);
  expect((await app.reader.put("/desk/jobs/api/queues/moderate-comments/retry/failed", {})).status).toBe(401);
});

test("a page of another origin changes nothing there", async () => {
  const { status } = await app.owner.put(
    "/desk/jobs/api/queues/moderate-comments/pause",
    {},
    { origin: "https://evil.example" },
  );
  expect(status).toBe(403);
});
