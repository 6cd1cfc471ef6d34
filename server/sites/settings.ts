import { z } from "zod";

const Threshold = z.number().min(0).max(1).nullable();

/** Why a moderator rejects, and the words the reader is given. */
export const RejectReason = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  label: z.string().min(1).max(60),
  words: z.string().min(1).max(500).meta({ description: "What the reader is told." }),
});

const REASONS: z.infer<typeof RejectReason>[] = [
  { id: "insult", label: "Insult", words: "It attacks a person rather than what they said." },
  { id: "hate", label: "Hate", words: "It attacks people for who they are." },
  { id: "threat", label: "Threat", words: "It threatens someone or wishes them harm." },
  { id: "spam", label: "Spam", words: "It advertises or repeats itself." },
  { id: "off-topic", label: "Off topic", words: "It is not about this article." },
  { id: "private", label: "Private details", words: "It gives away somebody's private details." },
  { id: "other", label: "Other", words: "It does not fit the rules of this site." },
];

/** How long traces of readers are kept unless the owner chooses otherwise. */
export const TRACE_DAYS = 30;

/** Why a reader reports a comment. */
export const ReportReason = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  label: z.string().min(1).max(60).meta({ description: "What readers choose from, and moderators see." }),
});

const REPORT_REASONS: z.infer<typeof ReportReason>[] = [
  { id: "insult", label: "It insults or attacks someone" },
  { id: "hate", label: "It is hateful" },
  { id: "threat", label: "It threatens someone" },
  { id: "spam", label: "It is advertising or spam" },
  { id: "false", label: "It is false or misleading" },
  { id: "private", label: "It gives away private details" },
  { id: "other", label: "Something else" },
];

const Weight = z.number().int().min(0).max(10);

/** Languages whose forms of a word PostgreSQL knows. `simple`: none. */
export const SEARCH_LANGUAGES = [
  "simple",
  "arabic",
  "danish",
  "dutch",
  "english",
  "finnish",
  "french",
  "german",
  "greek",
  "hungarian",
  "indonesian",
  "irish",
  "italian",
  "norwegian",
  "portuguese",
  "romanian",
  "russian",
  "spanish",
  "swedish",
  "turkish",
] as const;

/** Everything an owner can choose for a site, each with its default. */
export const SiteSettings = z.object({
  moderation: z
    .enum(["post", "pre"])
    .default("post")
    .meta({ description: "`post` publishes unless a rule holds; `pre` holds unless a rule approves." }),
  whenUnscored: z
    .enum(["hold", "publish", "hold-new-readers"])
    .default("hold")
    .meta({ description: "What happens to a comment that no scorer could score." }),
  editWindowSeconds: z.number().int().min(0).max(86_400).default(300),
  maxLength: z.number().int().min(1).max(5_000).default(5_000),
  maxDepth: z
    .number()
    .int()
    .min(0)
    .max(10)
    .default(4)
    .meta({ description: "How deep replies nest; deeper ones join the last level." }),
  holdAt: z
    .object({
      TOXICITY: Threshold.default(0.8),
      SEVERE_TOXICITY: Threshold.default(0.5),
      INSULT: Threshold.default(0.8),
      PROFANITY: Threshold.default(0.9),
      THREAT: Threshold.default(0.5),
      IDENTITY_ATTACK: Threshold.default(0.5),
    })
    .prefault({})
    .meta({ description: "Hold a comment that scores at least this; null: never because of this score." }),
  bannedWords: z
    .array(z.string().trim().min(1).max(100))
    .max(5_000)
    .default([])
    .meta({ description: "Words and phrases, written as in a rule's `uses`." }),
  bannedWordsAction: z.enum(["hold", "reject"]).default("hold"),
  maxLinks: z
    .number()
    .int()
    .min(0)
    .max(100)
    .nullable()
    .default(2)
    .meta({ description: "Hold a comment with more links than this; null: any number." }),
  holdNewReaders: z
    .number()
    .int()
    .min(0)
    .max(100)
    .default(0)
    .meta({ description: "Hold a reader's comments until this many have been approved; 0: off." }),
  traceDays: z.number().int().min(0).max(365).default(TRACE_DAYS).meta({
    description:
      "For how many days keyed hashes of a reader's network address and e-mail are kept, to know the same person again; 0: none are.",
  }),
  tracesFor: z
    .enum(["owners", "moderators"])
    .default("owners")
    .meta({ description: "Who may see which readers may be the same person, and ban by that." }),
  rejectReasons: z.array(RejectReason).min(1).max(50).default(REASONS),
  reportReasons: z.array(ReportReason).min(1).max(50).default(REPORT_REASONS),
  reportsToQueue: z
    .number()
    .int()
    .min(1)
    .max(1_000)
    .default(3)
    .meta({ description: "A public comment that this many readers have reported is looked at again." }),
  rulesNeedSecond: z.boolean().default(false).meta({
    description:
      "A version of a rule that rejects goes canary or live only once another owner than the one who saved it has confirmed it. With one owner alone, none can.",
  }),
  auditShare: z.number().min(0).max(1).default(0.01).meta({
    description:
      "The share of automatically approved comments that moderators look at without knowing why they passed.",
  }),
  secondOpinionShare: z.number().min(0).max(1).default(0.2).meta({
    description:
      "The share of those that two moderators judge, neither knowing of the other: it shows how far they agree.",
  }),
  featureWeights: z
    .object({
      length: Weight.default(2),
      readability: Weight.default(2),
      civility: Weight.default(3),
      replies: Weight.default(2),
      record: Weight.default(1),
    })
    .prefault({})
    .meta({
      description: "How much each part counts in ranking what may be worth featuring; 0: not at all.",
    }),
  searchLanguage: z.enum(SEARCH_LANGUAGES).default("english").meta({
    description: "Whose forms of a word count as one in a search; `simple`: words count as they are written.",
  }),
});
export type SiteSettings = z.infer<typeof SiteSettings>;
