import { useQuery } from "@tanstack/react-query";
import { listPresent, type Present } from "../../server/presence/contract.ts";
import { call } from "../client.ts";

export const PRESENT = ["presence"];

const NOBODY: Present[] = [];

/** The colleagues who are at the desk now. */
export function usePresent(): Present[] {
  const { data } = useQuery({
    queryKey: PRESENT,
    queryFn: ({ signal }) => call(listPresent, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data?.people ?? NOBODY;
}
