import { hashString } from "./hash.ts";

/** Places, names, animals and things whose letters hold a rude word. The model reads them whole, never in pieces. */
const WORDS =
  "scunthorpe penistone essex sussex middlesex wessex cockburn hancock babcock woodcock dickens dickinson dickson moby shiitake " +
  "shitake assassin assassins assassinate assassinated assassination class classes classic classical classified classroom cockpit " +
  "peacock peacocks cocktail cocktails cockatoo cockroach cockney shuttlecock weathercock cocker arsenal arsenic analysis analyst " +
  "analysts analyse analyze analog analogue analogy canal clitheroe titanic title titles titan titans constitution constitutional " +
  "institution document documents documentary circumstance circumstances circumcision cumulative cucumber accumulate basement " +
  "grape grapes drape drapes scrape scrapes skyscraper therapist therapists therapy scrap scraps scrapped skill skills skilled " +
  "painkiller painkillers overkill buzzkill nigeria nigerian niger montenegro pussycat saltwater wristwatch swatch fukushima fuchs " +
  "retardant raccoon raccoons tycoon tycoons cocoon cocoons buttress butter butterfly button buttons assessment assess assessed " +
  "assessor passing passage passenger passengers passion passport bypass compass embarrass embarrassed embarrassing embarrassment " +
  "bassist bass mass massive massage ambassador harass harassed harassment asset assets assist assistance assistant associate " +
  "association assume assumed assumption assure assured assemble assembly assign assigned assignment grass brass glass hitchcock " +
  "titmouse titular tithe hoe shoe shoes phoenix michelle hello shell shells shellfish niggardly snigger sniggering snicker spice " +
  "spices spicy spick conspicuous suspicion suspicious auspicious hospice homogeneous dyke dykes vandyke thigh " +
  "matsushita wankel swank twitter evaluate saturn uranus sextant sextet unisex sexton bitcoin " +
  "habit rabbit orbit arbiter exorbitant pakistan pakistani therapeutic parachute chinks chinking wink twinkle link drink drinks " +
  "medieval diet studied indie soldier audience ingredients hospital capital manure maniac " +
  "killjoy kilogram kilometre gaylord nightgown tatami wattage scumble dampen damper amsterdam fundamental condiment";

export const HONEST_WORDS: readonly string[] = [...new Set(WORDS.split(" "))];
const hashes = new Set(HONEST_WORDS.map((word) => hashString(word)));

/** Whether the token with this hash is a word that only looks rude in parts. */
export const isHonestWord = (hash: number): boolean => hashes.has(hash);
