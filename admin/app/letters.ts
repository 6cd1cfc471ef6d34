import { useLocalStorage } from "@mantine/hooks";

const KEY = "desk-single-keys";

/** Whether single-letter keys act. Kept in this browser. */
export function useLettersOn(): boolean {
  return useLetters()[0];
}

export function useLetters(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useLocalStorage({ key: KEY, defaultValue: true, getInitialValueInEffect: false });
  return [on, setOn];
}
