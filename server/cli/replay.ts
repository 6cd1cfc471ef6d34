import { parseArgs } from "node:util";
import { readConfig } from "../config.ts";
import { AppError } from "../errors.ts";
import { assertAnswers } from "../replay/api.ts";
import { openDesk } from "../replay/desk.ts";
import { countLines } from "../replay/lines.ts";
import { progressOn } from "../replay/progress.ts";
import { replay } from "../replay/replay.ts";
import { report } from "../replay/report.ts";

const USAGE = `Usage: npm run replay -- FILE [--rate 50] [--url http://127.0.0.1:3000] [--site demo]

Posts the comments of FILE (JSON lines, or .jsonl.gz) through the public API as their readers would, follows each to its decision, and reports what
became of them and how long it took. A line is {"article":{"url" or "id","title"},"reader","text"}; "previous" (the words answered) or "mentions" make it
a reply to an earlier one.

  --rate N          posts a second (50)
  --url ADDRESS     where Replydesk runs; give several for several servers
  --site SLUG       the site to post to (demo); it must take comments from the articles' addresses
  --articles URL    where articles are that the file names by an id alone (https://replay.example/)
  --email, --password   a moderator's, to learn why comments are held and when the desk sees them; else OWNER_EMAIL and OWNER_PASSWORD`;

const OPTIONS = {
  rate: { type: "string", default: "50" },
  url: { type: "string", multiple: true },
  site: { type: "string", default: "demo" },
  articles: { type: "string", default: "https://replay.example/" },
  email: { type: "string" },
  password: { type: "string" },
  help: { type: "boolean", default: false },
} as const;

function readArguments() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: OPTIONS });
  const [file] = positionals;
  if (values.help || file === undefined || positionals.length > 1) throw new AppError("invalid", USAGE);
  const rate = Number(values.rate);
  if (!(rate > 0 && rate <= 10_000))
    throw new AppError("invalid", "--rate takes a number of posts a second, up to 10000.");
  const config = readConfig();
  const urls = (values.url ?? [`http://127.0.0.1:${config.port}`]).map((url) => url.replace(/\/+$/, ""));
  for (const [name, address] of [...urls.map((url) => ["--url", url]), ["--articles", values.articles]])
    if (!/^https?:$/.test(URL.canParse(address as string) ? new URL(address as string).protocol : ""))
      throw new AppError("invalid", `${name} takes a full address, such as http://127.0.0.1:3000.`);
  const email = values.email ?? config.ownerEmail;
  const password = values.password ?? config.ownerPassword;
  const login = email && password ? { email, password } : null;
  return { file, rate, urls, site: values.site, articleBase: values.articles, login };
}

async function main(): Promise<boolean> {
  const { file, login, ...where } = readArguments();
  const total = await countLines(file);
  await assertAnswers(where.urls, where.site);
  const desk = login && (await openDesk(where.urls[0] as string, login));
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  const progress = progressOn(process.stderr, total);
  try {
    const outcome = await replay({
      ...where,
      file,
      desk,
      stop: stop.signal,
      progress: progress.show,
      remark: progress.remark,
    });
    progress.end();
    console.log(report(outcome));
    const { accepted, lost, decidedTwice, storedTwice } = outcome;
    return accepted.length > 0 && lost.length + decidedTwice.length + storedTwice.length === 0;
  } finally {
    await desk?.signOut();
  }
}

main().then(
  (allWell) => {
    process.exitCode = allWell ? 0 : 1;
  },
  (error: Error) => {
    const expected = error instanceof AppError || "code" in error;
    console.error(expected ? error.message : error);
    process.exitCode = 1;
  },
);
