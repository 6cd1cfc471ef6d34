import { readdirSync, readFileSync } from "node:fs";
import { parseSync } from "@swc/core";

type Node = { type?: string; [key: string]: unknown };

/** Speaks to operators, programs and readers, or writes a document: the desk never hears it. */
const ELSEWHERE =
  /^server\/(articles|build|cli|comments|db|demo|perspective-api|replay|reports|scores|start)\/|^server\/(appeals\/make|config|cursor|http\/(admit|discovery|json-body|limits)|idempotency|live|main|metrics|moderators\/device|openapi\w*|outgoing\/public-address|package-root|plots\/thresholds|sanctions\/(acknowledge|refusal-to-write)|scoring\/(evaluation|local|semantic)\/.*|scoring\/warm-up|server)\.ts$|^server\/appeals\/contract/;
/** What a site starts with and its owner changes: the site's words, in the site's language. */
const OF_SITES = /^server\/(rules\/site-rules|sites\/settings)\.ts$/;
/** Words for developers, beside the code. */
const DOCUMENTED = new Set(["description", "summary", "example"]);

/** A piece of text in the source: `{}` where something is filled in. */
interface Said {
  file: string;
  words: string;
}

/** Every text in the server's source that could be said at the desk. */
export function serverTexts(): Said[] {
  return readdirSync("server", { recursive: true, encoding: "utf8" })
    .map((name) => `server/${name}`)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
    .filter((file) => !ELSEWHERE.test(file) && !OF_SITES.test(file))
    .flatMap((file) => textsIn(file));
}

/** Those of them that are sentences, or the end of one. */
export function serverSentences(): Said[] {
  return serverTexts().filter(
    ({ words }) => /[a-z}]\S* \S+ /.test(words) && /[.:]$|[.:;,] \{\}$/.test(words),
  );
}

function textsIn(file: string): Said[] {
  const texts: Said[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) visit(one);
    if (typeof node !== "object" || node === null || Array.isArray(node)) return;
    const { type, ...rest } = node as Node;
    if (isDocumented(node as Node)) return;
    if (type === "StringLiteral") texts.push({ file, words: rest.value as string });
    if (type === "TemplateLiteral") for (const words of variants(node as Node)) texts.push({ file, words });
    for (const value of Object.values(rest)) visit(value);
  };
  visit(parseSync(readFileSync(file, "utf8"), { syntax: "typescript" }).body);
  return texts;
}

function isDocumented(node: Node): boolean {
  if (node.type === "KeyValueProperty") return DOCUMENTED.has(String((node.key as Node).value));
  const callee = (node.callee ?? {}) as Node;
  if (node.type !== "CallExpression" || callee.type !== "MemberExpression") return false;
  const [object, property] = [callee.object, callee.property] as [Node, Node];
  return object.value === "log" || ["describe", "query"].includes(String(property.value));
}

/** A template with each of the words that a condition in it chooses between; `{}` for what else is filled in. */
function variants(template: Node): string[] {
  const quasis = (template.quasis as Node[]).map(({ cooked }) => cooked as string);
  const holes = (template.expressions as Node[]).map(choices);
  return holes.reduce(
    (before, words, i) => before.flatMap((start) => words.map((word) => start + word + quasis[i + 1])),
    [quasis[0] ?? ""],
  );
}

function choices({ type, consequent, alternate }: Node): string[] {
  const both = [consequent, alternate] as Node[];
  return type === "ConditionalExpression" && both.every((one) => one.type === "StringLiteral")
    ? both.map(({ value }) => value as string)
    : ["{}"];
}
