export const en = {
  mine: "claimed by you {{left}}",
  mineHint: "Colleagues leave it to you until then; it is renewed while you look at this page.",
  other: "{{name}} is on this comment.",
  otherShort: "{{name}} is on it",
  takeOver: "Take over",
  failed: "That did not work. Try again.",
} as const;
