import { HONEST_WORDS } from "../honest-words.ts";

/**
 * What fills the slots of the contrast sentences. P: people of a group, A: a group as adjective, N: insulting noun, B:
 * degrading adjective, G: kind adjective, J: occupation, T: topic of the news, W: honest words that hold rude ones.
 */
export const SLOTS: Record<string, readonly string[]> = {
  P: "gay people|trans people|black people|white people|asians|mexicans|jews|jewish people|muslims|christians|catholics|atheists|immigrants|refugees|women|men|old people|disabled people|deaf students|blind people|young people|foreigners|arabs|lesbians|girls|african families|hindus|sikhs|latinos".split(
    "|",
  ),
  A: "gay|lesbian|bisexual|trans|queer|straight|black|white|asian|latino|african|mexican|chinese|indian|jewish|muslim|christian|catholic|hindu|atheist|american|canadian|arab|immigrant|female|male|old|young|disabled|blind|deaf|elderly".split(
    "|",
  ),
  N: "idiot|moron|fool|imbecile|clown|loser|coward|liar|bigot|jerk|twit|buffoon|hypocrite|scumbag|asshole|bitch|bastard|dick|piece of garbage|piece of shit|waste of space|waste of oxygen|sorry excuse for a human being|disgrace to this town|worm|pig|rat|parasite|creep|nutcase|dimwit|simpleton|crybaby|degenerate|fraud|troll|lowlife|dumbass|cretin|halfwit|snake".split(
    "|",
  ),
  B: "stupid|dumb|disgusting|vile|ugly|filthy|pathetic|worthless|useless|rotten|nasty|repulsive|horrible|brainless|spineless|clueless|ignorant|moronic|idiotic|revolting|miserable|deranged|contemptible|loathsome|retarded|fat|smelly|gross|evil|awful|hideous|despicable|braindead|fucking|sick|twisted|inferior|subhuman".split(
    "|",
  ),
  G: "kind|lovely|generous|brave|gracious|friendly|thoughtful|honest|wise|warm|gentle|talented|wonderful|patient|funny|clever|decent|polite|helpful|charming|great|nice|fun|excellent|proud|happy|brilliant|sweet".split(
    "|",
  ),
  J: "teacher|nurse|reporter|driver|mayor|doctor|lawyer|farmer|student|painter|coach|editor|plumber|judge|baker|engineer|pilot|writer|neighbour|colleague|cyclist|councillor|player|referee|singer".split(
    "|",
  ),
  T: "budget|new bus lane|school plan|tax rise|stadium|report|election|bill|hospital merger|climate plan|housing policy|trial|strike|interview|redesign|parking scheme|vaccine rollout|match|ruling|article".split(
    "|",
  ),
  W: HONEST_WORDS,
};
