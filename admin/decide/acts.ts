import { t } from "i18next";
import type { z } from "zod";
import { decideAppeal } from "../../server/appeals/contract.ts";
import { type DecisionMade, decideComment, undoDecision } from "../../server/decisions/contract.ts";
import { escalate, sendBack, undoEscalation } from "../../server/escalations/contract.ts";
import type { Queue, Review } from "../../server/reviews/contract.ts";
import { judgeSample } from "../../server/samples/contract.ts";
import type { SanctionBesides } from "../../server/sanctions/contract.ts";
import { call } from "../client.ts";

/** One thing done with a comment that takes it out of its queue. */
export interface Act {
  /** What was done, for the toast. */
  did: string;
  /** Tells the server. `key`: the same at every try. */
  send: (key: string) => Promise<Sent>;
  takeBack: (id: string, reason: string | undefined, key: string) => Promise<unknown>;
  /** It changes no version: once the server has it, the comment may wait elsewhere as it is. */
  keepsVersion?: true;
}

interface Sent {
  /** By which it can be taken back; null where it cannot. */
  id: string | null;
  /** What else it led to, in words. */
  more?: string;
}

export interface Verdict {
  action: "approve" | "reject";
  /** The id of one of the site's reasons, or own words. */
  reason?: string;
  note?: string;
  /** What is done about its author with it. */
  reader?: z.input<typeof SanctionBesides>;
  /** Reject what else its author has waiting. */
  alsoWaiting?: boolean;
}

const undoOne = (id: string, reason: string | undefined, key: string) =>
  call(undoDecision, { params: { id }, body: { reason }, key });
const undoStep = (id: string) => call(undoEscalation, { params: { id } });

/** Approving or rejecting a comment as its queue means it: a verdict on a sample, the end of an appeal, or a decision. */
export function verdictAct(queue: Queue, review: Review, verdict: Verdict): Act {
  const { id, version, appeal } = review;
  const { name } = review.reader;
  const { action, reason, note } = verdict;
  if (queue === "sample")
    return {
      did: t(action === "approve" ? "decide.agreed" : "decide.rejected", { name }),
      send: async () => {
        const body = { verdict: action, version, reason, note };
        return { id: (await call(judgeSample, { params: { id }, body })).decision?.id ?? null };
      },
      takeBack: undoOne,
      ...(action === "approve" && { keepsVersion: true as const }),
    };
  if (queue === "appealed" && appeal) {
    const outcome = action === "approve" ? "overturned" : "upheld";
    return {
      did: t(`decide.${outcome}`, { name }),
      send: async (key) => {
        const body = { outcome, version, reason, note } as const;
        return { id: (await call(decideAppeal, { params: { id: appeal.id }, body, key })).id };
      },
      takeBack: undoOne,
    };
  }
  return {
    did: t(action === "approve" ? "decide.approved" : "decide.rejected", { name }),
    send: async (key) => {
      const made = await call(decideComment, { params: { id }, body: { ...verdict, version }, key });
      return { id: made.id, more: othersWords(made) };
    },
    takeBack: undoOne,
  };
}

/** Hands a comment to the site's owners. */
export function escalateAct({ id, version, reader }: Review, note: string): Act {
  return {
    did: t("decide.escalated", { name: reader.name }),
    send: async (key) => ({
      id: (await call(escalate, { params: { id }, body: { version, note }, key })).id,
    }),
    takeBack: undoStep,
    keepsVersion: true,
  };
}

/** An owner sends it back to the queue it came from. */
export function sendBackAct({ escalation, reader }: Review, note: string): Act {
  const id = escalation?.id ?? "";
  return {
    did: t("decide.sentBack", { name: reader.name }),
    send: async (key) => ({ id: (await call(sendBack, { params: { id }, body: { note }, key })).id }),
    takeBack: undoStep,
    keepsVersion: true,
  };
}

/** What became of the author's other waiting comments; empty where none were meant. */
function othersWords({ others }: DecisionMade): string {
  if (!others || others.total === 0) return "";
  const { decided: done, total, more } = others;
  const left = total - done + more;
  const words = t("readers.besides.done", { count: done });
  return left > 0 ? `${words} ${t("readers.besides.left", { count: left })}` : words;
}
