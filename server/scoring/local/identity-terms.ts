import { hashString } from "./hash.ts";

/** Names of groups, in plain use. Slurs do not belong here: they are words to learn. */
const TERMS =
  "gay gays lesbian lesbians bisexual bisexuals transgender transgendered trans transgenders transsexual transsexuals queer lgbt " +
  "lgbtq lgbtqia homosexual homosexuals homosexuality heterosexual heterosexuals straight nonbinary enby intersex asexual " +
  "black blacks white whites brown asian asians latino latinos latina latinas latinx hispanic hispanics african africans mexican " +
  "mexicans chinese indian indians japanese korean koreans vietnamese filipino filipinos pakistani pakistanis american americans " +
  "canadian canadians european europeans british english irish scottish welsh french german germans russian russians polish " +
  "italian italians spanish turkish turks turk kurd kurds kurdish ukrainian ukrainians romanian romanians nigerian nigerians " +
  "somali somalis syrian syrians iranian iranians iraqi iraqis afghan afghans israeli israelis palestinian palestinians arab arabs " +
  "arabic persian persians roma romani native natives aboriginal aboriginals indigenous eastern western " +
  "jew jews jewish judaism muslim muslims moslem moslems islam islamic christian christians christianity catholic catholics " +
  "protestant protestants evangelical evangelicals mormon mormons buddhist buddhists hindu hindus sikh sikhs taoist taoists atheist " +
  "atheists atheism immigrant immigrants migrant migrants refugee refugees foreigner foreigners " +
  "woman women man men female females male males girl girls boy boys lady ladies feminist feminists feminism " +
  "old older elder elderly young younger teenage teenager teenagers millenial millenials millennial millennials boomer boomers " +
  "disabled disability blind deaf paralyzed paralysed autistic autism wheelchair dwarf dwarfs";

export const IDENTITY_TERMS: readonly string[] = TERMS.split(" ");
const hashes = new Set(IDENTITY_TERMS.map((term) => hashString(term)));

/** Whether the token with this hash names a group. */
export const isIdentityTerm = (hash: number): boolean => hashes.has(hash);
