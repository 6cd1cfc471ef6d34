import { HONEST_WORDS } from "../honest-words.ts";
import { DEGRADING, INSULTS, INSULTS_WEAK, SLURS, SWEARING, VIOLENT } from "./harmful-words.ts";

const words = (text: string): string[] => text.split("|");

/** Enough for the listed nouns: what the frames need is that singular and plural are both met. */
function plural(word: string): string {
  if (/(?:s|sh|ch|x)$/u.test(word)) return `${word}es`;
  return /[^aeiou]y$/u.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}
const lastWordPlural = (text: string): string => {
  if (/^(?:piece|waste|excuse|disgrace|sack|pile|lump|ball|puddle)/u.test(text))
    return text.replace(/^\w+/u, plural);
  return text.replace(/\w+$/u, plural);
};

const done: Record<string, string> = { beat: "beaten", hang: "hanged", shoot: "shot", burn: "burned" };
const pastOf = (verb: string): string => {
  if (done[verb] !== undefined) return done[verb];
  if (verb.endsWith("e")) return `${verb}d`;
  return /[aeiou][bmpgn]$/u.test(verb) && !/(?:drown|poison|behead)$/u.test(verb)
    ? `${verb}${verb.at(-1)}ed`
    : `${verb}ed`;
};

/**
 * What fills the slots of the contrast sentences. P: people of a group, A: a group as adjective, N and M: an insulting
 * noun and several, K: one that is an honest word too, B: degrading adjective, Z and S: a slur and several, C: swear
 * word, V and D: violent verb and its participle, G: kind adjective, J: occupation, R: somebody in the news, T: topic of
 * the news, O: things nobody is hurt by, W: honest words that hold rude ones.
 */
export const SLOTS: Record<string, readonly string[]> = {
  P: words(
    "gay people|trans people|transgender people|queer people|homosexuals|black people|white people|blacks|whites|asians|asian people|mexicans|jews|jewish people|muslims|christians|catholics|atheists|buddhists|hindus|sikhs|immigrants|migrants|refugees|asylum seekers|foreigners|women|men|girls|old people|the elderly|disabled people|deaf people|blind people|autistic people|young people|arabs|lesbians|gays|africans|african americans|latinos|hispanics|indians|pakistanis|chinese people|native americans|roma|turks|russians|poles|palestinians|israelis|nigerians|somalis|americans|feminists|bisexuals|people of colour|the disabled|wheelchair users",
  ),
  A: words(
    "gay|lesbian|bisexual|trans|transgender|queer|homosexual|straight|black|white|asian|latino|latina|hispanic|african|mexican|chinese|indian|pakistani|japanese|jewish|muslim|christian|catholic|hindu|sikh|buddhist|atheist|american|canadian|arab|turkish|russian|polish|nigerian|somali|israeli|palestinian|immigrant|refugee|foreign|female|male|old|young|elderly|teenage|disabled|blind|deaf|autistic|nonbinary|native american|middle eastern|european|feminist",
  ),
  N: INSULTS,
  M: INSULTS.map(lastWordPlural),
  K: INSULTS_WEAK,
  B: DEGRADING,
  Z: SLURS,
  S: SLURS.map(plural),
  C: SWEARING,
  V: VIOLENT,
  D: VIOLENT.map(pastOf),
  G: words(
    "kind|lovely|generous|brave|gracious|friendly|thoughtful|honest|wise|warm|gentle|talented|wonderful|patient|funny|clever|decent|polite|helpful|charming|great|nice|fun|excellent|proud|happy|brilliant|sweet|smart|amazing|hard-working|reliable|beautiful|caring|strong|humble|interesting|normal|ordinary",
  ),
  J: words(
    "teacher|nurse|reporter|driver|mayor|doctor|lawyer|farmer|student|painter|coach|editor|plumber|judge|baker|engineer|pilot|writer|neighbour|colleague|cyclist|councillor|player|referee|singer|author|columnist|actor|waiter|priest|cop|officer|soldier|manager|professor|scientist|cashier|dancer|minister|senator|moderator|admin|journalist|landlord",
  ),
  R: words(
    "the mayor|the president|the prime minister|the governor|the senator|the author|the judge|this guy|that woman|the coach|the CEO|this politician|the minister|the police chief|the reporter|the whole council|Congress|the government|the opposition|the left|the right|Republicans|Democrats|liberals|conservatives|the party leader|the goalkeeper|the banker|the bishop|her lawyer|his wife|my boss|my ex|this commenter|the union boss|the premier|the chancellor",
  ),
  T: words(
    "budget|new bus lane|school plan|tax rise|stadium|report|election|bill|hospital merger|climate plan|housing policy|trial|strike|interview|redesign|parking scheme|vaccine rollout|match|ruling|article|debate|pipeline|carbon tax|pension reform|trade deal|border policy|gun law|minimum wage|rent cap|police budget|court case|campaign|investigation|ferry service|new airport|book|film|concert|weather forecast|page|edit|section|source",
  ),
  F: words(
    "terrible|awful|bad|boring|useless|ridiculous|absurd|pointless|wrong|weak|poor|silly|horrible|ugly|weird|disappointing|misleading|overpriced|unfair|dangerous|outdated|confusing|disgraceful|shameful|sad|dreadful|a mess|a joke|a disaster|a failure|a waste of money|not good enough",
  ),
  O: words(
    "mondays|this weather|the traffic|that song|cold coffee|this phone|the new menu|rush hour|broken escalators|the old sofa|spam calls|this update|raw onions|the queue at the bank|potholes|the ending of that show|flies in the kitchen|leaf blowers|this printer|long flights|the mosquito season|that referee decision|parking fees|dishwashers|wet socks",
  ),
  W: HONEST_WORDS,
};
