import { createTheme, type MantineColorsTuple } from "@mantine/core";

/** One accent, for what can be done. Everything else is grey, but the bands. */
const ink: MantineColorsTuple = [
  "#eef3fd",
  "#dbe5f9",
  "#b4c9f3",
  "#8aabec",
  "#6690e6",
  "#4b79dd",
  "#3867d0",
  "#2b59c3",
  "#234aa5",
  "#1b3a83",
];

const dark: MantineColorsTuple = [
  "#e6e7e8",
  "#bfc2c6",
  "#a2a6ac",
  "#7d8289",
  "#44484e",
  "#34373c",
  "#272a2e",
  "#1c1e21",
  "#17181b",
  "#111214",
];

const sans =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif';

export const theme = createTheme({
  primaryColor: "ink",
  primaryShade: { light: 7, dark: 6 },
  colors: { ink, dark },
  fontFamily: sans,
  headings: { fontFamily: sans, fontWeight: "650" },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  focusRing: "auto",
  components: {
    Modal: {
      styles: {
        content: { background: "var(--rd-surface)" },
        header: { background: "var(--rd-surface)" },
        title: { fontWeight: 650 },
      },
    },
    SegmentedControl: {
      styles: { root: { background: "var(--rd-sunk)", boxShadow: "inset 0 0 0 1px var(--rd-line)" } },
    },
    Button: { styles: { label: { fontWeight: 600 } } },
    Tooltip: {
      defaultProps: { openDelay: 250, withArrow: true, events: { hover: true, focus: true, touch: true } },
    },
  },
});
