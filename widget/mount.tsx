import { render } from "preact";
import { App } from "./app.tsx";
import composerCss from "./composer.css";
import { openConversation } from "./conversation.ts";
import featuredCss from "./featured.css";
import lookCss from "./look.css";
import type { Options } from "./options.ts";
import { loadThread, showLinked } from "./read-thread.ts";
import { followScheme } from "./scheme.ts";
import { startLive } from "./start-live.ts";
import threadCss from "./thread.css";
import { learn } from "./words.ts";

/** How far ahead of the reader the thread is loaded. */
const AHEAD = "1200px";

function linkedId(): string | null {
  return /^#comment-([0-9a-f-]{36})$/.exec(location.hash)?.[1] ?? null;
}

/** The language of the page where the comments stand; where it does not say, the reader's. */
function languageAround(host: Element): string {
  return host.closest<HTMLElement>("[lang]")?.lang || navigator.language;
}

/** Calls back once the element comes within the margin of the screen; returns how to stop waiting. */
function whenNear(element: Element, rootMargin: string, then: () => void): () => void {
  const watcher = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watcher.disconnect();
      then();
    },
    { rootMargin },
  );
  watcher.observe(element);
  return () => watcher.disconnect();
}

/** Draws the comments where `place` puts their host, apart from the page's styles. Returns how to take them away. */
export function mount(options: Options, place: (host: HTMLElement) => void): () => void {
  const host = document.createElement("replydesk-comments");
  const shadow = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(lookCss + composerCss + threadCss + featuredCss);
  shadow.adoptedStyleSheets = [sheet];
  place(host);

  const talk = openConversation(options);
  const stops = [followScheme(host, options.theme)];

  const follow = () => {
    const id = linkedId();
    if (id && talk.state().phase === "ready") void showLinked(talk, id);
  };
  const open = async () => {
    await loadThread(talk);
    follow();
    stops.push(whenNear(host, "0px", () => stops.push(startLive(talk))));
  };
  let gone = false;
  const show = () => {
    if (gone) return;
    render(<App talk={talk} />, shadow);
    window.addEventListener("hashchange", follow);
    stops.push(() => window.removeEventListener("hashchange", follow));
    if (linkedId()) void open();
    else stops.push(whenNear(host, AHEAD, () => void open()));
  };
  if (/^de\b/i.test(options.language ?? languageAround(host))) void learn(options.origin).then(show);
  else show();

  return () => {
    gone = true;
    for (const stop of stops) stop();
    render(null, shadow);
    host.remove();
  };
}
