/** Sentences written for this project that do harm in few words, to stand against the harmless ones. Slots as there. */
const lines = (text: string): string[] =>
  text
    .trim()
    .split("\n")
    .map((line) => line.trim());

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
