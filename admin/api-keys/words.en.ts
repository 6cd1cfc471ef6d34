export const en = {
  title: "API keys",
  about:
    "For programs of <site/> that ask for scores, by the address that the Perspective API had: <code>{{address}}</code>",
  make: "Make a key",
  makeIt: "Make",
  failed: "The keys could not be loaded",
  loading: "Loading the keys.",
  none: "No program has a key yet",
  noneWords: "Make one for each program that asks for scores, so that you can end one without the others.",
  secret: "The key",
  secretWords:
    "The program sends it as ?key= or in the header x-goog-api-key. Keep it now: it is not shown again.",
  program: "The program that will use it",
  limit: "Texts a minute, at most",
  limited_one: "ends in <code>{{ending}}</code> · {{count, number}} text a minute",
  limited_other: "ends in <code>{{ending}}</code> · {{count, number}} texts a minute",
  used: "used <when/>",
  notUsed: "not used yet",
  revoke: "Revoke",
  revoked: "Key revoked.",
  revokeTitle: "Revoke this key?",
  revokeWords: "{{name}} will be refused from now on. A revoked key cannot be brought back.",
} as const;
