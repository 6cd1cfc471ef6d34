/**
 * Words of harm, written for this project, by how they are used. What a word weighs is learned from people's judgements;
 * these fill the frames so that the model also meets words which the data sets never hold.
 */
const words = (text: string): string[] => [...new Set(text.trim().split(/\s*[|\n]\s*/u))];

/** Nouns that insult whoever is called so. */
export const INSULTS = words(`
idiot|moron|fool|imbecile|loser|coward|liar|bigot|jerk|twit|buffoon|hypocrite|scumbag|asshole|bitch|bastard|dick|lowlife|dumbass|cretin|halfwit
piece of garbage|piece of shit|piece of trash|piece of filth|waste of space|waste of oxygen|waste of skin|sorry excuse for a human being|disgrace to this town|poor excuse for a journalist
creep|nutcase|dimwit|simpleton|crybaby|degenerate|fraud|troll|nitwit|dolt|dunce|dullard|dumbo|dummy|dipstick|dipshit|dingbat|doofus|dork|dweeb|numbskull|numpty
nincompoop|ninny|blockhead|bonehead|knucklehead|meathead|airhead|birdbrain|pinhead|bimbo|bozo|jackass|twerp|twat|tosser|wanker|prat|pillock|plonker|git|muppet|bellend
knobhead|prick|dickhead|dickwad|asshat|asswipe|arsehole|assclown|douche|douchebag|scum|sleazebag|sleazeball|dirtbag|slimeball|shitbag|shithead|shitstain
fuckhead|fuckwit|fuckface|fucktard|dumbfuck|motherfucker|cocksucker|son of a bitch|cunt|slut|whore|skank|hag|tramp|slag|pussy|wuss|wimp|sissy|weakling|whiner
loudmouth|blowhard|windbag|gasbag|weirdo|freak|psycho|psychopath|sociopath|lunatic|maniac|nutjob|nutter|wacko|whackjob|loon|loony|crackpot|crackhead|basket case|fruitcake
retard|spaz|pervert|perv|sicko|pedo|deadbeat|bum|slob|scrounger|freeloader|moocher|layabout|crook|phony|charlatan|quack|conman|swindler|cheat|hack|shill|stooge
traitor|backstabber|snitch|bootlicker|brownnoser|lackey|sycophant|lapdog|goon|thug|punk|brat|bully|tyrant|monster|savage|brute|barbarian|subhuman|neanderthal|troglodyte
oaf|lout|boor|yokel|hick|hillbilly|redneck|inbred|turd|failure|nobody|reject|scoundrel|villain|racist|sexist|misogynist|homophobe|fascist|nazi|commie
libtard|leftard|trumptard|conservatard|republitard|demtard|repuke|demonrat|snowflake|cuck|soyboy|incel|neckbeard|feminazi|wingnut|moonbat|teabagger|zealot|fanatic|extremist|narcissist
snob|poser|wannabe|fatso|lardass|smartass|wiseass|schmuck|putz|dumbshit|bullshitter|ignoramus|scammer|grifter|pissant|butthead|sleaze|warmonger|crone|witch|chickenshit
sheeple|retarded monkey|demon|parasite|vermin|leech|maggot|filthy animal|dirty rat|stupid cow|fat pig|lying snake|pathetic worm|spineless weasel|brainless sheep|useless tool
`);

/** Nouns that insult a person but are honest words elsewhere. */
export const INSULTS_WEAK = words(`
clown|pig|rat|worm|snake|weasel|toad|swine|cow|dog|mutt|skunk|slug|cockroach|ape|baboon|monkey|donkey|mule|sheep|lemming|puppet|vulture|hyena|jackal|rodent|pest|plague|cancer
disease|virus|menace|joke|tool|potato|vegetable|dinosaur|fossil|blob|whale|hippo|trash|garbage|rubbish|filth|waste|stain|disgrace|embarrassment|beast|animal|devil|child|baby|fake|thief
`);

/** Adjectives that degrade the person they are said of. */
export const DEGRADING = words(`
stupid|dumb|disgusting|vile|ugly|filthy|pathetic|worthless|useless|rotten|nasty|repulsive|brainless|spineless|clueless|ignorant|moronic|idiotic|revolting|deranged|contemptible|loathsome
retarded|fat|smelly|gross|evil|hideous|despicable|braindead|fucking|sick|twisted|inferior|subhuman|asinine|mindless|witless|dense|dimwitted|half-witted|feebleminded|illiterate|gullible
delusional|demented|unhinged|insane|crazy|psychotic|brainwashed|perverted|depraved|degenerate|foul|dirty|putrid|stinking|slimy|sleazy|creepy|pitiful|miserable|wretched|lousy|crappy|shitty
lazy|gutless|cowardly|inept|incompetent|bungling|childish|infantile|bratty|whiny|sniveling|hysterical|bitchy|arrogant|pompous|smug|conceited|stuck-up|pretentious|self-righteous
sanctimonious|condescending|obnoxious|insufferable|rude|uncouth|vulgar|bigoted|racist|hateful|spiteful|heartless|wicked|savage|barbaric|dishonest|lying|two-faced|hypocritical|crooked|corrupt
treacherous|greedy|selfish|self-absorbed|narcissistic|shameless|disgraceful|shameful|detestable|abhorrent|abominable|laughable|ridiculous|foolish|daft|unintelligent|inbred|backward|primitive
uncivilized|godless|trashy|slutty|senile|decrepit|washed-up|talentless|toxic|pigheaded|obtuse|goddamn|damn|bloody|freaking|piss-poor|thick|simple-minded|vapid|nuts|mentally ill|mental
`);

/** Words of contempt for a whole group. */
export const SLURS = words(`
nigger|nigga|coon|darkie|jigaboo|porch monkey|sambo|wog|kaffir|faggot|fag|homo|dyke|lesbo|poof|poofter|sodomite|tranny|shemale|troon|kike|yid|heeb|raghead|towelhead|camel fucker|goat fucker
sand nigger|muzzie|mudslime|paki|chink|gook|slant-eye|jap|nip|zipperhead|chinaman|spic|wetback|beaner|greaser|cracker|honky|redskin|injun|squaw|half-breed|mulatto|gypo|pikey|kraut|dago|wop|polack
abo|cripple|spastic|mongoloid|retard|feminazi|rapefugee|ladyboy|batty boy|carpet muncher|jungle bunny|christ-killer|camel jockey|border jumper
`);

/** Swear words that need no target. */
export const SWEARING = words(`
fuck|fucking|shit|shitty|bullshit|horseshit|batshit|damn|goddamn|crap|piss|pissed off|arse|ass|cock|dick|cunt|pussy|tits|bollocks|bugger|wank|cum|jizz|dildo|blowjob|motherfucking|clusterfuck|shitshow|fuckery|balls|titties|fuck all|asshole|bitch
`);

/** What violent people say they will do. */
export const VIOLENT = words(
  "kill|murder|slaughter|butcher|execute|hang|lynch|behead|shoot|stab|strangle|choke|drown|burn|torture|beat|smash|punch|stomp|whip|rape|castrate|poison|bomb|gas|exterminate|crush",
);
