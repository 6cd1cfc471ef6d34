export const en = {
  assign: "Assign",
  to: "Assigned to {{names}}",
  title: "Who looks after this article",
  about: "It helps them find its comments. Everybody still sees them.",
  me: "Me ({{name}})",
  others: "Also: {{names}}",
  loading: "One moment",
  failed: "That did not work. Try again.",
} as const;
