import { z } from "zod";
import { Batch, keyed, ShownComment, UndoneRule } from "../batches/contract.ts";
import { endpoint } from "../endpoint.ts";
import { Slug } from "../sites/contract.ts";

/** What of a rule is to be taken back. */
export const RuleUndoWish = z.object({
  version: UndoneRule.shape.version
    .default(null)
    .meta({ description: "Of one version; null: of every version." }),
  from: UndoneRule.shape.from.nullable().default(null).meta({ description: "Null: from its beginning." }),
  to: UndoneRule.shape.to.nullable().default(null).meta({ description: "Null: until now." }),
});
export type RuleUndoWish = z.infer<typeof RuleUndoWish>;

const common = {
  tag: "Rules",
  access: "owner" as const,
  params: z.object({ site: Slug, id: z.uuid().toLowerCase() }),
  query: z.object({}),
};

export const previewRuleUndo = endpoint({
  ...common,
  id: "previewRuleUndo",
  method: "post",
  path: "/api/sites/:site/rules/:id/undo/preview",
  summary: "What taking back a rule's decisions would change",
  description: "Changes nothing.",
  body: RuleUndoWish,
  status: 200,
  response: z.object({
    count: z.number().int().meta({ description: "How many would change." }),
    published: z
      .number()
      .int()
      .meta({ description: "Of those: nothing else spoke against them, so they become public." }),
    held: z
      .number()
      .int()
      .meta({ description: "Of those: rejected, and another rule would have held them; they wait." }),
    alike: z.number().int().meta({ description: "Other rules decided the same; they stay as they are." }),
    since: z.number().int().meta({
      description: "Decided by a person, looked at anew or changed by their author since; they stay.",
    }),
    elsewhere: z.number().int().meta({ description: "Contested or handed to an owner; they stay there." }),
    sample: z.array(ShownComment).meta({ description: "Some to read, chosen without regard to anything." }),
    to: z.iso.datetime().meta({ description: "The end of the period, to be sent with the undo." }),
  }),
  errors: ["not_found", "unprocessable"],
});

export const undoRule = endpoint({
  ...common,
  id: "undoRule",
  method: "post",
  path: "/api/sites/:site/rules/:id/undo",
  summary: "Take back what a rule did in a period",
  description:
    "Each comment that the rule held or rejected goes where the other rules had led, but for those that a person has decided or somebody changed since. It is a batch: more than a request " +
    "decides is done by the workers, and it can be taken back. The rule itself stays as it is: switch it off first, or it goes on. When more would change than were seen, the answer is 409.",
  headers: keyed,
  body: RuleUndoWish.extend({
    reason: z.string().trim().min(1).max(500).meta({ description: "Why; for colleagues and the log." }),
    seen: z.object({ count: z.number().int().min(0) }).meta({ description: "As the preview gave it." }),
  }),
  status: 201,
  response: Batch,
  errors: ["not_found", "conflict", "unprocessable"],
});
