import { useLocalStorage } from "@mantine/hooks";
import { useSession } from "../session/use-session.ts";

/** How somebody spares themselves. All of it is off until they ask for it. */
export interface Wellness {
  /** Texts of comments are blurred until asked for. */
  blur: boolean;
  grey: boolean;
  /** A break is suggested after so many minutes of deciding; 0: never. */
  breakMinutes: number;
}

const OFF: Wellness = { blur: false, grey: false, breakMinutes: 0 };

/** The person's own choice, kept on this device. */
export function useWellness(): [Wellness, (change: Partial<Wellness>) => void] {
  const me = useSession().moderator?.id;
  const [kept, keep] = useLocalStorage<Partial<Wellness>>({
    key: `desk-wellness-${me ?? ""}`,
    defaultValue: OFF,
    getInitialValueInEffect: false,
  });
  const wellness = { ...OFF, ...kept };
  return [wellness, (change) => keep({ ...wellness, ...change })];
}
