/** What GET /demo.css answers: the style of the demo article and of the page at `/`. */
export const DEMO_CSS = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --ink: #1d1c1a; --soft: #615d56; --line: #d9d4c8; --accent: #8c2f1b;
  --sky: #f2dfc4; --sun: #fbf3dd; --far: #c9cdb8; --hill: #9aa78c; --town: #6d6258; --water: #8fa9a8; --glint: #dfe6d8;
  --stone: #57493f; --tram: #a63a22; --pane: #f8e3b0; --bar: #b9b1a1;
  --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Palatino Linotype", Georgia, "Liberation Serif", serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171613; --ink: #e9e5dc; --soft: #aaa498; --line: #3a372f; --accent: #f0a28c;
    --sky: #2b2f3d; --sun: #e7d9b0; --far: #31394a; --hill: #2a3530; --town: #1d1f24; --water: #263a45; --glint: #7d8f93;
    --stone: #15130f; --tram: #c9563b; --pane: #ffd98a; --bar: #5c574b;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.1875rem/1.6 var(--serif); }
a { color: var(--accent); text-underline-offset: 0.18em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; }
.skip { position: absolute; inset-inline-start: -100vw; }
.skip:focus { inset-inline-start: 1rem; inset-block-start: 0.5rem; padding: 0.6rem 1rem; background: var(--paper); z-index: 2; }

.masthead { padding: 1.6rem 1.25rem 0; text-align: center; border-block-end: 1px solid var(--line); }
.paper { margin: 0; font-size: clamp(1.9rem, 6vw, 3rem); font-weight: 700; letter-spacing: -0.015em; line-height: 1.1; }
.masthead nav { display: flex; flex-wrap: wrap; justify-content: center; gap: 0 clamp(0.8rem, 3.5vw, 1.6rem); margin-block-start: 0.6rem; font: clamp(0.8125rem, 3.6vw, 0.9375rem) var(--sans); }
.masthead nav a { padding: 0.8rem 0.1rem; color: var(--soft); text-decoration: none; border-block-end: 2px solid transparent; }
.masthead nav a:hover { color: var(--ink); }
.masthead nav a[aria-current] { color: var(--ink); border-color: var(--accent); }

.opening, .story, .talk, .colophon p, .wide figcaption { width: min(100% - 2.5rem, 42rem); margin-inline: auto; }
.opening { padding-block: clamp(1.8rem, 6vw, 3.6rem) 1.6rem; }
.kicker { margin: 0 0 0.7rem; font: 600 0.875rem var(--sans); color: var(--accent); }
h1 { margin: 0; font-size: clamp(2rem, 6.2vw, 3.25rem); line-height: 1.08; letter-spacing: -0.02em; text-wrap: balance; }
.standfirst { margin: 1rem 0 0; font-size: 1.25rem; line-height: 1.45; color: var(--soft); text-wrap: pretty; }
.byline { margin: 1.4rem 0 0; font: 0.9375rem/1.5 var(--sans); color: var(--soft); }
.byline span { white-space: nowrap; }
.byline b { color: var(--ink); font-weight: 600; }

figure { margin: 2.4rem 0; }
figure svg { display: block; width: 100%; height: auto; }
figcaption { margin-block-start: 0.7rem; font: 0.875rem/1.45 var(--sans); color: var(--soft); }
.wide { width: min(100%, 60rem); margin: 0 auto 2.4rem; }
.sky { fill: var(--sky); } .sun { fill: var(--sun); } .far { fill: var(--far); } .hill { fill: var(--hill); }
.hill.far { fill: var(--far); } .town { fill: var(--town); } .water { fill: var(--water); }
.glint { fill: none; stroke: var(--glint); stroke-width: 3; stroke-linecap: round; opacity: 0.55; }
.stone { fill: var(--stone); } .rail { stroke: var(--stone); stroke-width: 3; }
.wire { fill: none; stroke: var(--stone); stroke-width: 1.6; opacity: 0.8; }
.tram { fill: var(--tram); } .pane { fill: var(--pane); } .walker { fill: var(--stone); }
figure text { font: 17px var(--sans); fill: var(--ink); } figure .number { font-weight: 600; font-variant-numeric: tabular-nums; }
.bar { fill: var(--bar); } .bar.marked { fill: var(--accent); }

.story p { margin: 0 0 1.15em; hanging-punctuation: first; }
.story .first::first-letter { float: inline-start; margin: 0.07em 0.1em 0 0; font-size: 3.5em; line-height: 0.78; font-weight: 700; color: var(--accent); }
.story h2 { margin: 2.2em 0 0.5em; font-size: 1.375rem; line-height: 1.25; }
blockquote { margin: 2.2em 0; }
blockquote p { margin: 0 !important; font-size: clamp(1.5rem, 4.4vw, 2rem); line-height: 1.22; font-style: italic; text-wrap: balance; }
blockquote p::before { content: "“"; } blockquote p::after { content: "”"; }
blockquote footer { margin-block-start: 0.6rem; font: 0.9375rem var(--sans); color: var(--soft); }

.talk { margin-block: 3.5rem 4rem; font-family: var(--sans); --replydesk-accent: var(--accent); --replydesk-on-accent: var(--paper); }
.colophon { padding: 1.5rem 0 2.5rem; border-block-start: 1px solid var(--line); font: 0.9375rem/1.5 var(--sans); color: var(--soft); }

.landing { display: grid; min-height: 100vh; place-items: center; font-family: var(--sans); }
.landing main { width: min(100% - 2.5rem, 34rem); padding-block: 3rem; }
.landing h1 { display: flex; align-items: center; gap: 0.7rem; font-size: 2.25rem; }
.landing ul { margin: 2.2rem 0 0; padding: 0; list-style: none; }
.landing li { padding-block: 1.1rem; border-block-start: 1px solid var(--line); }
.landing li a { font-weight: 600; font-size: 1.125rem; }
.landing li p { margin: 0.2rem 0 0; font-size: 1rem; line-height: 1.5; color: var(--soft); }
@media print { .talk, .masthead nav, .skip { display: none; } }
`;
