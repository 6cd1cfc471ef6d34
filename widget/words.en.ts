/** "1 comment", "2 comments", in the language that is spoken. */
export type Many = (count: number, one: string, other: string) => string;

/** Every word the widget says. */
export const en = (many: Many) => ({
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
  report: "Report",
  reportOne: (name: string) => `Report ${name}’s comment`,
  reportAsk: "What is wrong with this comment?",
  reportText: "Anything the moderators should know? (optional)",
  sendReport: "Send report",
  reported: "Thank you. The moderators have your report.",
  reportedFor: "reported",
  noReports:
    "While you cannot comment here, your reports are not taken. If it is urgent, write to the editors.",
  chooseReason: "Choose a reason first.",
  appeal: "Appeal",
  appealAsk: "Why should it be published?",
  appealNote: (until: string) =>
    `Once, until ${until}. It goes to somebody who did not decide this, and who reads your comment before the decision.`,
  sendAppeal: "Send appeal",
  appealWaits: "Your appeal waits for a second look.",
  appealUpheld: "Your appeal was looked at, and the decision stands.",
  appealOverturned: "Your appeal was granted: the comment is published.",

  featured: "Featured",
  featuredOnes: "Featured comments",
  featuredYours: "The editors have featured your comment.",
  inThread: "In the conversation",

  removed: "This comment is no longer here.",
  withdrawn: "You withdrew this comment.",

  awaiting: "Awaiting review",
  awaitingNote: "Only you can see it until then.",
  onlyYou: "Only you can see it.",
  notPublished: (reason: string | null) => (reason ? `Not published: ${reason}` : "Not published."),
  published: "Your comment is published.",
  saysAwaiting: "Your comment awaits review. Only you can see it until then.",

  sanction: (kind: string, said: string | null, until: string | null) => {
    if (kind === "warn") return `Before you write again, please read this: ${said}`;
    const time = until ? `until ${until}` : "any more";
    return said === null
      ? `New readers from your network or with this e-mail address cannot comment here ${time}, because of what somebody wrote. If that was not you, write to the editors.`
      : `You cannot comment here ${time}. ${said}`;
  },
  /** What the server's refusals are called, by code, where its English is not what the reader speaks. */
  refusals: {} as Record<string, string>,
});

export type Words = ReturnType<typeof en>;
