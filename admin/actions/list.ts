interface ActionFacts {
  /** As the keyboard gives them, letters small; `mod+z` is Ctrl or Cmd with Z, `shift+x` Shift with X. */
  keys?: readonly string[];
  /** Holding the key down does it again and again. */
  repeats?: true;
  /** Listed among the keys only: the palette has it under another name, or it makes no sense there. */
  keysOnly?: true;
}

/**
 * Everything that can be done by a key or from the palette, in the order of both lists. The part before the dot is its
 * heading there, and its words are `actions.ID`. What it does, and when, is said where it can be done, by useActions.
 */
export const ACTIONS = {
  "comment.approve": { keys: ["a"] },
  "comment.reject": { keys: ["r"] },
  "comment.hold": { keys: ["shift+h"] },
  "comment.escalate": { keys: ["e"] },
  "comment.sendBack": { keys: ["s"] },
  "comment.takeOver": { keys: ["t"] },
  "comment.feature": { keys: ["f"] },
  "comment.show": { keys: ["b"] },
  "comment.open": { keys: ["Enter"] },
  "comment.choose": { keys: ["x"] },
  "comment.chooseTo": { keys: ["shift+x"] },
  "comment.reader": { keys: ["h"] },
  "comment.around": { keys: ["c"] },
  "comment.changes": { keys: ["d"] },
  "comment.next": { keys: ["j"], repeats: true },
  "comment.previous": { keys: ["k"], repeats: true },
  "comment.nextInFocus": { keys: ["ArrowRight"], repeats: true, keysOnly: true },
  "comment.previousInFocus": { keys: ["ArrowLeft"], repeats: true, keysOnly: true },
  "comment.nextInList": { keys: ["ArrowDown"], repeats: true, keysOnly: true },
  "comment.previousInList": { keys: ["ArrowUp"], repeats: true, keysOnly: true },
  "list.chooseLoaded": {},
  "list.chooseAll": {},
  "list.hold": {},
  "list.chooseNone": { keys: ["Escape"] },
  "decision.undo": { keys: ["u", "mod+z"] },
  // Bound by the form itself, where a digit's reason is known.
  "decision.pick": { keys: ["1", "…", "9"], keysOnly: true },
  "decision.confirm": { keys: ["Enter"], keysOnly: true },
  "decision.close": { keys: ["Escape"], keysOnly: true },
  "rule.mustMatch": { keys: ["m"] },
  "rule.mustNotMatch": { keys: ["shift+m"] },
  "queue.search": { keys: ["/"] },
  "queue.mode": { keys: ["l"] },
  "queue.showNew": { keys: ["n"] },
  "desk.palette": { keys: ["mod+k"], keysOnly: true },
  "desk.keys": { keys: ["?"] },
  "desk.scheme": {},
  "desk.letters": {},
  "wellness.blur": {},
  "wellness.grey": {},
  "desk.signOut": {},
} as const satisfies Record<string, ActionFacts>;

export type ActionId = keyof typeof ACTIONS;

export const ACTION_IDS = Object.keys(ACTIONS) as ActionId[];

export function factsOf(id: ActionId): ActionFacts {
  return ACTIONS[id];
}

export function groupOf<Id extends ActionId>(id: Id) {
  return id.split(".")[0] as Id extends `${infer Group}.${string}` ? Group : never;
}
