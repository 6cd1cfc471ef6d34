import { z } from "zod";
import { endpoint } from "../endpoint.ts";

const Somebody = z.object({ id: z.uuid(), name: z.string() });

/** A comment handed to the site's owners, and what became of it. */
export const Escalation = z
  .object({
    id: z.uuid(),
    commentId: z.uuid(),
    by: Somebody,
    note: z.string().meta({ description: "What the owner is asked." }),
    createdAt: z.iso.datetime(),
    ended: z
      .enum(["decided", "sent-back", "taken-back"])
      .nullable()
      .meta({ description: "null: it waits for an owner." }),
    endedBy: Somebody.nullable(),
    endedAt: z.iso.datetime().nullable(),
    answer: z.string().nullable().meta({ description: "What the owner said who sent it back." }),
  })
  .meta({ id: "Escalation" });
export type Escalation = z.infer<typeof Escalation>;

const keyed = z.object({
  "idempotency-key": z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: "Send the same key again and the same escalation is the answer. Kept for a day." }),
});
const Note = z.string().trim().min(1, "Say what it is about.").max(2_000);

export const escalate = endpoint({
  id: "escalateComment",
  method: "post",
  path: "/api/comments/:id/escalations",
  summary: "Hand a held or reported comment to the site's owners",
  description:
    "It leaves its queue for `escalated`, where an owner decides it or sends it back to its place. Public comments stay public meanwhile.",
  tag: "Desk",
  access: "moderator",
  params: z.object({ id: z.uuid().toLowerCase() }),
  query: z.object({}),
  headers: keyed,
  body: z.object({
    version: z.number().int().min(1),
    note: Note,
    takeOver: z.boolean().optional().meta({ description: "Although another moderator is on it." }),
  }),
  status: 201,
  response: Escalation,
  errors: ["not_found", "conflict", "claimed", "unprocessable"],
});

export const sendBack = endpoint({
  id: "sendBackEscalation",
  method: "post",
  path: "/api/escalations/:id/send-back",
  summary: "Send an escalated comment back to its queue, with a word",
  tag: "Desk",
  access: "owner",
  params: z.object({ id: z.uuid().toLowerCase() }),
  query: z.object({}),
  headers: keyed,
  body: z.object({ note: Note }),
  status: 201,
  response: Escalation,
  errors: ["not_found", "conflict", "unprocessable"],
});

export const undoEscalation = endpoint({
  id: "undoEscalation",
  method: "post",
  path: "/api/escalations/:id/undo",
  summary: "Take back one's own escalation, or that one sent it back",
  description:
    "While it waits for an owner, whoever escalated it takes it back; while it is back in its queue, the owner who sent it back takes that back.",
  tag: "Desk",
  access: "moderator",
  params: z.object({ id: z.uuid().toLowerCase() }),
  query: z.object({}),
  body: z.undefined(),
  status: 201,
  response: Escalation,
  errors: ["not_found", "conflict"],
});
