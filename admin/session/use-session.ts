import { useQuery } from "@tanstack/react-query";
import { type Moderator, whoAmI } from "../../server/moderators/contract.ts";
import { call, isCallError } from "../client.ts";

export interface SessionState {
  /** null: nobody is signed in; undefined: not known yet. */
  moderator: Moderator | null | undefined;
  error: Error | null;
  retry: () => void;
}

export function useSession(): SessionState {
  const query = useQuery({
    queryKey: ["session"],
    queryFn: async ({ signal }): Promise<Moderator | null> => {
      try {
        return (await call(whoAmI, { signal })).moderator;
      } catch (e) {
        if (isCallError(e) && e.status === 401) return null;
        throw e;
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  return { moderator: query.data, error: query.error, retry: () => void query.refetch() };
}
