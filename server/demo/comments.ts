/** One of the demo's comments. `parent` is the place in the list of the comment it answers; it always comes earlier. */
export interface DemoComment {
  name: string;
  text: string;
  parent?: number;
}

/** Written for the demo article, in the order they were posted. Some are there for the desk to hold. */
export const DEMO_COMMENTS: readonly DemoComment[] = [
  {
    name: "Hanna Lindqvist",
    text: "I take the 4 every morning and I have missed that connection at Market Square so often that the woman at the kiosk starts my coffee when she sees the tram come round the corner late. Six minutes sounds like nothing. It is the difference between one job and two buses.",
  },
  {
    name: "Rob Castellan",
    parent: 0,
    text: "Then run the tram earlier. You do not shut a bridge because a timetable is badly written.",
  },
  { name: "Hanna Lindqvist", parent: 1, text: "It would be late earlier. The cars are in front of it." },
  {
    name: "Old Ferryman",
    parent: 1,
    text: "They tried that in 2019. It arrived late at 7:20 instead of late at 7:30.",
  },
  {
    name: "M. Vail & Daughter",
    text: "For anyone who wants to know what the shop thinks: my father is quoted fairly, thank you. He left out that we had our best October in six years during the count, when half the lane was coned off. I keep telling him. He keeps going out to look at the cones.",
  },
  {
    name: "Jonas P.",
    parent: 4,
    text: "This is the most honest comment a shop has ever posted under a traffic story.",
  },
  {
    name: "Edda",
    parent: 4,
    text: "Does he still sell the good brass hinges? Asking because I will come by tram.",
  },
  {
    name: "M. Vail & Daughter",
    parent: 6,
    text: "He does, second aisle, and he will tell you what is wrong with your door.",
  },
  {
    name: "Anneke de Wit",
    text: "My mother has dialysis at St Brannoc's three times a week. Forty permits a day for the whole hospital is not a plan, it is a raffle. I am not against the closure. I am against finding out at six in the morning whether we won.",
  },
  {
    name: "Salma R.",
    parent: 8,
    text: "Please write to the clinic. We are collecting exactly these cases for the committee and have until the 12th.",
  },
  { name: "Anneke de Wit", parent: 9, text: "Done. Thank you for answering here." },
  {
    name: "carbrain_and_proud",
    parent: 8,
    text: "Maybe move closer then. The rest of us have places to be.",
  },
  { name: "Jonas P.", parent: 11, text: "You do understand that she is talking about a hospital." },
  {
    name: "Tobias Grell",
    text: "Eleven to ten. One person with a flask and a clicker decided this for 60,000 people. Say what you like about Joan Ferris, but she is the only one of the twenty-one who went and counted.",
  },
  {
    name: "Marguerite",
    parent: 13,
    text: "She was there in the rain on the Thursday. I brought her a bun. She wrote down the bun.",
  },
  {
    name: "nine volts",
    parent: 13,
    text: "Joan Ferris is a stupid spineless idiot who sold this town for a pat on the head. Everybody who voted for this is an idiot and you can print that.",
  },
  { name: "Tobias Grell", parent: 14, text: "I would trust any report with a bun in it." },
  {
    name: "P. Hirsch",
    text: "Number 12, Tannery Row. I am the one with the sheet. To the gentleman who wrote to me that I should be glad of the business: I am a retired piano tuner. I do not have any business. I have windows.",
  },
  {
    name: "Lotte & Sam",
    parent: 17,
    text: "Number 15 here. We measured 74 decibels in the front room last week, before a single extra car. We would like somebody from the works committee to come and try to put a baby to sleep in it.",
  },
  {
    name: "Councillor I. Okafor",
    parent: 18,
    text: "I will come. Would Thursday evening suit you? I mean it, and I will bring the noise officer.",
  },
  { name: "Lotte & Sam", parent: 19, text: "Thursday is good. Half past seven is when it is worst." },
  { name: "Gravel", parent: 19, text: "Screenshotted." },
  {
    name: "Dieter K.",
    text: "Cyclists will love it until they meet a tram on the narrow part. There are 40 cm between the rail and the parapet. I have been a driver on the 4 for eleven years and I ring that bell with my heart in my mouth.",
  },
  {
    name: "Wren",
    parent: 22,
    text: "Thank you for saying this. Is there any chance of a marked lane once the cars are gone? There should be room in the middle then.",
  },
  {
    name: "Dieter K.",
    parent: 23,
    text: "It is in the drawings. Page 96, the small print. Ask them to make it the large print.",
  },
  {
    name: "BestDeals4U",
    text: "Stuck in traffic? Earn 400 a day from your sofa, no experience!! www.sofa-cash-now.example and http://best-deals-ever.example/join and http://sofa-cash-now.example/friends and http://best-deals-ever.example/again",
  },
  {
    name: "Karim",
    text: "What I do not understand: 14 million for the repair, fine. But nobody says what the shuttle, the permits, the ring road lights and the signs cost. Does the paper have that number?",
  },
  {
    name: "Clara Whitlow, The Daily Example",
    parent: 26,
    text: "Good question. The council puts it at 1.9 million over the eighteen months, of which 1.1 million is the shuttle. It is in table 7 of the committee paper and should have been in our story. We will add it.",
  },
  {
    name: "Karim",
    parent: 27,
    text: "Thank you. So the trial costs a seventh of the repair. I can live with that, if they publish the three measures every month and not at the end.",
  },
  {
    name: "ArleRat",
    text: "go ahead and put up your stupid little bollards, idiots. i know where the works committee parks and i have a van too",
  },
  {
    name: "Bea Holm",
    text: "I grew up on the east bank and I remember when the number 9 still ran and we all complained about that too. In twenty years somebody will write that Penny Bridge was always quiet.",
  },
  {
    name: "Rob Castellan",
    parent: 30,
    text: "In twenty years there will be nobody left on the east bank to write it.",
  },
  { name: "Bea Holm", parent: 31, text: "Rob, you said that when they moved the market." },
  { name: "Rob Castellan", parent: 32, text: "And was I wrong? Count the shutters on Ropewalk." },
  {
    name: "truth teller 77",
    text: "Typical. The people who wrote this rubbish have never done a day's work in their lives. Parasites, the lot of you, shut your mouths and get off OUR road.",
  },
  {
    name: "Ilse Brandt",
    text: "Retired structural engineer, no stake in either side. “Safe for four to six years” does not mean that it falls down in the seventh. It means that the engineer signs for four and would rather not be asked about six. A weight limit, as Mr Vail proposes, would help the deck and do very little for the second pier, where the trouble is the river and not the cars. I wish somebody had said so in the chamber, because then the honest question would be the one nobody wants: repair it now, or repair it later for more.",
  },
  { name: "Jonas P.", parent: 35, text: "Could you explain this to the council? Slowly?" },
  { name: "Ilse Brandt", parent: 36, text: "I did. In 2017. There were biscuits." },
  { name: "carbrain_and_proud", parent: 35, text: "what a load of crap. shut up grandma, nobody asked you" },
  {
    name: "Noor",
    text: "Small thing, but the drawing at the top is lovely. Three people on the bridge and a tram, and not one car. I see what you did there.",
  },
  { name: "Gus from the kiosk", parent: 0, text: "Can confirm about the coffee." },
  {
    name: "Mr. Reasonable",
    text: "So another stupid vote by a bunch of clowns. Morons, every one. I pay for this.",
  },
  { name: "Petra Aalto", text: "Yes." },
];
