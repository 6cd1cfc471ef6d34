/** Every word the widget says. */

const LOCALE = "en";
const rules = new Intl.PluralRules(LOCALE);

function many(count: number, one: string, other: string): string {
  return `${count.toLocaleString(LOCALE)} ${rules.select(count) === "one" ? one : other}`;
}

export const words = {
  title: "Comments",
  comments: (count: number) => many(count, "comment", "comments"),
  newComments: (count: number) => many(count, "new comment", "new comments"),
  newReplies: (count: number) => many(count, "new reply", "new replies"),
  showReplies: (count: number) => `Show ${many(count, "reply", "replies")}`,
  hideReplies: "Hide replies",
  sort: "Sort by",
  sorts: { newest: "Newest", oldest: "Oldest", top: "Most replies" },
  more: "Show more comments",
  loading: "Loading comments",
  empty: "Nobody has written yet. Yours would be the first.",
  failed: "The comments could not be loaded.",
  tryAgain: "Try again",

  writeComment: "Write a comment",
  yourComment: "Your comment",
  yourReply: (name: string) => `Your reply to ${name}`,
  name: "Your name",
  nameHint: "Shown with your comment.",
  postingAs: "Posting as",
  change: "Change",
  postComment: "Post comment",
  postReply: "Post reply",
  readIt: "I have read this, post",
  sending: "Sending…",
  cancel: "Cancel",
  left: (count: number) => many(count, "character left", "characters left"),
  over: (count: number) => many(count, "character too many", "characters too many"),
  writeFirst: "Write something first.",
  nameFirst: "Tell us your name.",
  unreachable: "The server did not answer. Your text is kept here; trying again will not post it twice.",
  serverTrouble: "The server could not take this just now. Your text is kept here; try again in a moment.",

  reply: "Reply",
  replyTo: (name: string) => `Reply to ${name}`,
  inReplyTo: (name: string) => `to ${name}`,
  you: "you",
  edited: "edited",
  edit: "Edit",
  editing: "Edit your comment",
  save: "Save",
  saving: "Saving…",
  withdraw: "Withdraw",
  withdrawAsk: "Take your comment back?",
  keep: "Keep it",
  hide: "Hide",
  removed: "This comment is no longer here.",
  withdrawn: "You withdrew this comment.",

  awaiting: "Awaiting review",
  awaitingNote: "Only you can see it until then.",
  onlyYou: "Only you can see it.",
  notPublished: (reason: string | null) => (reason ? `Not published: ${reason}` : "Not published."),
  published: "Your comment is published.",
  saysAwaiting: "Your comment awaits review. Only you can see it until then.",
};

const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: "auto", style: "short" });
const exact = new Intl.DateTimeFormat(LOCALE, { dateStyle: "full", timeStyle: "short" });
const day = new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium" });

export function exactTime(iso: string): string {
  return exact.format(new Date(iso));
}

/** "now", "5 min. ago", "yesterday"; the date once a month has passed. */
export function relativeTime(iso: string, now: number): string {
  const minutes = Math.round((now - Date.parse(iso)) / 60_000);
  if (minutes < 1) return relative.format(0, "second");
  if (minutes < 60) return relative.format(-minutes, "minute");
  const hours = Math.round(minutes / 60);
  if (hours < 24) return relative.format(-hours, "hour");
  const days = Math.round(hours / 24);
  return days < 31 ? relative.format(-days, "day") : day.format(new Date(iso));
}
