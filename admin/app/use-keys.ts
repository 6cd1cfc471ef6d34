import { useEffect, useRef } from "react";
import { useLettersOn } from "./letters.ts";

/** `key` as the keyboard gives it, letters small; `mod+z` is Ctrl or Cmd with Z, `shift+x` Shift with X where that means more than X. */
export type Keys = Partial<Record<string, (event: KeyboardEvent) => void>>;

/**
 * Listens for single keys anywhere on the page, except where they mean something else: in fields, menus and dialogs,
 * with modifiers, while composing, and, for letters and signs, when the person has switched them off (WCAG 2.1.4).
 */
export function useKeys(keys: Keys, on = true): void {
  const lettersOn = useLettersOn();
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isElsewhere(event)) return;
      const name = nameOf(event);
      if (name === null || (name.length === 1 && !lettersOn)) return;
      const act = (event.shiftKey && latest.current[`shift+${name}`]) || latest.current[name];
      if (!act) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [on, lettersOn]);
}

/** What is taken with Ctrl or Cmd: nothing with which a browser finds, copies or goes elsewhere. */
const MODIFIED = ["z", "k"];

function nameOf(event: KeyboardEvent): string | null {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.altKey) return null;
  if (event.ctrlKey || event.metaKey) return MODIFIED.includes(key) && !event.shiftKey ? `mod+${key}` : null;
  return key;
}

function isElsewhere(event: KeyboardEvent): boolean {
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  // Opens the palette from within a field too, but not over another dialog.
  if (nameOf(event) === "mod+k") return target.closest("[aria-modal=true]") !== null;
  if (target.isContentEditable || target.closest("[role=menu],[role=listbox],[aria-modal=true]")) return true;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  // Enter presses the button or follows the link that has the focus.
  if (event.key === "Enter" && target.closest("button,a,summary")) return true;
  if (!(target instanceof HTMLInputElement)) return false;
  // Arrows move between radio buttons; letters and digits mean nothing to them.
  if (target.type === "radio") return event.key.startsWith("Arrow");
  return !["checkbox", "button"].includes(target.type);
}
