import { words } from "./words.ts";

interface Props {
  problem: string;
  sending: boolean;
  /** What the button that sends says. */
  action: string;
  onCancel(): void;
}

/** What went wrong, and the buttons that end a form. */
export function FormFoot({ problem, sending, action, onCancel }: Props) {
  return (
    <>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <div class="buttons">
        <button type="button" class="plain" onClick={onCancel}>
          {words.cancel}
        </button>
        <button type="submit" class="main" aria-disabled={sending}>
          {action}
        </button>
      </div>
    </>
  );
}
