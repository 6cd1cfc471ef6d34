import type { Comparison, Condition, RuleDefinition } from "../../server/rules/definition.ts";

/** How the parts of a group count together; `none` and `not-all` are what a rule writes as `not`. */
export const GROUP_KINDS = ["all", "any", "none", "not-all"] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** A comparison being written; `value` is null until something is given. */
export interface ComparisonNode {
  key: number;
  fact: string;
  op: Comparison["op"];
  value: Comparison["value"] | null;
}

export interface GroupNode {
  key: number;
  kind: GroupKind;
  parts: ConditionNode[];
}

export type ConditionNode = ComparisonNode | GroupNode;

/** A rule in the editor: its conditions have keys, so that a field stays the same field while others come and go. */
export type Draft = Omit<RuleDefinition, "when" | "unless"> & { when: GroupNode; unless: GroupNode | null };

let lastKey = 0;
export const newKey = (): number => ++lastKey;

export const isGroup = (node: ConditionNode): node is GroupNode => "parts" in node;

export function draftOf({ when, unless, ...rest }: RuleDefinition): Draft {
  return { ...rest, when: groupOf(when), unless: unless && groupOf(unless) };
}

export function groupOf(condition: Condition): GroupNode {
  const group = (kind: GroupKind, parts: Condition[]): GroupNode => ({
    key: newKey(),
    kind,
    parts: parts.map(nodeOf),
  });
  if ("all" in condition) return group("all", condition.all);
  if ("any" in condition) return group("any", condition.any);
  if (!("not" in condition)) return group("all", [condition]);
  if ("all" in condition.not) return group("not-all", condition.not.all);
  return group("none", "any" in condition.not ? condition.not.any : [condition.not]);
}

const nodeOf = (condition: Condition): ConditionNode =>
  "fact" in condition ? { key: newKey(), ...condition } : groupOf(condition);

/** What a draft says as a rule. A group of one is written as that one. */
export function definitionOf(draft: Draft): RuleDefinition {
  return {
    ...draft,
    name: draft.name.trim(),
    reason: draft.reason.trim(),
    when: written(draft.when, "when").condition,
    unless: draft.unless && written(draft.unless, "unless").condition,
  };
}

/** Which node stands where a problem's path points: `when.all.0`. */
export function placesOf({ when, unless }: Pick<Draft, "when" | "unless">): Map<string, number> {
  return new Map([...written(when, "when").places, ...(unless ? written(unless, "unless").places : [])]);
}

interface Written {
  condition: Condition;
  places: [path: string, key: number][];
}

function written(node: ConditionNode, path: string): Written {
  const here: [string, number] = [path, node.key];
  if (!isGroup(node)) {
    const { fact, op, value } = node;
    return { condition: { fact, op, value: value ?? "" }, places: [here] };
  }
  const negated = node.kind === "none" || node.kind === "not-all";
  const inside = negated ? `${path}.not` : path;
  const name = node.kind === "any" || node.kind === "none" ? "any" : "all";
  const only = node.parts.length === 1;
  const parts = node.parts.map((part, i) => written(part, only ? inside : `${inside}.${name}.${i}`));
  const conditions = parts.map(({ condition }) => condition);
  const inner = only
    ? (conditions[0] as Condition)
    : name === "any"
      ? { any: conditions }
      : { all: conditions };
  return {
    condition: negated ? { not: inner } : inner,
    places: [here, ...parts.flatMap(({ places }) => places)],
  };
}

/** The comparisons of a node in the order in which a trace tells them. */
export function comparisonsIn(node: ConditionNode): ComparisonNode[] {
  return isGroup(node) ? node.parts.flatMap(comparisonsIn) : [node];
}

/** A group with one of its nodes changed, or taken out where `change` answers null; a group left empty goes too. */
export function changed(
  root: GroupNode,
  key: number,
  change: (node: ConditionNode) => ConditionNode | null,
): GroupNode {
  if (root.key === key) return (change(root) as GroupNode | null) ?? { ...root, parts: [] };
  return {
    ...root,
    parts: root.parts.flatMap((part) => {
      if (part.key === key) return change(part) ?? [];
      if (!isGroup(part)) return part;
      const inner = changed(part, key, change);
      return inner.parts.length > 0 ? inner : [];
    }),
  };
}

/** Whether a comparison has something to compare with. */
export const isGiven = ({ value }: ComparisonNode): boolean =>
  value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);

/** Whether all conditions can be judged, though the rule may still lack its name. */
export function isComplete({ when, unless, then, tags }: Draft): boolean {
  const all = [...comparisonsIn(when), ...(unless ? comparisonsIn(unless) : [])];
  return when.parts.length > 0 && all.every(isGiven) && (then !== "tag" || tags.length > 0);
}
