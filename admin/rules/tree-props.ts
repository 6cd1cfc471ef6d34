import type { RuleFact } from "../../server/rules/definition.ts";
import type { WordList } from "../../server/word-lists/definition.ts";
import type { GroupNode } from "./draft.ts";
import type { Checked } from "./use-check.ts";

export interface TreeProps {
  facts: readonly RuleFact[];
  checked: Checked;
  lists: readonly WordList[];
  root: GroupNode;
  /** Whether the last condition may be taken out too. */
  mayBeEmpty: boolean;
  onChange: (root: GroupNode) => void;
}
