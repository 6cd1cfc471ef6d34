export const en = {
  at: "At the desk: {{names}}",
  title: "At the desk now",
  reads: "reads a comment",
  also: "Also looking: {{names}}",
} as const;
