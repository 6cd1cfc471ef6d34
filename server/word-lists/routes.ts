import { stringify } from "csv-stringify/sync";
import type { Db } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { Streamed } from "../http/caller.ts";
import { handle, type Route } from "../http/mount.ts";
import type { SignedIn } from "../moderators/access.ts";
import { visibleSite } from "../sites/visible.ts";
import { caughtOverTime } from "./caught.ts";
import { compiled } from "./compiled.ts";
import * as contract from "./contract.ts";
import { MAX_ENTRIES, type WordList, type WordListVersion } from "./definition.ts";
import { existing } from "./existing.ts";
import { rulesNaming } from "./naming.ts";
import { readLines } from "./read-lines.ts";
import { createList, deleteList, updateList } from "./save.ts";
import { entriesOf, findList, findLists, findVersions, type ListRow, type VersionRow } from "./store.ts";
import { tryEntries } from "./try.ts";
import { findVariants } from "./variants.ts";

export function wordListRoutes({ db }: { db: Db }): Route[] {
  const siteOf = (by: SignedIn, slug: string) => visibleSite(db, by, slug);
  const shown = async (list: ListRow) => view(list, await rulesNaming(db, list.siteId));

  /** The list beside which words are looked at, ready to be looked for. */
  const besideOf = async (siteId: string, id: string | null) =>
    id === null ? null : compiled(db, existing(await findList(db, siteId, id)));

  async function entriesAt(siteId: string, id: string, version: number | undefined) {
    const list = existing(await findList(db, siteId, id));
    const wanted = version ?? list.version;
    const text = await entriesOf(db, id, wanted);
    if (text === null)
      throw new AppError("not_found", `This list has no version ${wanted}. Read it to see which it has.`);
    return { list, version: wanted, text };
  }

  return [
    handle(contract.listWordLists, async ({ params, moderator }) => {
      const { id } = await siteOf(moderator, params.site);
      const [lists, naming] = await Promise.all([findLists(db, id), rulesNaming(db, id)]);
      return { items: lists.map((list) => view(list, naming)) };
    }),
    handle(contract.createWordList, async ({ params, body, moderator }) => {
      const site = await siteOf(moderator, params.site);
      return shown(await createList(db, { ...body, siteId: site.id, moderatorId: moderator.id }));
    }),
    handle(contract.checkWordList, async ({ params, body, moderator }) => {
      await siteOf(moderator, params.site);
      const { entries, ...problems } = await readLines(body.text, body.format, linesOf(body.beside));
      return { ...problems, text: entries.join("\n") };
    }),
    handle(contract.tryWordList, async ({ params, body, moderator }) => {
      const site = await siteOf(moderator, params.site);
      const { entries } = await readLines(body.text);
      const { language, last, beside } = body;
      return tryEntries(db, {
        siteId: site.id,
        entries: entries.slice(0, MAX_ENTRIES),
        language,
        last,
        beside: await besideOf(site.id, beside),
      });
    }),
    handle(contract.findWordVariants, async ({ params, body, moderator }) => {
      const site = await siteOf(moderator, params.site);
      const beside = await besideOf(site.id, body.beside);
      return { items: await findVariants(db, { siteId: site.id, entry: body.entry, beside }) };
    }),
    handle(contract.readWordList, async ({ params, moderator }) => {
      const site = await siteOf(moderator, params.site);
      const list = existing(await findList(db, site.id, params.id));
      const versions = await findVersions(db, list.id);
      return { ...(await shown(list)), versions: versions.map(versionView) };
    }),
    handle(contract.readWordListEntries, async ({ params, query, moderator }) => {
      const site = await siteOf(moderator, params.site);
      const { version, text } = await entriesAt(site.id, params.id, query.version);
      return { version, text };
    }),
    handle(contract.readWordListCaught, async ({ params, query, moderator }) => {
      const site = await siteOf(moderator, params.site);
      const list = existing(await findList(db, site.id, params.id));
      return caughtOverTime(db, list, { days: query.days, now: new Date() });
    }),
    handle(contract.exportWordList, async ({ params, query, moderator, setHeader }) => {
      const site = await siteOf(moderator, params.site);
      const { list, version, text } = await entriesAt(site.id, params.id, query.version);
      const csv = query.format === "csv";
      const file = `${fileName(list.name)}-${version}.${csv ? "csv" : "txt"}`;
      setHeader("content-disposition", `attachment; filename="${file}"`);
      return csv
        ? new Streamed("text/csv; charset=utf-8", whole(csvOf(text)))
        : new Streamed("text/plain; charset=utf-8", whole(`${text}\n`));
    }),
    handle(contract.updateWordList, async ({ params, body, moderator }) => {
      const site = await siteOf(moderator, params.site);
      return shown(
        await updateList(db, { ...body, siteId: site.id, id: params.id, moderatorId: moderator.id }),
      );
    }),
    handle(contract.deleteWordList, async ({ params, moderator }) => {
      const site = await siteOf(moderator, params.site);
      await deleteList(db, { siteId: site.id, id: params.id, moderatorId: moderator.id });
      return undefined;
    }),
  ];
}

const view = (
  { siteId: _, createdAt, changedAt, changedBy, ...list }: ListRow,
  naming: ReadonlyMap<string, WordList["rules"]>,
): WordList => ({
  ...list,
  rules: naming.get(list.id) ?? [],
  createdAt: createdAt.toISOString(),
  changedAt: changedAt.toISOString(),
  changedBy: { name: changedBy },
});

const versionView = ({ by, createdAt, ...version }: VersionRow): WordListVersion => ({
  ...version,
  createdAt: createdAt.toISOString(),
  by: { name: by },
});

async function* whole(text: string): AsyncGenerator<string> {
  yield text;
}

const linesOf = (text: string): string[] => text.split("\n").filter((line) => line.trim() !== "");

const csvOf = (text: string): string =>
  stringify([["entry"], ...text.split("\n").map((entry) => [entry])], { record_delimiter: "windows" });

/** Letters, digits and hyphens of a name, for a header. */
const fileName = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .toLowerCase() || "words";
