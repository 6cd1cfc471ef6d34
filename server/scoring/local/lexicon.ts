/**
 * Words that people disguise. The list does not judge: what a word weighs is learned. It only lets the normaliser
 * recognise a disguised word (f*ck, fuuuck, f u c k, fu ck, fuk) as that word. The commoner one first, since a mask can
 * fit several.
 */
const STEMS =
  "fuck shit bitch cunt dick cock nigger faggot asshole bastard slut whore pussy retard twat wank piss crap damn " +
  "nigga idiot moron stupid loser scum bollock penis vagina cum jizz douche tosser prick arse kike spic chink tranny dyke " +
  "dumbass jackass bullshit motherfuck dickhead shithead fuckhead cocksuck clusterfuck dipshit imbecile bugger wanker " +
  "kill murder rape suck screw tard perv pedo rapist nazi";
const ENDINGS = ["", "s", "ing", "er", "ers", "ed", "y", "in"];
const OTHERS =
  "ass asses fag fags coon paki gook goddamn goddamned bloody shitty bitchy bitches titties tits tit boobs whores hell " +
  "assholes arsehole arseholes bellend dickheads shitheads dumbfuck pissed raping raped rapists retarded idiotic moronic " +
  "stupidity sex porn die dead dies hate ugly filth trash garbage pathetic";

const spelled = (stem: string): string[] => ENDINGS.map((ending) => stem + ending);

/** Every listed word, the commoner stems first. */
export const DISGUISED: readonly string[] = [
  ...new Set([...STEMS.split(" ").flatMap(spelled), ...OTHERS.split(" ")]),
];

/** Strong words that never arise by joining two honest neighbours; a missing letter there is a disguise. */
const JOINABLE =
  "fuck fucks fucker fuckers fucking fucked shit shits shitty shitting bitch bitches cunt cunts dick dicks dickhead nigger " +
  "niggers faggot faggots asshole assholes bastard bastards slut sluts whore whores pussy retard retards retarded twat twats " +
  "wanker wankers idiot idiots moron morons stupid motherfucker motherfuckers motherfucking dumbass jackass bullshit " +
  "cocksucker arsehole arseholes penis vagina scumbag cock cocks";
export const JOINED: readonly string[] = JOINABLE.split(" ");

/** Other spellings of listed words. */
export const RESPELLED: ReadonlyMap<string, string> = new Map(
  (
    "fck:fuck fuk:fuck fuc:fuck fuq:fuck fvck:fuck phuck:fuck phuk:fuck fcuk:fuck fook:fuck fukk:fuck fuckin:fucking fukin:fucking " +
    "fcking:fucking fuking:fucking fking:fucking fkn:fucking fkin:fucking fucken:fucking fuker:fucker fcker:fucker fuked:fucked " +
    "fcked:fucked fkd:fucked sht:shit shyt:shit shiit:shit shite:shit btch:bitch biatch:bitch beotch:bitch biotch:bitch bich:bitch " +
    "bytch:bitch azz:ass azzhole:asshole ashole:asshole assh0le:asshole asswhole:asshole arsehole:asshole cnt:cunt kunt:cunt " +
    "dik:dick dikhead:dickhead niga:nigga nigguh:nigga niggah:nigga nigg:nigger nggr:nigger nigr:nigger fagget:faggot fggt:faggot " +
    "faget:faggot fagit:faggot fgt:faggot retrd:retard rtard:retard puss:pussy pussi:pussy pusy:pussy whor:whore hore:whore " +
    "slutt:slut idjit:idiot idot:idiot idoit:idiot eediot:idiot moran:moron stoopid:stupid stupd:stupid stewpid:stupid " +
    "mofo:motherfucker muthafucka:motherfucker motherfucka:motherfucker mf:motherfucker mfer:motherfucker bullsht:bullshit " +
    "bs:bullshit stfu:stfu gtfo:gtfo kys:kys"
  )
    .split(" ")
    .map((pair) => pair.split(":") as [string, string]),
);

/** Words too common to be half of a disguise. */
export const COMMON: readonly string[] = (
  "a i an the and or but if so of to in on at by for with from up down out off over as is am are was were be been being it its " +
  "he she we you they me him her us them my your his our their this that these those who whom what which when where why how " +
  "do does did done doing have has had having can could will would shall should may might must not no yes all any some more " +
  "most much many few own same such only just very too also than then now here there again once ever never always often " +
  "about above after before under until while because through between into against during go goes going gone went get gets " +
  "got getting make makes made take takes took come comes came see sees saw say says said know knows knew think thinks " +
  "thought want wants like likes look looks use uses used find found give gives gave tell tells told work works call calls " +
  "try ask need feel become leave put mean keep let begin seem help show hear play run move live believe hold bring happen " +
  "write sit stand lose pay meet set learn change lead stop read spend grow open walk win teach offer love die day time year " +
  "way man men woman women child world life hand part place case week company point home water room mother father area money " +
  "story fact month lot right study book eye job word side kind head house friend hour game line end city people person new " +
  "good first last long great little old big high small large next early young few bad able best better sure free true " +
  "whole hole real back even still well oh ok okay hey hi hello lol re ve ll mr ms st vs id al el la le de et us uk eu tv pm " +
  "one two three four five six ten ill bit bits ring ran king sing mass class pass glass please thanks thank " +
  "cool soon too see been book look need free week feel keep off will well all tell call hell bill still add odd egg"
).split(" ");
