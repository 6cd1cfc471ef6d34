import { describe, expect, test } from "@jest/globals";
import { scoreText } from "../../server/scoring/local/local.ts";
import { contrastExamples } from "../../server/scoring/local/train/contrast.ts";

/** Sentences that name a group and harm nobody. None of them, nor its frame, is in training; frames near some of them are. */
const HARMLESS = `
Muslims are welcome here
my gay son got married
I am a black woman
My daughter is a lesbian and her wedding was beautiful.
The rabbi and the imam spoke together about the flood relief.
As a trans man I have mixed feelings about this ruling.
Our Sikh neighbours brought food to the whole street.
Black history month events start on Friday at the library.
Two women and a man were rescued from the lake.
I grew up with Mexican food and still cook it every week.
Immigrants founded half the shops in this town.
Why do so few Asian actors get leading roles?
The bishop apologised to the gay couple.
White working class boys do worst at school, the study says.
I converted to Islam ten years ago and my family came around.
A blind student won the chess tournament.
Christians and Muslims here celebrate each other's holidays.
Refugees from Syria opened a bakery next to ours.
There is nothing wrong with being gay.
Jews have lived in this city for six hundred years.
We love our gay uncles.
Disabled people want ramps, not pity.
My husband is Nigerian and he votes conservative.
Women deserve equal pay.
Old people vote more than young people.
I'm a straight man and I like musicals.
The Hindu temple was repaired last year.
Is the new pastor black or Hispanic?
How can I help refugees in my area?
She is the first Muslim judge in the state.
Atheists, Jews and Catholics all signed the letter.
Our imam drives the number nine bus.
The lesbian choir sings on Sunday.
My grandfather came here from Poland as a refugee.
Ramadan starts next week, so the canteen closes early.
A deaf poet opened the festival with a piece in sign language.
Transgender athletes are mentioned on page nine of the report.
Half of my class is Turkish and we get on fine.
I'm an old white guy and I loved this concert.
The museum shows how Native Americans lived on this river.
Indian doctors kept the clinic open during the pandemic.
Both of my moms came to the graduation.
He married an African woman he met in Lisbon.
Thanks to the young people who cleaned the beach.
Catholic schools start a week later this year.
Where do Somali families in this district go shopping?
An elderly Jewish man told us about his childhood.
The queer film festival sold out in an hour.
Congratulations to the women's team on the title!
Blind users cannot read this page with a screen reader.
`
  .trim()
  .split("\n");

describe("a plain mention of a group", () => {
  test.each(HARMLESS)("is no attack on it: %s", (text) => {
    expect(scoreText(text).scores.IDENTITY_ATTACK).toBeLessThan(0.1);
  });

  test("was not learned from these sentences", () => {
    const trained = new Set(contrastExamples(1).train.map(({ text }) => text.toLowerCase()));
    expect(HARMLESS).toHaveLength(50);
    expect(HARMLESS.filter((text) => trained.has(text.toLowerCase()))).toEqual([]);
  });
});
