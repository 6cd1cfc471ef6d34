export const second = {
  needed: "It rejects, so another owner than {{name}} has to confirm this version before it decides.",
  asked: "<name/> asked for it <when/>.",
  confirmed: "<name/> confirmed this version <when/>.",
  ask: "Ask for it",
  confirm: "Confirm version {{version}}",
} as const;

export const examples = {
  title: "Examples",
  about:
    "Comments that every version of this rule must match, or must not. They are looked at with each change.",
  saveFirst: "Once the rule is saved, comments can be kept with it that it must match, or must not.",
  count_one: "{{holding}} of {{count, number}} example comes out right.",
  count_other: "{{holding}} of {{count, number}} examples come out right.",
  open_one: "Of {{count, number}} it cannot be told.",
  open_other: "Of {{count, number}} it cannot be told.",
  must: "Must match",
  mustNot: "Must not match",
  paste: "Add a text",
  remove: "Remove this example",
  gone: "Its author has withdrawn it, so nothing of it is kept.",
  holds: { yes: "As it must be", no: "Not as it must be", unknown: "Cannot be told" },
  because: {
    matches: "It matches. What decides is whether {{parts}}.",
    noMatch: "It does not match. What decides is whether {{parts}}.",
    exempt: "It is left alone. What decides is whether {{parts}}.",
    unknown: "It is not known whether {{parts}}.",
  },
  part: "{{clause}} (seen: {{seen}})",
  scope: "its article is where the rule counts",
  evenSoTitle: "Go on even so?",
  evenSo: "Go on even so",
  keepAs: "Keep it with the rule:",
} as const;
