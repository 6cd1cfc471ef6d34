import { hashString } from "./hash.ts";

/*
 * Words by the part they play in abuse, written for this project. A class does not judge: the model learns what each
 * weighs from people's judgements, and so knows something of a word that its data never held. Names of groups stand in
 * identity-terms.ts.
 */

/** Words of contempt for a group. */
const SLURS =
  "nigger niggers nigga niggas niggah nigg nigglet niglet niglets negro negros negroes negroid coon coons " +
  "darkie darkies darky jigaboo jigaboos jiggaboo porchmonkey spook spooks spade sambo pickaninny tarbaby " +
  "kaffir kaffirs wog wogs golliwog faggot faggots fag fags faggy fagg homo homos queers dyke dykes lesbo " +
  "lesbos lezzie lezzies carpetmuncher poof poofs poofter poofters ponce nancy pansy fairy fruity sodomite " +
  "sodomites bugger bender batty battyboy tranny trannies shemale shemales ladyboy heshe troon troons kike " +
  "kikes kyke hebe heeb heebs yid yids shylock jewboy zionazi zionist zionists christkiller paki pakis raghead " +
  "ragheads towelhead towelheads camelfucker cameljockey goatfucker goatfuckers sandnigger sandniggers muzzie " +
  "muzzies muzrat muzzrat mudslime mudslimes islamist islamists jihadi jihadis jihadist terrorist terrorists " +
  "hajji chink chinks chinky chinaman chinamen gook gooks slope slopes slanteye slanteyes jap japs nip nips " +
  "zipperhead ching chong spic spics spick spik wetback wetbacks beaner beaners greaser greasers illegals " +
  "illegal anchorbaby gringo gringos cracker crackers honky honkies honkey whitey whiteys whitetrash redneck " +
  "peckerwood wigger wiggers cracka redskin redskins injun injuns squaw squaws savage halfbreed halfbreeds " +
  "mulatto gypo gyppo gyppos gypsy gypsies pikey pikeys tinker kraut krauts frog frogs limey limeys mick micks " +
  "paddy paddies wop wops dago dagos guido guidos goombah polack polacks polak hunky bohunk yank yanks eyetie " +
  "abo abos abbo boong cripple cripples crip gimp gimps spaz spastic spastics retard retards mongoloid " +
  "mongoloids midget midgets vegetable infidel infidels papist papists goy goyim shiksa shvartze ape apes " +
  "monkey monkeys thug thugs invader invaders subhuman subhumans untermensch vermin cockroach cockroaches " +
  "rapefugee rapefugees rapeugee feminazi feminazis femoid femoids foid foids roastie bitch bitches cunt cunts " +
  "whore whores slut sluts globohomo groomer groomers degenerate degenerates mudshark coalburner racemixer " +
  "racetraitor";

/** What people are called, animals and honest trades included. */
const INSULTS =
  "idiot idiots moron morons imbecile imbeciles cretin cretins dunce dunces dullard dullards dimwit dimwits " +
  "nitwit nitwits halfwit halfwits dolt dolts dope dopes dumbass dumbasses dumbo dumbbell dumdum dummy dummies " +
  "dipstick dipshit dipshits dingbat dingus doofus doofuses dork dorks dweeb dweebs fool fools foolish " +
  "numbskull numskull numskulls numpty numpties nincompoop nincompoops ninny ninnies simpleton simpletons " +
  "blockhead blockheads bonehead boneheads knucklehead knuckleheads meathead meatheads airhead airheads " +
  "birdbrain birdbrains pinhead pinheads blockheaded bimbo bimbos bozo bozos buffoon buffoons clown clowns clod " +
  "clods clot jackass jackasses jerk jerks jerkoff jerkoffs loser losers twit twits twerp twerps twat twats " +
  "tosser tossers wanker wankers prat prats pillock pillocks plonker plonkers git gits muppet muppets bellend " +
  "bellends knob knobhead knobheads prick pricks dick dicks dickhead dickheads dickwad dickwads dickface asshat " +
  "asshats asswipe asswipes asshole assholes arsehole arseholes arse ass asses assclown assclowns asshead " +
  "douche douches douchebag douchebags scumbag scumbags scum scumbucket sleazebag sleazebags sleazeball dirtbag " +
  "dirtbags dirtball slimeball slimeballs shitbag shitbags shithead shitheads shitface shitstain shitstains " +
  "fuckhead fuckheads fuckwit fuckwits fuckface fuckfaces fucktard fucktards fuckstick dumbfuck dumbfucks " +
  "motherfucker motherfuckers cocksucker cocksuckers bastard bastards sonofabitch sob skank skanks hag hags " +
  "tramp hussy harlot slag slags slapper tart floozy ho hoe hoes thot thots pussy pussies wuss wusses wimp " +
  "wimps sissy sissies coward cowards crybaby crybabies weakling weaklings whiner whiners loudmouth loudmouths " +
  "blowhard blowhards windbag windbags braggart gasbag bigmouth creep creeps creepo weirdo weirdos freak freaks " +
  "psycho psychos psychopath psychopaths sociopath sociopaths lunatic lunatics maniac maniacs nutjob nutjobs " +
  "nutcase nutcases nutter nutters nutbag wacko wackos wackjob whackjob whackjobs loon loons loony loonies " +
  "crackpot crackpots crackhead crackheads basketcase fruitcake fruitcakes nut nuts headcase tard tards mong " +
  "mongs cretinous pervert perverts perv pervs sicko sickos pedo pedos paedo pedofile pedofiles pedophile pedophiles paedophile " +
  "molester molesters lowlife lowlifes lowlives deadbeat deadbeats bum bums slob slobs slacker slackers sponger " +
  "spongers freeloader freeloaders leech leeches parasite parasites moocher moochers welfare scrounger " +
  "scroungers layabout layabouts wastrel good-for-nothing ne'er-do-well liar liars crook crooks fraud frauds " +
  "phony phonies fake fakes faker charlatan charlatans quack quacks conman conmen swindler swindlers cheat " +
  "cheats thief thieves hypocrite hypocrites traitor traitors turncoat backstabber backstabbers snitch snitches " +
  "rat rats weasel weasels snake snakes worm worms toad toads swine pig pigs hog hogs cow cows sow dog dogs " +
  "mutt mongrel mongrels cur skunk skunks slug slugs maggot maggots louse lice tick baboon baboons chimp donkey " +
  "donkeys mule sheep sheeple sheeples lemming lemmings troll trolls hack hacks shill shills stooge stooges " +
  "puppet puppets bootlicker bootlickers brownnoser lackey lackeys minion minions sycophant sycophants toady " +
  "lapdog lapdogs suckup flunky flunkies goon goons punk punks brat brats hooligan hooligans bully bullies " +
  "tyrant tyrants monster monsters devil demon demons fiend ghoul ghouls savages brute brutes barbarian " +
  "barbarians animal animals beast beasts neanderthal neanderthals caveman troglodyte troglodytes ogre oaf oafs " +
  "lout louts boor boors yokel yokels hick hicks hillbilly hillbillies rednecks bumpkin inbred inbreds trash " +
  "garbage rubbish filth turd turds crap poop shit piss dung slime sludge stain waste disgrace embarrassment " +
  "joke failure failures nobody nobodies nonentity reject rejects misfit miscreant miscreants scoundrel " +
  "scoundrels rascal villain villains hater haters bigot bigots racist racists sexist sexists misogynist " +
  "misogynists homophobe homophobes xenophobe xenophobes fascist fascists nazi nazis commie commies marxist " +
  "marxists libtard libtards libturd libturds leftard leftards leftist lefty lefties conservatard republitard " +
  "trumptard trumptards trumper trumpers trumpster trumpkin repuke repukes rethug rethugs demtard demoncrat " +
  "demonrat demonrats dumbocrat dumbocrats democrap snowflake snowflakes cuck cucks cuckold simp simps soyboy " +
  "soyboys incel incels neckbeard neckbeards virgin virgins fanboy fanboys karen karens sjw sjws teabagger " +
  "teabaggers wingnut wingnuts moonbat moonbats zealot zealots fanatic fanatics extremist extremists radical " +
  "nutbar narcissist narcissists egomaniac egomaniacs megalomaniac control-freak prude snob snobs elitist " +
  "elitists poser posers wannabe wannabes fatso fatty fatties lardass lardo blimp whale hippo pighead pigheads " +
  "arsewipe gobshite gobshites eejit eejits wally pleb plebs peasant peasants chav chavs scrote minger munter " +
  "dumbarse smartass smartasses wiseass smartarse badass jackoff schmuck schmucks putz schlub dumbshit " +
  "bullshitter bullshitters bs-er ignoramus ignoramuses illiterate illiterates dropout scammer scammers grifter " +
  "grifters conartist snake-oil pissant pissants twatwaffle cumstain cockwomble wankstain thundercunt " +
  "shitgibbon shitlord asslicker kissass buttmunch butthead buttheads butthole buttface knobjockey spunkbucket " +
  "scuzzball sleaze sleazy tool tools blob potato turnip dinosaur fossil geezer codger coot crone witch witches " +
  "vulture vultures hyena hyenas jackal jackals rodent rodents insect insects bug pest pests plague cancer " +
  "disease virus tumor tumour scourge menace";

/** What is done to bodies. */
const VIOLENCE =
  "kill kills killed killing murder murders murdered murdering slay slaughter slaughtered slaughtering butcher " +
  "butchered massacre exterminate exterminated exterminating extermination annihilate annihilated eradicate " +
  "eradicated eliminate genocide holocaust cleanse purge execute executed execution hang hanged hanging hung " +
  "lynch lynched lynching behead beheaded beheading decapitate decapitated guillotine shoot shooting shot gun " +
  "gunned bullet bullets stab stabbed stabbing knife slit throat throats strangle strangled strangling choke " +
  "choked choking suffocate drown drowned drowning burn burned burning burnt torch ignite gas gassed gassing " +
  "bomb bombed bombing nuke nuked explode blast poison poisoned beat beaten beating punch punched punching " +
  "smash smashed bash bashed bashing crush crushed break breaking hit smack smacked slap slapped kick kicked " +
  "kicking stomp stomped whip whipped thrash maim mutilate mutilated torture tortured torturing skin skinned " +
  "flay impale crucify crucified castrate castrated neuter sterilize sterilized rape raped raping rapes molest " +
  "assault assaulted attack attacked hurt hurting harm injure hunt hunted deport deported expel banish imprison " +
  "jail enslave slave slavery shove ram";

/** Swear words and parts of the body that serve as such. */
const SWEARING =
  "fuck fucks fucked fucker fuckers fucking fuckin fuckup fuckery fuckoff fu fuk stfu gtfo wtf wth lmfao omfg " +
  "ffs fml af asf mf mofo shits shitty shitting shitted shat shite shithole shitshow shitload shitpost bullshit " +
  "bullshitting horseshit batshit apeshit dogshit chickenshit crappy crapped crapping damn damned dammit damnit " +
  "goddamn goddammit hell pissed pissing pisses pissoff arsed cock cocks tit tits titties titty boob boobs " +
  "bollocks bollock buggers buggered buggering bloody wank wanking wanked cum cums cumming jizz spunk dildo " +
  "dildos boner boners blowjob blowjobs bj handjob rimjob deepthroat gangbang orgy orgies penis penises vagina " +
  "vaginas anus anal balls ballsack nutsack scrotum testicles clit clitoris labia cooch coochie cooter muff " +
  "fanny minge snatch schlong pecker weiner wiener dong boobies nipple nipples butt butts buttocks booty poo " +
  "poopy pee peed fart farts farting farted suck sucks sucked sucking sucker suckers blow blows screw screwed " +
  "screwing screws hump humping humped bang banging bonk shag shagging shagged porn porno horny slutty " +
  "masturbate masturbating masturbation sodomize sodomy buttfuck buttsex fist fisting bitching bitchy bitchass " +
  "motherfucking cocksucking";

/** Adjectives said of people to degrade them. */
const DEGRADING =
  "stupid stupider stupidest dumb dumber dumbest idiotic moronic imbecilic asinine brainless mindless witless " +
  "clueless thoughtless senseless empty-headed thick dense dim slow-witted dimwitted half-witted simple-minded " +
  "feebleminded ignorant uneducated uninformed naive gullible delusional deluded deranged demented unhinged " +
  "insane crazy mental mad nutty bonkers wacky psychotic schizo retarded braindead brain-dead brainwashed sick " +
  "twisted warped perverted depraved disgusting gross revolting repulsive repugnant vile nauseating sickening " +
  "foul filthy dirty nasty rotten putrid stinking stinky smelly slimy greasy creepy ugly hideous fat obese bald " +
  "wrinkled scrawny pathetic pitiful pitiable miserable sad sorry wretched worthless useless hopeless helpless " +
  "lousy pissy cheap lazy idle weak spineless gutless cowardly craven timid wimpy effeminate feckless inept " +
  "incompetent incapable bungling clumsy bumbling lame boring dull insipid inane vapid shallow vacuous petty " +
  "childish infantile immature juvenile bratty spoiled whiny whining sniveling snivelling hysterical catty " +
  "shrill shrewish nagging arrogant pompous smug conceited stuck-up snobby snobbish pretentious self-righteous " +
  "sanctimonious holier-than-thou condescending patronizing obnoxious insufferable annoying irritating pesky " +
  "rude boorish uncouth crude vulgar crass loudmouthed bigoted misogynistic homophobic xenophobic hateful " +
  "spiteful vindictive venomous malicious mean cruel heartless callous ruthless evil wicked sinister vicious " +
  "barbaric brutal inhuman dishonest deceitful lying two-faced hypocritical crooked corrupt shady treacherous " +
  "traitorous disloyal backstabbing greedy selfish self-centered self-absorbed narcissistic egotistical vain " +
  "ungrateful entitled shameless disgraceful shameful despicable contemptible detestable loathsome abhorrent " +
  "abominable atrocious appalling horrible horrid awful terrible dreadful godawful ghastly laughable ridiculous " +
  "ludicrous absurd preposterous nonsensical silly goofy dopey daft barmy unintelligent backward primitive " +
  "uncivilized godless heathen inferior lowly trashy whorish promiscuous frigid senile decrepit ancient " +
  "irrelevant washed-up has-been talentless toxic pigheaded pig-headed bullheaded stubborn obtuse boneheaded " +
  "wrongheaded goddamned goddam friggin frigging freakin freaking effing sodding bleeding cussed";

/** Words in which harm is wished. */
const ILL_WISHES =
  "die dies died dead death deaths dying perish suffer suffering rot rotting damnation grave coffin suicide kys " +
  "aids ebola covid hopefully deserve deserves deserved hope wish wishes regret pay";

/** Words of these parts are worth disguising, even where no text of the data holds them. */
export const HIDDEN_WORDS: readonly string[] = [SLURS, INSULTS, SWEARING, DEGRADING].flatMap((words) =>
  words.split(" "),
);

const CLASSES = [SLURS, INSULTS, VIOLENCE, SWEARING, DEGRADING, ILL_WISHES];
const classes = new Map(
  CLASSES.flatMap((words, i) => words.split(" ").map((word): [number, number] => [hashString(word), i + 1])),
);

/** The class of the token with this hash, from 1; 0 for the many words that have none. */
export const wordClass = (hash: number): number => classes.get(hash) ?? 0;
