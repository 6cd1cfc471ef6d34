import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { detectLanguage } from "../../server/languages/detect.ts";
import { languageName } from "../../server/languages/name.ts";

test.each([
  ["de", "Ich finde, die Brücke hätte man schon vor zehn Jahren bauen müssen."],
  ["de", "Das ist doch völliger Unsinn, was der Minister da erzählt."],
  ["fr", "Je suis d'accord avec vous, ce pont est une catastrophe."],
  ["es", "Otra vez lo mismo, los políticos no hacen nada por la gente."],
  ["it", "Ma che schifo di governo, sempre le stesse promesse."],
  ["pt", "Mais uma vez quem paga somos nós, os contribuintes."],
  ["nl", "Wat een onzin, de brug had al jaren geleden klaar moeten zijn."],
  ["pl", "Znowu to samo, politycy kłamią i nic nie robią."],
  ["sv", "Det här är ju helt galet, vem ska betala för bron?"],
  ["tr", "Yine aynı şey, politikacılar hiçbir şey yapmıyor."],
  ["ru", "Опять одно и то же, политики врут и ничего не делают."],
  ["ar", "مرة أخرى نفس الكلام والحكومة لا تفعل شيئا"],
  ["ja", "また同じことの繰り返しで、政府は何もしない。"],
  ["zh", "这篇文章写得很好，谢谢。"],
  ["ko", "또 똑같은 이야기네요, 정부는 아무것도 안 합니다."],
])("it is %s: %s", async (language, text) => {
  expect(await detectLanguage(text)).toBe(language);
});

test.each([
  "The bridge should have been open years ago.",
  "WHO IS GOING TO PAY FOR THIS??? NOT ME!!!",
  "lmao u mad bro, gonna cry about it",
  "yall dont kno wat ur talkin bout smh",
  "Angela Merkel and Emmanuel Macron met the Bundesbank in Frankfurt am Main.",
  "Thier wrting is teh wrost ive evr seeen",
  "You are a f*cking 1d10t and everybody knows it",
  "уоu аrе а fuсkіng іdіоt аnd еvеrуоnе knоws іt",
  "Y o u  a r e  a n  i d i o t  a n d  y o u  k n o w  i t",
])("it may be English: %s", async (text) => {
  expect([null, "en"]).toContain(await detectLanguage(text));
});

test.each([
  "Genau!",
  "Ja, sicher.",
  "🙇🙇🙇",
  "https://example.com/straße/überall/möglich",
  "@münchen #straße",
  "",
  "1234 5678",
])("nothing is said of %p: it is too short or no language at all", async (text) => {
  expect(await detectLanguage(text)).toBeNull();
});

test("whatever the text, the answer is null or a code that has a name", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", maxLength: 600 }), async (text) => {
      const language = await detectLanguage(text);
      expect(language === null || /^[a-z]{2}$/.test(language)).toBe(true);
      if (language !== null) expect(languageName(language)).not.toBe(language);
    }),
    { numRuns: 300 },
  );
});

test("a code that is none names itself", () => {
  expect(["de", "pt-BR", "xx-nothing-at-all", "%"].map(languageName)).toEqual([
    "German",
    "Brazilian Portuguese",
    "xx-nothing-at-all",
    "%",
  ]);
});
