import { HASH_SEED } from "./hash.ts";
import { RESPELLED } from "./lexicon.ts";

/** Spellings by ear or by habit that no rule below reaches. */
const BY_EAR =
  "niqqa:nigga niqqas:nigga niqqer:nigger nigguh:nigga nigah:nigga nibba:nigga biyatch:bitch byatch:bitch biznatch:bitch beeyotch:bitch " +
  "biach:bitch bitxh:bitch bihh:bitch beatch:bitch beetch:bitch betch:bitch asz:ass azs:ass arsse:arse azhole:asshole " +
  "assole:asshole ahole:asshole arshole:arsehole bastid:bastard basterd:bastard bastad:bastard barstard:bastard cawk:cock " +
  "cok:cock coksucker:cocksucker cocksukka:cocksucker cocksucka:cocksucker fucka:fucker fukka:fucker fuckah:fucker " +
  "fuckyou:fuck fuckoff:fuck fku:fuck feck:fuck fawk:fuck fvk:fuck fux:fucks effing:fucking effin:fucking fuqqin:fucking " +
  "fack:fuck fugg:fuck phag:fag phags:fags faig:fag fagg:fag fahget:faggot hoebag:whore " +
  "hooer:whore whoar:whore huor:whore kunts:cunts qunt:cunt cvnt:cunt shiat:shit sheit:shit sh1te:shit " +
  "shitz:shits sheeit:shit bullcrap:bullshit bullshyt:bullshit bulshit:bullshit pusseh:pussy pussee:pussy poosy:pussy " +
  "pu55y:pussy dikk:dick dicc:dick dikkhead:dickhead dikface:dickhead rtrd:retard retarted:retarded reetard:retard " +
  "ritard:retard retart:retard morron:moron mowron:moron moroon:moron idgit:idiot ediot:idiot idyot:idiot " +
  "eejit:idiot iddiot:idiot stooopid:stupid stupit:stupid stoopit:stupid stpid:stupid dumass:dumbass dumazz:dumbass " +
  "dumbazz:dumbass jackazz:jackass suk:suck sux:sucks sukks:sucks sucka:sucker sukka:sucker suxx:sucks lozer:loser " +
  "loozer:loser luser:loser skum:scum tw4t:twat twunt:twat hayte:hate h8:hate h8r:hater h8te:hate k1ll:kill " +
  "kil:kill kyll:kill murda:murder rayp:rape r8pe:rape krap:crap dammit:damn damm:damn kyke:kike " +
  "n1gga:nigga wh0re:whore muthafucker:motherfucker muddafucka:motherfucker mutherfucker:motherfucker " +
  "mothafucka:motherfucker mothafucker:motherfucker kcuf:fuck kcid:dick tihs:shit hctib:bitch reggin:nigger toggaf:faggot " +
  "toidi:idiot tnuc:cunt elohssa:asshole";

const C = 99;
const F = 102;
const H = 104;
const I = 105;
const K = 107;
const O = 111;
const P = 112;
const Q = 113;
const S = 115;
const T = 116;
const U = 117;
const V = 118;
const W = 119;
const X = 120;
const Y = 121;
const Z = 122;

/**
 * A hash of what is heard of letters from..to rather than spelt: ph is f, vv is w, ck, c and q are k, z is s, y is i, oo is u, tch is ch, x is ks,
 * and no letter is doubled. A word that nobody knows and that sounds like a strong one is meant as that.
 */
export function soundOf(units: Uint16Array, from: number, to: number): number {
  let hash = HASH_SEED;
  let last = 0;
  const hear = (sound: number): void => {
    if (sound !== last) hash = Math.imul(hash ^ sound, 0x01000193);
    last = sound;
  };
  for (let i = from; i < to; i++) {
    const unit = units[i] as number;
    const next = i + 1 < to ? (units[i + 1] as number) : 0;
    if (unit === P && next === H) {
      hear(F);
      i++;
    } else if (unit === V && next === V) {
      hear(W);
      i++;
    } else if (unit === O && next === O) {
      hear(U);
      i++;
    } else if (unit === X) {
      hear(K);
      hear(S);
    } else if (unit === T && next === C && i + 2 < to && units[i + 2] === H) continue;
    else if ((unit === C || unit === Q) && next !== H) hear(K);
    else hear(unit === Z ? S : unit === Y ? I : unit);
  }
  return hash;
}

/** Whether a word is told by its sound: long enough to be unlike a name. */
export const isHeard = (word: string): boolean => word.length > 3 || HEARD_SHORT.has(word);
const HEARD_SHORT = new Set(["ass", "fag"]);

const pairsOf = (text: string): [string, string][] =>
  text.split(" ").map((pair) => pair.split(":") as [string, string]);

/** Other spellings of listed words, by habit and by ear, each with the word that is meant. */
export const RESPELLINGS: readonly (readonly [string, string])[] = [...RESPELLED, ...pairsOf(BY_EAR)].filter(
  ([spelt, meant]) => spelt !== meant,
);
