import { mount } from "./mount.tsx";
import { readOptions } from "./options.ts";

const script = document.currentScript as HTMLScriptElement | null;
const origin = new URL(script?.src || location.href).origin;

/** For pages that are put together by script: `replydesk.mount(element, { site: "…" })` returns how to take it away. */
const replydesk = {
  mount(element: Element, data: DOMStringMap): () => void {
    const options = readOptions(origin, data);
    if (!options) throw new Error("Replydesk: say which site this is, as in { site: 'demo' }.");
    return mount(options, (host) => element.append(host));
  },
};

function start(tag: HTMLScriptElement): void {
  const options = readOptions(origin, tag.dataset);
  if (!options) return;
  const { target } = tag.dataset;
  const place = target ? document.querySelector(target) : null;
  if (place) mount(options, (host) => place.append(host));
  else if (target || tag.closest("head")) {
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => start(tag), { once: true });
    } else {
      console.warn(
        target
          ? `Replydesk: nothing on this page matches data-target="${target}".`
          : "Replydesk: put the script tag where the comments should stand, or name the place in data-target.",
      );
    }
  } else mount(options, (host) => tag.after(host));
}

Object.assign(globalThis, { replydesk });
if (script) start(script);
