export const en = {
  title: "Settings",
  about: "What {{site}} publishes on its own, and what waits for a person.",
  saved: "Settings saved.",
  lastChange: "Last changed by <name/> <when/>",
  moderation: {
    title: "Moderation",
    post: "Publish at once",
    postHint: "A comment appears unless one of the rules below holds it.",
    pre: "Look at everything first",
    preHint: "Nothing appears until a moderator has approved it.",
  },
  scores: {
    title: "Hold by score",
    about:
      "A comment waits for a person when a score reaches its limit. The further left, the more is held. The dots divide low, medium, high and very high.",
    thumb: "Hold when {{attribute}} is at least",
    from: "{{attribute}}, holds from",
  },
  unscored: {
    title: "When nothing can score",
    about: "A scorer may be slow or out of order. Such comments are marked as unscored on the desk.",
    hold: "Hold it",
    holdNew: "Hold it if the reader is new, else publish it",
    publish: "Publish it",
  },
  words: {
    title: "Words",
    about: "A comment with one of these words or phrases is caught.",
    label: "Banned words and phrases, one a line",
    none: "None yet.",
    entries_one: "One entry.",
    entries_other: "{{count, number}} entries.",
    action: "A comment with a banned word is",
    hold: "Held for a person",
    reject: "Rejected without a person",
  },
  second: {
    title: "A second person",
    label: "A rule that rejects needs a second person",
    hint: "Each version goes live only once another owner than the one who saved it has confirmed it. If you are the only owner, no rule that rejects can go live until there are two.",
  },
  links: {
    title: "Links and new readers",
    hold: "Hold comments with many links",
    most: "Hold when there are more links than",
    newReaders: "Hold a new reader’s comments until this many are approved",
    newReadersHint: "0: new readers are treated like everybody else.",
  },
  reasons: {
    title: "Reasons for rejecting",
    about: "What moderators choose from, in this order, and what the reader is told.",
    nth: "Reason {{n, number}}",
    label: "Reason",
    toldNth: "What the reader is told for reason {{n, number}}",
    told: "What the reader is told",
    removeOne: "Remove the reason {{label}}",
    add: "Add a reason",
  },
  reports: {
    title: "Reports",
    about: "What readers may report a comment for, in this order.",
    nth: "Reason to report {{n, number}}",
    enough: "Readers whose reports bring a comment back",
    enoughHint:
      "A comment that this many different readers have reported waits among the reported; it stays public meanwhile. 3 unless you change it.",
  },
  sample: {
    title: "Blind sample",
    about:
      "Some of what was published without a person is shown to moderators, without telling why it passed. That shows what the rules miss.",
    share: "Share that is looked at",
    shareHint: "1 % unless you change it; 0: none.",
    second: "Of those, judged by two moderators",
    secondHint:
      "Neither knows of the other. It shows how far moderators agree. 20 % unless you change it; 0: none.",
    percent: " %",
  },
  traces: {
    title: "The same person again",
    about:
      "Keyed hashes of a reader’s network address and e-mail tell who may be the same person under another name. The addresses themselves are never stored.",
    days: "Days they are kept",
    daysHint: "30 unless you change it; 0: none are kept.",
    for: "Who may see them, and ban by them",
    owners: "Owners alone, which is the default",
    moderators: "Moderators of the site too",
  },
  features: {
    title: "Worth featuring",
    about:
      "How much each part counts, 0 to 10, in the order of the comments that may be worth featuring. 2, 2, 3, 2 and 1 unless you change it; 0: not at all.",
  },
  search: {
    title: "Search",
    language: "Language of the comments",
    languageHint:
      "Whose forms of a word count as one in a search: walk, walks, walked. English unless you change it.",
    none: "None: words as they are written",
  },
  writing: {
    title: "Writing",
    edit: "Readers may edit for",
    editHint: "0: not at all.",
    minutes: " min",
    longest: "Longest comment",
    characters: " characters",
    depth: "Replies nest this deep",
    depthHint: "Deeper ones join the last level.",
  },
  site: {
    title: "Site",
    name: "Name",
    origins: "Where comments may be embedded, one origin a line",
    originsHint: "Like https://news.example, without a path. A single * allows any page.",
  },
} as const;
