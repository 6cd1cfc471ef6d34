/**
 * Sentences written for this project, to teach what collections of flagged comments cannot: that naming a group, quoting
 * an insult, speaking against hate, disagreeing firmly and everyday strong words do no harm, and that the same groups are
 * attacked in few words. Slots: {P} people of a group, {A} a group as adjective, {N} insulting noun, {B} degrading
 * adjective, {G} kind adjective, {J} occupation, {T} topic of the news.
 */
export const SLOTS: Record<string, readonly string[]> = {
  P: "gay people|trans people|black people|white people|asians|mexicans|jews|jewish people|muslims|christians|catholics|atheists|immigrants|refugees|women|men|old people|disabled people|deaf students|blind people|young people|foreigners|arabs|lesbians|girls|african families|hindus|sikhs|latinos".split("|"),
  A: "gay|lesbian|bisexual|trans|queer|straight|black|white|asian|latino|african|mexican|chinese|indian|jewish|muslim|christian|catholic|hindu|atheist|american|canadian|arab|immigrant|female|male|old|young|disabled|blind|deaf|elderly".split("|"),
  N: "idiot|moron|fool|imbecile|clown|loser|coward|liar|bigot|jerk|twit|buffoon|hypocrite|scumbag|asshole|bitch|bastard|dick|piece of garbage|piece of shit|waste of space|waste of oxygen|sorry excuse for a human being|disgrace to this town|worm|pig|rat|parasite|creep|nutcase|dimwit|simpleton|crybaby|degenerate|fraud|troll|lowlife|dumbass|cretin|halfwit|snake".split("|"),
  B: "stupid|dumb|disgusting|vile|ugly|filthy|pathetic|worthless|useless|rotten|nasty|repulsive|horrible|brainless|spineless|clueless|ignorant|moronic|idiotic|revolting|miserable|deranged|contemptible|loathsome|retarded|fat|smelly|gross|evil|awful|hideous|despicable|braindead|fucking|sick|twisted|inferior|subhuman".split("|"),
  G: "kind|lovely|generous|brave|gracious|friendly|thoughtful|honest|wise|warm|gentle|talented|wonderful|patient|funny|clever|decent|polite|helpful|charming|great|nice|fun|excellent|proud|happy|brilliant|sweet".split("|"),
  J: "teacher|nurse|reporter|driver|mayor|doctor|lawyer|farmer|student|painter|coach|editor|plumber|judge|baker|engineer|pilot|writer|neighbour|colleague|cyclist|councillor|player|referee|singer".split("|"),
  T: "budget|new bus lane|school plan|tax rise|stadium|report|election|bill|hospital merger|climate plan|housing policy|trial|strike|interview|redesign|parking scheme|vaccine rollout|match|ruling|article".split("|"),
};

const lines = (text: string): string[] => text.trim().split("\n").map((line) => line.trim());

export const HARMLESS = lines(`
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

export const GROUP_ATTACKS = lines(`
  {P} are {B}.
  {P} are {B} and lazy
  all {P} are {B}
  I hate {P}.
  i hate all {P}
  i can't stand {P}
  hate {P}
  {P} are vermin.
  {P} are all criminals.
  {P} are a plague on society.
  {P} are subhuman filth.
  {P} should be deported, they are filth.
  Get rid of {P}.
  {P} do not belong in this country.
  {P} make me sick.
  {P} ruin everything they touch.
  No decent person would trust {P}.
  Typical {P}, lying scum.
  Send {P} back where they came from.
  {P} are what is wrong with this country.
  {P} breed like rats
  Keep {P} out of our schools.
  {P} are not even human.
  {P} don't deserve rights.
  Shut up you {A} {N}.
  You {B} {A} {N}.
  You are a {B} {A} {N}.
  He is a {B} {A} {N}.
  Typical {A} {N}.
  {B} {A} {N}
  Get lost you {A} scum.
  Being {A} is {B}.
  Being {A} is a disease.
  being {A} is fucked up
  She is a {B} {A}.
  what a {B} {A} {N}
  damn {A} {N}s everywhere
  fuck {P}
  screw {P} and their {T}
`);

export const GROUP_THREATS = lines(`
  All {P} should be shot.
  We should beat up {P}.
  kill all {P}
  Hang {P} from the lamp posts.
  Someone should burn down the houses of {P}.
  {P} deserve to die.
  I want to see {P} dead
  gas {P}
`);

export const INSULTS = lines(`
  You are a {N}.
  You are a complete {N}.
  You are such a {N}.
  You are a {B} {N}.
  you're a {N}
  ur a {N}
  What a {N}.
  what a {B} {N} you are
  You {B} {N}.
  you {N}
  Shut up, {N}.
  shut up you {B} {N}
  Only a {N} would like the {T}.
  The {J} is a {N}.
  That {J} is a {B} {N}.
  The {J} is {B} and everyone knows it.
  He is a {B} {N}.
  she's a {B} {N}
  These people are {B} {N}s.
  You are {B}.
  You are so {B}.
  you're {B}
  you must be {B}
  How {B} are you?
  Are you really this {B}?
  Your {T} is as {B} as you are.
  Nobody likes you, {N}.
  Go away, {N}.
  get lost {N}
  Crawl back under your rock, {N}.
  Learn to read, {N}.
  the author is a {N}
  The author of this {T} is a {B} {N}.
  Whoever wrote this is a {N}.
  go to hell {N}
  You are a {B} {J}.
  You are a {B} {J} and a worse person.
  worst {J} ever, what a {N}
`);

export const THREATS = lines(`
  I will kill you.
  I will find you and hurt you.
  i'm going to kill you
  I am going to beat you to death.
  I will come to your house and burn it down.
  I know where you live, {N}.
  Watch your back, {N}.
  You will regret this, I will break your legs.
  You deserve to be shot.
  Somebody should shoot that {J}.
  someone put a bullet in the {J}
  I hope you die.
  Hope you get hit by a bus, {N}.
  go kill yourself
  kill yourself {N}
  Go hang yourself.
  die {N} die
  I'll slit your throat.
  If I see that {J} I will stab him.
  I will rape you
  The {J} should be hanged.
  you are dead {N}
`);

export const SWEARING = lines(`
  This is fucking great.
  holy shit that was good
  What a fucking goal!
  Shit, I missed the {T}.
  The {T} is fucking brilliant.
  no shit
  fuck yeah
  fuck, the {T} again
  damn this shit is good
  I fucking love this {J}
  that {T} was the shit
`);
