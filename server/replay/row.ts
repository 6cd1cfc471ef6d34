import { z } from "zod";
import { ArticleRef } from "../articles/contract.ts";

/**
 * One line of the file: `{"article":{"url" or "id","title"?,"section"?},"reader","text"}`. `reader` is a name, or an object with one. `previous` (the words
 * that are answered) and `mentions` (names, with or without @) say which earlier comment of the article this one replies to. Other fields are ignored.
 */
const Line = z.object({
  article: z
    .object({
      url: z.string().nullish(),
      id: z.union([z.string(), z.number()]).nullish(),
      title: z.string().nullish(),
      section: z.string().nullish(),
    })
    .refine((article) => article.url || text(article.id), "give it a url or an id"),
  reader: z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]),
  text: z.string().min(1, "is empty"),
  mentions: z.union([z.string(), z.array(z.string())]).nullish(),
  previous: z.string().nullish(),
});

export interface Row {
  /** Its line in the file, from 1. */
  line: number;
  article: ArticleRef;
  reader: string;
  text: string;
  mentions: string[];
  previous: string | null;
}

/** Reads a line. Throws an Error that says what is wrong with it, without its words. */
export function readRow(line: number, json: string, articleBase: string): Row {
  const read = Line.safeParse(parse(json));
  if (!read.success) throw new Error(faultOf(read.error));
  const { article, reader, text: words, mentions, previous } = read.data;
  const ref = ArticleRef.safeParse({
    url: article.url || new URL(encodeURIComponent(text(article.id)), articleBase).href,
    title: article.title?.slice(0, 300) ?? undefined,
    section: article.section?.slice(0, 100) ?? undefined,
  });
  if (!ref.success) throw new Error(faultOf(ref.error, "article"));
  return {
    line,
    article: ref.data,
    reader: reader.trim(),
    text: words,
    mentions: (Array.isArray(mentions) ? mentions : (mentions ?? "").split(/\s+/))
      .map((name) => name.replace(/^@/, "").trim())
      .filter(Boolean),
    previous: previous || null,
  };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new Error("it is not JSON");
  }
}

function faultOf(error: z.ZodError, within?: string): string {
  const [issue] = error.issues;
  const path = [...(within ? [within] : []), ...(issue?.path ?? [])].join(".");
  return path ? `${path}: ${issue?.message}` : "it is not an object";
}

const text = (id: string | number | null | undefined): string => String(id ?? "").trim();
