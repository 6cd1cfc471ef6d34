import type { ReactNode } from "react";

const PATHS = {
  check: <path d="m5 12.5 4.5 4.5L19 7.5" />,
  cross: <path d="M6.5 6.5l11 11m0-11-11 11" />,
  undo: <path d="M9 14 4.5 9.5 9 5M5 9.5h8.5a6 6 0 0 1 0 12H10" />,
  up: <path d="m6 15 6-6 6 6" />,
  down: <path d="m6 9 6 6 6-6" />,
  list: <path d="M8.5 6.5H20M8.5 12H20M8.5 17.5H20M4 6.5h.01M4 12h.01M4 17.5h.01" />,
  dots: <path d="M4 4v16h16M9 15.500h.01M12 11h.01M16 13.500h.01M14.500 7h.01M18 8.500h.01" />,
  card: (
    <path d="M4 6a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zm4 3h8m-8 3.5h8M8 16h4" />
  ),
  inbox: <path d="M4 13.5 6.5 5h11L20 13.5V19H4zm0 0h5a3 3 0 0 0 6 0h5" />,
  sliders: <path d="M5 4v7m0 4v5M12 4v3m0 4v9m7-16v9m0 4v3M3 13h4m3-4h4m3 6h4" />,
  search: <path d="M10.5 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13zM15.500 15.500 20 20" />,
  hook: (
    <path d="M10.5 8.5a3 3 0 1 1 3 0L16 13m-6.5-3L6.8 14.6M18 13.2a3 3 0 1 1-2.8 4.6H9m-3-3.3a3 3 0 1 0 3 3.5" />
  ),
  people: (
    <path d="M9 5.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM3.500 19a5.500 5.500 0 0 1 11 0M15.500 6a2.700 2.700 0 1 1 1 5.200M17.500 14.200a5 5 0 0 1 3 4.600" />
  ),
  person: <path d="M12 4.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7zM5 19.500a7 7 0 0 1 14 0" />,
  gauge: <path d="M4.5 17.5a8.5 8.5 0 1 1 15 0M12 14.5l3.5-5" />,
  sun: (
    <path d="M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2m0 16v2M2 12h2m16 0h2M5 5l1.4 1.4m11.2 11.2L19 19M5 19l1.4-1.4M17.6 6.4 19 5" />
  ),
  moon: <path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z" />,
  keyboard: (
    <path d="M3 7.5A1.5 1.5 0 0 1 4.5 6h15A1.5 1.5 0 0 1 21 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 16.5zM7 10h.01M10.5 10h.01M14 10h.01M17 10h.01M8 14h8" />
  ),
  reply: <path d="M9.5 8 5 12.5 9.5 17M5.5 12.5H14a5 5 0 0 1 5 5V19" />,
  article: <path d="M5 4h14v16H5zm4 4h6m-6 4h6m-6 4h3" />,
  out: <path d="M13 5h6v6m0-6-8.5 8.5M17 14.5V19H5V7h4.5" />,
  book: (
    <path d="M5 5.5A1.500 1.500 0 0 1 6.500 4H19v13H6.500A1.500 1.500 0 0 0 5 18.500zm0 13A1.500 1.500 0 0 0 6.500 20H19v-3M9 8h6m-6 3.500h4" />
  ),
  clock: <path d="M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zm0 3.5V12l3 2" />,
  warn: <path d="M12 4.5 21 19.5H3zM12 10v4m0 2.7h.01" />,
  key: <path d="M15.5 4a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM12 12l-7.500 7.500M7 17l2 2m1.500-5.500 2 2" />,
  copy: <path d="M9 9h10v10H9zM5 15V5h10" />,
  plus: <path d="M12 5.5v13M5.5 12h13" />,
  rule: <path d="M5 5h9m-9 5h6m-6 5h4m5.5 1.5 2.5 2.5 4.5-6" />,
  cloudOff: <path d="M4 4l16 16M9.5 6.5A6 6 0 0 1 18 11a4 4 0 0 1 2 6.8M16 18H7a4.5 4.5 0 0 1-1.2-8.8" />,
  flag: <path d="M6 21V4m0 1h11l-2.500 4 2.500 4H6" />,
  scales: <path d="M12 4v16m-4 0h8M5 7h14M5 7l-2.500 6h5zm14 0-2.500 6h5z" />,
  sample: <path d="M5 5h5v5H5zm9 0h5v5h-5zM5 14h5v5H5zm9 2.500 1.800 1.800L19.500 14.500" />,
  escalate: <path d="M12 19V5.500M6.500 11 12 5.500l5.500 5.500" />,
  back: <path d="M9.500 7 5 11.500 9.500 16M5.500 11.500H19V18" />,
  blind: (
    <path d="M4 4l16 16M10 6.300A9.600 9.600 0 0 1 12 6c5 0 8.500 6 8.500 6a15 15 0 0 1-2.600 3.200M6.300 8A14.600 14.600 0 0 0 3.500 12S7 18 12 18a8.700 8.700 0 0 0 4-1" />
  ),
  words: (
    <path d="M3.500 18 8 6l4.500 12M5 14h6M20 11.500V18m0-3.250a2.600 3.250 0 1 1-5.200 0 2.600 3.250 0 0 1 5.200 0z" />
  ),
  chart: <path d="M4 4v16h16M8.500 16v-5m4 5V7.500m4 8.500v-4" />,
  filter: <path d="M4 6h16M7 12h10m-7 6h4" />,
  star: (
    <path d="m12 4.500 2.300 4.800 5.200.7-3.800 3.600.9 5.200-4.600-2.500-4.600 2.500.9-5.200L4.500 10l5.200-.7z" />
  ),
  trash: <path d="M5 7h14M9.5 7V4.5h5V7M7 7l1 13h8l1-13" />,
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof PATHS;

/** A line icon, always beside words or on something that is named: it is hidden from screen readers. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.9"
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ flex: "none" }}
    >
      {PATHS[name]}
    </svg>
  );
}
