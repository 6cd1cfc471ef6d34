import { JOINED, RESPELLED } from "./lexicon.ts";

/** Spellings by ear or by habit that no rule below reaches. */
const BY_EAR =
  "niqqa:nigga niqqas:nigga niqqer:nigger nigguh:nigga nigah:nigga nibba:nigga biyatch:bitch byatch:bitch biznatch:bitch beeyotch:bitch " +
  "biach:bitch bitxh:bitch bihh:bitch beatch:bitch beetch:bitch betch:bitch asz:ass azs:ass arsse:arse azhole:asshole " +
  "assole:asshole ahole:asshole arshole:arsehole bastid:bastard basterd:bastard bastad:bastard barstard:bastard cawk:cock " +
  " cok:cock coksucker:cocksucker cocksukka:cocksucker cocksucka:cocksucker fucka:fucker fukka:fucker fuckah:fucker " +
  "fuckyou:fuck fuckoff:fuck fku:fuck feck:fuck fawk:fuck fvk:fuck fux:fucks effing:fucking effin:fucking fuqqin:fucking " +
  "fack:fuck fugg:fuck phag:fag phags:fags faig:fag fagg:fag fahget:faggot  hoebag:whore " +
  "hooer:whore whoar:whore huor:whore kunts:cunts qunt:cunt cvnt:cunt shiat:shit sheit:shit  sh1te:shit " +
  "shitz:shits sheeit:shit bullcrap:bullshit bullshyt:bullshit bulshit:bullshit pusseh:pussy pussee:pussy poosy:pussy " +
  "pu55y:pussy dikk:dick dicc:dick dikkhead:dickhead dikface:dickhead rtrd:retard retarted:retarded reetard:retard " +
  " ritard:retard retart:retard morron:moron mowron:moron moroon:moron idgit:idiot ediot:idiot idyot:idiot " +
  "eejit:idiot iddiot:idiot stooopid:stupid stupit:stupid stoopit:stupid stpid:stupid dumass:dumbass dumazz:dumbass " +
  "dumbazz:dumbass jackazz:jackass suk:suck sux:sucks sukks:sucks sucka:sucker sukka:sucker suxx:sucks lozer:loser " +
  "loozer:loser  luser:loser skum:scum tw4t:twat twunt:twat hayte:hate h8:hate h8r:hater h8te:hate k1ll:kill " +
  "kil:kill kyll:kill murda:murder rayp:rape r8pe:rape krap:crap  dammit:damn damm:damn  kyke:kike " +
  "n1gga:nigga wh0re:whore muthafucker:motherfucker muddafucka:motherfucker mutherfucker:motherfucker " +
  "mothafucka:motherfucker mothafucker:motherfucker kcuf:fuck kcid:dick tihs:shit hctib:bitch reggin:nigger toggaf:faggot " +
  "toidi:idiot tnuc:cunt elohssa:asshole";

const STRONG = new Set(JOINED);

/**
 * What is heard rather than spelt: ph is f, ck, c and q are k, z is s, y is i, oo is u, tch is ch, x is ks, and no letter is
 * doubled. A word that nobody knows and that sounds like a strong one is meant as that.
 */
export function soundOf(word: string): string {
  return word
    .replace(/ph/g, "f")
    .replace(/vv/g, "w")
    .replace(/tch/g, "ch")
    .replace(/x/g, "ks")
    .replace(/oo/g, "u")
    .replace(/[cq](?!h)|ck/g, "k")
    .replace(/z/g, "s")
    .replace(/y/g, "i")
    .replace(/(.)\1+/g, "$1");
}

/** Whether a word is told by its sound: long enough to be unlike a name. */
export const isHeard = (word: string): boolean => word.length > 3 || HEARD_SHORT.has(word);
const HEARD_SHORT = new Set(["ass", "fag"]);

/** A word with neighbouring letters swapped, but never the first; from a strong one also an inner letter is lost. */
export function slipsOf(word: string): string[] {
  const slips: string[] = [];
  for (let i = 1; i + 1 < word.length; i++)
    if (word[i] !== word[i + 1]) slips.push(word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2));
  if (word.length > 5 && STRONG.has(word))
    for (let i = 1; i + 1 < word.length; i++) slips.push(word.slice(0, i) + word.slice(i + 1));
  return slips;
}

const pairsOf = (text: string): [string, string][] =>
  text.split(" ").map((pair) => pair.split(":") as [string, string]);

/** Other spellings of listed words, by habit and by ear, each with the word that is meant. */
export const RESPELLINGS: readonly (readonly [string, string])[] = [...RESPELLED, ...pairsOf(BY_EAR)].filter(
  ([spelt, meant]) => spelt !== meant,
);
