import { Skeleton } from "@mantine/core";
import { Late } from "../app/late.tsx";

/** Where the comment will be, once waiting has become noticeable. */
export function Waiting() {
  return (
    <Late>
      <div role="status" aria-label="Loading the held comments" style={{ maxWidth: 790 }}>
        <Skeleton height={52} radius="lg" mb={2} />
        <Skeleton height={210} radius="lg" mb={2} />
        <Skeleton height={90} radius="lg" />
      </div>
    </Late>
  );
}
