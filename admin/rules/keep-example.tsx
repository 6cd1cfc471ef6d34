import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Example, Examples } from "./use-examples.ts";

interface Props {
  examples: Examples;
  what: Omit<Example, "mustMatch">;
  /** What it is kept as already. */
  kept: boolean | null;
  disabled?: boolean;
  onKept?: () => void;
}

/** Keeps a comment with the rule, as one that it must match or must not. */
export function KeepExample({ examples: { add }, what, kept, disabled = false, onKept }: Props) {
  const { t } = useTranslation();
  return (
    <Group gap={6} mt={8}>
      {[true, false].map((mustMatch) => (
        <Button
          key={String(mustMatch)}
          size="compact-sm"
          variant={kept === mustMatch ? "light" : "default"}
          aria-pressed={kept === mustMatch}
          disabled={disabled || add.isPending}
          onClick={() => add.mutate({ ...what, mustMatch }, { onSuccess: () => onKept?.() })}
        >
          {t(mustMatch ? "rules.examples.must" : "rules.examples.mustNot")}
        </Button>
      ))}
    </Group>
  );
}
