/** Relative luminance above which text is meant for a dark page. */
const LIGHT_TEXT = 0.4;

function textIsLight(host: Element): boolean {
  const channels =
    getComputedStyle(host)
      .color.match(/[\d.]+/g)
      ?.map(Number) ?? [];
  const [red = 0, green = 0, blue = 0] = channels;
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255 > LIGHT_TEXT;
}

/**
 * Keeps the host's `data-scheme` at light or dark. `auto` goes by the page's own text colour, so it is right on a page
 * that has a switch, that follows the system, or that knows only one of the two. Returns how to stop.
 */
export function followScheme(host: HTMLElement, theme: "auto" | "light" | "dark"): () => void {
  host.dataset.theme = theme;
  const settle = () => {
    host.dataset.scheme = theme === "auto" ? (textIsLight(host) ? "dark" : "light") : theme;
  };
  settle();
  if (theme !== "auto") return () => {};
  const system = matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", settle);
  const page = new MutationObserver(settle);
  for (const element of [document.documentElement, document.body])
    page.observe(element, { attributes: true });
  // A page that fades between its colours ends elsewhere than it starts.
  document.addEventListener("transitionend", settle);
  return () => {
    system.removeEventListener("change", settle);
    page.disconnect();
    document.removeEventListener("transitionend", settle);
  };
}
