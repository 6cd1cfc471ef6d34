/**
 * Sentences written for this project, to teach what collections of flagged comments cannot: that naming a group, quoting
 * an insult, speaking against hate, disagreeing firmly and everyday strong words do no harm. Slots are filled from
 * contrast-slots.ts.
 */
const lines = (text: string): string[] =>
  text
    .trim()
    .split("\n")
    .map((line) => line.trim());

export const HARMLESS = lines(`
  {A}
  {P}
  {P}?
  {A} {A}
  the {A}
  {A} people
  {P} and {P}
  {P}, {P}, {P} and {P}
  are {P}
  {A} or {A}?
  {P} in our town
  {P} at the {T}
  a {A} {J}
  the {A} {J} and the {A} {J}
  {T}
  the {T} in our town
  this {T} is well written
  {W}
  {W} and {W}
  Is {W} in the {T}?
  {W} was mentioned in the {T}.
  The {W} story, see the report on {W}.
  We talked about {W} and {W} with the {J}.
  My neighbour is {A} and we get along well.
  She grew up in a {A} family and writes about it with care.
  The new mayor is {A}.
  He is {A}.
  I am {A}.
  I'm a {A} {J} and this affects me.
  As a {A} reader I found this piece useful.
  as a {A} woman i agree with every word
  A {A} man was quoted in the story.
  The {A} community held a festival on Sunday.
  We hired a {A} {J} last year.
  Thank you for covering {A} history.
  Are there many {A} voters in this district?
  Being {A} is nothing to be ashamed of.
  being {A} is great
  Being {A} is part of who I am, and I am {G}.
  My {A} friends disagree with this policy.
  Proud to be {A}.
  {A} and proud
  You are a {G} {A} {J}.
  She is a {G} {A} woman.
  He's such a {G} {J}.
  What a {G} {A} couple.
  You are a {G} {J}.
  I love my {A} {J}.
  hug a {A} friend today
  respect your {A} neighbours
  The study looked at {A} students and their teachers.
  {P} deserve the same rights as everyone else.
  The council met with {P} to discuss the {T}.
  {P} pay taxes like everyone else.
  I have worked with {P} for twenty years.
  Many {P} live in this neighbourhood.
  {P} are welcome here.
  {P} are people.
  I like {P}.
  The law protects {P} from discrimination.
  How does the {T} affect {P}?
  Two {P} spoke at the hearing about the {T}.
  When did {P} get the right to vote?
  There should be more {P} on the board.
  {P} are not criminals.
  {P} are not the problem here, the {T} is.
  I do not hate {P}.
  I have nothing against {P}.
  Nobody should hate {P}.
  Nobody chooses to be {A}.
  It is wrong to insult {P}.
  Calling {P} names is not acceptable.
  Please stop attacking {P}.
  Saying that all {P} are criminals is false and hurtful.
  We should not blame {P} for the {T}.
  {P} face discrimination at work.
  Someone shouted abuse at {P} and that is a disgrace.
  The vandal sprayed "{P} out" on the wall and was fined.
  Hatred of {P} has no place in this town.
  If you think {P} are beneath you, talk to one.
  He was convicted of an attack on {P}.
  He called her a {N} in the meeting and later apologised.
  The {J} was sued after calling a reporter a {N}.
  She said a stranger called her {B} on the train.
  Nobody deserves to be called a {N}.
  You are not a {N}, you made a mistake.
  I'm not saying you are {B}, I just read the {T} differently.
  I felt like a {N} after reading my own comment again.
  I was {B} at maths in school.
  Don't call people {B}, it helps no one.
  Please do not use the word {N} here.
  My kid asked me what {N} means.
  I disagree with the {J}, this {T} is a disgrace.
  The {T} is a mistake and the council should say so.
  The {T} is a waste of money.
  This {T} makes no sense to me.
  I strongly disagree with the {T}.
  You are wrong about the {T}, here is why.
  You have not read the {T}, have you?
  Your argument about the {T} does not hold.
  I hate the {T}.
  i hate mondays
  I hate to say it but the {T} failed.
  The {T} was a disaster from start to finish.
  What a terrible {T}.
  Thanks for this thoughtful {T}.
  Thanks, that is a {G} answer.
  Great {T}, I learned a lot.
  Well said.
  I agree.
  Interesting point about the {T}.
  The {J} explained the {T} well.
  The photo of the {J} is {G}.
  Could you share the source for the {T}?
  Does anyone know when the {T} starts?
  The {J} was killed in a crash on the ring road.
  Police shot a man who had threatened a {J}.
  The suspect was charged with murder and rape.
  The film is about a {J} who is murdered.
  She died of cancer last spring and we miss her.
  My phone died during the {T}.
  The {J} killed it on stage last night.
  Kill the lights before you leave.
  This heat is killing me.
  I nearly died laughing at the {T}.
  I could murder a sandwich.
  They bombed in the second half.
  The team got destroyed three to nothing.
  He shoots, he scores.
  We will fight the {T} in court.
  Attack the argument, not the {J}.
  What the hell happened to the {T}?
  Damn, that was a good match.
  Oh crap, I forgot the {T}.
  It was a hell of a game.
  Dick Cheney and Scunthorpe United are both in the quiz.
  The cock crowed and the ass brayed on the farm.
  That silly typo in the {T} made me smile.
  How sad that the {T} was cancelled.
  The weather is {B} today.
  This soup tastes {B}.
  You are right.
  You are welcome.
  You are all invited.
  Are you serious?
  Who are you?
`);
