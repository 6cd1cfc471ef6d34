import { z } from "zod";

/** How every list is asked for: at most `limit` items, after the cursor that the page before gave as `next`. */
export const Page = z.object({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(50)
    .meta({ description: "How many at most, 1 to 200." }),
  after: z.string().max(200).optional().meta({ description: "The `next` of the page before." }),
});

export const Next = z
  .string()
  .nullable()
  .meta({ description: "Ask for the next page with `after=` this; null at the end." });

/** A list's answer: items and where the next page starts. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: Next });
}
