/** Letters of other scripts, and signs, that are read as Latin ones. Accents need no entry: they decompose. */
const DRAWN_LIKE: Record<string, string> = {
  a: "аαɑᴀⱥɐλΛ∀ᎪꓮӑꞺᗩᗅ𐊠",
  b: "вьъƅʙ฿ƀɓβбᏼꓐᗷᏏᖯꞴ𐊂𐊡𐌁",
  c: "сᴄϲⅽ¢ƈȼↄɔ©ᏟꓚᑕϾⲥꮯ𐐽Ⲥ𐊢𐌂𐐕𐔜",
  d: "ԁᴅđɗժδᎠꓓᗪᏧᑯꓒᗞ",
  e: "еєεɛҽəɘǝᴇ℮∑ᎬꓰЭэξꬲ⋿ⴹ𐊆",
  f: "ƒғꜰϝſꓝꬵꞙẝք𝈓Ꞙᖴ𐊇𐊥𐔥",
  g: "ɡɢցǥᏀꓖᶃƍԌᏳ",
  h: "һнʜհħᎻꓧᏂⲎᕼ𐋏",
  i: "іıɩɪιᎥꓲ¡ꙇꭵ",
  j: "јᴊʝᎫꓙϳͿᒍ",
  k: "кκᴋƙᏦꓗⲔ𐔘",
  l: "ⅼłʟℓӏƚɭᏞꓡǀⲒ𝈪Ⳑᒪ𐐛𐔦",
  m: "мᴍʍᎷꓟ₥ϺⲘᗰ𐊰𐌑",
  n: "пηɴռŋиᑎꓠ₦ոⲚ𐔓",
  o: "оοσᴏøօөθʘΟ०০๐○●◯Øꓳᴑꬽⲟჿ𐓪𐐬Ⲟⵔ𐓂𐊒𐊫𐐄𐔖⭕",
  p: "рρᴘþᏢꓑ₱ⲣⲢᑭ𐊕",
  q: "ԛգϙզⵕ",
  r: "гʀяɾ®ᎡᏒꓣꭇꭈᴦⲅꮁ𝈖𐒴ᖇ",
  s: "ѕꜱʂ§ᏚꓢЅƽꮪ𐑈ՏᏕ𐊖𐐠",
  t: "тτᴛŧ†ᎢꓔŦ⊤⟙Ⲧ𐊗𐊱𐌕",
  u: "υᴜսцʉμᑌꓴꞟꭎꭒʋ𐓶∪⋃𐓎",
  v: "νѵᴠᏙꓦ√∨⋁ꮩ𝈍ⴸᐯꛟ𐔝",
  w: "ωԝᴡшщѡᎳꓪ₩ɯաꮃᏔ",
  x: "хχж×ꓫ᙮⤫⤬⨯ᕁᕽ᙭╳𐌢ꞳⲬⵝ𐊐𐊴𐌗𐔧❌✖╳",
  y: "уүγʏұ¥ꓬɣᶌỿꭚყⲨᎩᎽ𐊲",
  z: "ᴢʐƶᏃꓜꮓ𐋵Ζ",
  ae: "æ",
  oe: "œ",
  ss: "ß",
  3: "з",
  "'": "’‘ʼ`´′ʹ",
  '"': "“”„«»″",
  "-": "‐‑‒–—―−",
  "!": "❗❕",
  "*": "✱∗⁎٭✳█▓▒■◼⬛",
  $: "💲",
  ab: "🆎",
  cl: "🆑",
  ".": "•·∙⋅∘‧",
};

function table(): Map<string, string> {
  const map = new Map<string, string>();
  for (const [read, signs] of Object.entries(DRAWN_LIKE)) for (const sign of signs) map.set(sign, read);
  // Flags' letters, and the white-on-black letters that compatibility folding leaves alone.
  for (let i = 0; i < 26; i++) {
    const letter = String.fromCharCode(97 + i);
    for (const first of [0x1f1e6, 0x1f150, 0x1f170]) map.set(String.fromCodePoint(first + i), letter);
  }
  return map;
}

export const LOOK_ALIKES: ReadonlyMap<string, string> = table();
