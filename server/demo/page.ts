import { DEMO_ARTICLE } from "./article.ts";
import { BRIDGE, CROSSINGS_CHART } from "./figures.ts";

const STORY = `
<p class="first">It took the council nine years, three studies and one resignation to get to Tuesday night. Then it took eleven
seconds. By eleven votes to ten, with the public gallery full and the stairs below it fuller, Ardenmouth decided to close Penny
Bridge to private cars from the first of April. Trams, buses, bicycles and people on foot will keep the four stone arches that have
carried the town across the Arle since 1871. Everyone else will go round by the ring road, which is longer by 2.4 kilometres and, on
a wet Friday, by a good deal of patience.</p>
<p>“Nobody in this room dislikes the bridge,” said Ines Okafor, who chairs the works committee and moved the motion. “That is the
trouble. We like it so much that we are wearing it out.”</p>
<h2>What the engineers found</h2>
<p>The case for closing rests on a report of 140 pages that few people have read and almost everyone has quoted. Divers who went down
in September found that the second pier has lost a strip of mortar as long as a bus. The bridge is safe today, the engineers write,
and would be safe for “some four to six years” under the present load. Without cars, they put the figure at thirty. A full repair
would cost 14 million crowns and shut the crossing to everybody for two summers.</p>
<p>Opponents say the choice was made to look narrower than it is. “They priced the most expensive repair and the cheapest ban,” said
Martin Vail, who runs the hardware shop at the east end and collected 3,116 signatures against the plan. He wants a weight limit
and a toll for lorries, tried for a year. “If that fails, close it. But try it. Half of what I sell leaves in somebody’s boot.”</p>
<figure>
${CROSSINGS_CHART}
<figcaption>How people crossed Penny Bridge on an ordinary weekday in October. Source: town count, both directions, 6 a.m. to midnight.</figcaption>
</figure>
<h2>Who crosses, and how</h2>
<p>The town’s own count, taken over two weeks in October, surprised both camps. Of some 24,000 people who cross on a weekday, about
one in five does so in a car or a van. But those cars take up nine tenths of the roadway, and between half past seven and nine they
hold up the number 4 tram by six minutes on average: long enough to miss the connection at Market Square, and therefore long
enough, in the words of one committee paper, “to teach a passenger to drive”.</p>
<p>The numbers do not settle everything. St Brannoc’s, the hospital, is on the east bank; ambulances will be let through, but not
the daughters and sons who bring their parents to appointments. The council has promised a shuttle from the west car park every ten
minutes and 40 permits a day for patients who cannot manage it. Dr Salma Reyes, who leads the day clinic, called that “a number
somebody liked the look of”. Her clinic alone sees 70 people before lunch.</p>
<p>On Tannery Row, which will take much of the diverted traffic, residents have hung sheets from their windows. One reads
<i>We are not your ring road</i>. The council’s model expects 900 more cars a day there, then fewer as people change their habits.
Pavel Hirsch, who has lived at number 12 for thirty years, has seen models before. “The habits they are counting on are other
people’s,” he said.</p>
<blockquote><p>We like it so much that we are wearing it out.</p><footer>Ines Okafor, works committee</footer></blockquote>
<h2>The vote</h2>
<p>In the end it came down to Joan Ferris, an independent who had voted against the plan in March. She had spent October’s count week,
she told the chamber, standing at the east end with a flask and a clicker of her own. “I was sure the town had it wrong,” she said.
“I was out by forty people.” Then she raised her hand, and somebody in the gallery began to clap and somebody else to boo, and the
chair had to ask twice for quiet.</p>
<p>The closure is a trial in law, if not in spirit: the council must look at it again after eighteen months, and has bound itself in
advance to three measures, namely tram delays, takings in the shops at either end, and the time an ambulance needs to reach the
hospital. If two of the three are worse, the cars come back. Mr Vail says he will hold them to it. Ms Okafor says she would expect
nothing less.</p>
<p>Outside, after the meeting, the tram was late. On the bridge a delivery van had stopped with its lights flashing, and behind it,
bells ringing, twenty or so people waited in the drizzle to be let across.</p>`;

/**
 * The demo article as a whole page: a newspaper's story that ends in the comments of the given site. It uses
 * /demo.css and /widget.js only, no inline script or style.
 */
export function demoPage({ site }: { site: string }): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${DEMO_ARTICLE.title} · The Daily Example</title>
<meta name="description" content="From April only trams, buses, bicycles and people on foot will cross the Arle in the middle of Ardenmouth.">
<link rel="canonical" href="${DEMO_ARTICLE.path}">
<link rel="stylesheet" href="/demo.css">
</head>
<body>
<a class="skip" href="#story">Skip to the story</a>
<header class="masthead">
<p class="paper">The Daily Example</p>
<nav aria-label="Sections"><a href="#story" aria-current="true">Town</a><a href="#story">Region</a><a href="#story">Business</a><a href="#story">Culture</a><a href="#story">Letters</a></nav>
</header>
<main id="story">
<article>
<header class="opening">
<p class="kicker">Town · Transport</p>
<h1>${DEMO_ARTICLE.title}</h1>
<p class="standfirst">From April only trams, buses, bicycles and people on foot will cross the Arle in the middle of Ardenmouth. Shopkeepers
and a hospital ask what happens to everyone else.</p>
<p class="byline">By <b>Clara Whitlow</b> and <b>Tomas Adeyemi</b> <span>· 5 minutes to read</span></p>
</header>
<figure class="wide">
${BRIDGE}
<figcaption>Penny Bridge was paid for by a toll of one penny, lifted in 1902. Drawing: The Daily Example</figcaption>
</figure>
<div class="story">${STORY}
</div>
</article>
<aside class="talk" aria-label="Reader comments">
<script src="/widget.js" data-site="${site}" data-article-id="${DEMO_ARTICLE.id}" data-title="${DEMO_ARTICLE.title}" data-section="${DEMO_ARTICLE.section}" async></script>
</aside>
</main>
<footer class="colophon"><p>The Daily Example is an invented newspaper in an invented town. The comments are real software: write one,
then <a href="/desk">look at the moderators’ desk</a>.</p></footer>
</body>
</html>
`;
}
