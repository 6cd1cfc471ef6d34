/** The rule to start from that asks the site's own lists. */
export const listed = {
  name: "Banned words",
  reason: "It uses a banned word.",
  about: "Holds what uses a word of your banned lists, in disguise too, unless your allowed words cover it.",
  first: "Make a list of banned words first; a rule then holds what uses one.",
} as const;

/** Rules to start from. */
export const preset = {
  newcomers: {
    name: "Look at newcomers first",
    reason: "The reader has no approved comment yet.",
    about: "Until somebody has one approved comment, a person looks first.",
  },
  insults: {
    name: "Insults by newcomers",
    reason: "It looks like an insult, and the reader is new.",
    about: "Likely insults by people with fewer than three approved comments.",
  },
  toxic: {
    name: "Very toxic comments",
    reason: "It is very likely toxic.",
    about: "What the scorers are very sure of, whoever wrote it.",
  },
  threats: {
    name: "Threats",
    reason: "It may be a threat.",
    about: "Likely threats, whoever wrote them.",
  },
  identity: {
    name: "Attacks on who people are",
    reason: "It may attack people for who they are.",
    about: "Held early, since these do the most harm.",
  },
  shouting: {
    name: "Shouting",
    reason: "It is written mostly in capitals.",
    about: "Longer comments of which most is in capitals.",
  },
  links: {
    name: "Links by newcomers",
    reason: "It has a link, and the reader is new.",
    about: "Any link by people with fewer than five approved comments.",
  },
  rejected: {
    name: "Readers often rejected",
    reason: "Half or more of what this reader wrote was rejected.",
    about: "People of whom at least half was rejected, once five are decided.",
  },
  repeated: {
    name: "Repeated comments",
    reason: "The same was posted several times in a day.",
    about: "From somebody’s third copy on, or what three others have posted, with a few words changed too.",
  },
  emoji: {
    name: "Mark floods of emoji",
    reason: "It has very many emoji.",
    about: "Marks the comment and decides nothing.",
  },
} as const;
