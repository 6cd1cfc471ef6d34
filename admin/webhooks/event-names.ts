import { t } from "i18next";
import { en } from "./words.en.ts";

/** What a webhook can be told of, in the desk's words. */
export function eventName(event: string): string {
  const name = event.replace(/^comment\./, "");
  return Object.hasOwn(en.event, name) ? t(`webhooks.event.${name as keyof typeof en.event}`) : event;
}
