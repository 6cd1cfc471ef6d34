/** Letters of other scripts, and signs, that are read as Latin ones. Accents need no entry: they decompose. */
const DRAWN_LIKE: Record<string, string> = {
  a: "аαɑᴀⱥɐλΛ∀ᎪꓮӑꞺᗩ",
  b: "вьъƅʙ฿ƀɓβбᏼꓐᗷ",
  c: "сᴄϲⅽ¢ƈȼↄɔ©ᏟꓚᑕϾ",
  d: "ԁᴅđɗժδᎠꓓᗪ",
  e: "еєεɛҽəɘǝᴇ℮∑ᎬꓰЭэξ",
  f: "ƒғꜰϝſꓝ",
  g: "ɡɢցǥᏀꓖ",
  h: "һнʜհħᎻꓧ",
  i: "іıɩɪιᎥꓲ¡",
  j: "јᴊʝᎫꓙ",
  k: "кκᴋƙᏦꓗ",
  l: "ⅼłʟℓӏƚɭᏞꓡ",
  m: "мᴍʍᎷꓟ₥",
  n: "пηɴռŋиᑎꓠ₦",
  o: "оοσᴏøօөθʘΟ०০๐○●◯Øꓳ",
  p: "рρᴘþᏢꓑ₱",
  q: "ԛգϙ",
  r: "гʀяɾ®ᎡᏒꓣ",
  s: "ѕꜱʂ§ᏚꓢЅ",
  t: "тτᴛŧ†ᎢꓔŦ",
  u: "υᴜսцʉμᑌꓴ",
  v: "νѵᴠᏙꓦ√",
  w: "ωԝᴡшщѡᎳꓪ₩",
  x: "хχж×ꓫ",
  y: "уүγʏұ¥ꓬ",
  z: "ᴢʐƶᏃꓜ",
  ae: "æ",
  oe: "œ",
  ss: "ß",
  3: "з",
  "'": "’‘ʼ`´′ʹ",
  '"': "“”„«»″",
  "-": "‐‑‒–—―−",
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
