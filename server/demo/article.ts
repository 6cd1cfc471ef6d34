/** The demo article: where it is, and the id its page and its comments share. */
export const DEMO_ARTICLE = {
  path: "/demo",
  id: "penny-bridge",
  title: "Council votes by one to close Penny Bridge to cars",
  section: "Town",
} as const;
