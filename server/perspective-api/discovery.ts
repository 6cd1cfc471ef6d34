const string = { type: "string" };
const boolean = { type: "boolean" };
const number = { type: "number", format: "float" };
const integer = { type: "integer", format: "int32" };
const ref = (name: string): object => ({ $ref: name });
const arrayOf = (items: object): object => ({ type: "array", items });
const mapOf = (additionalProperties: object): object => ({ type: "object", additionalProperties });

const SCORE_TYPE = {
  type: "string",
  enum: ["SCORE_TYPE_UNSPECIFIED", "PROBABILITY", "STD_DEV_SCORE", "PERCENTILE", "RAW"],
};
const TEXT_TYPE = { type: "string", enum: ["TEXT_TYPE_UNSPECIFIED", "PLAIN_TEXT", "HTML"] };

/** Every message, by the names under which Perspective's own document has them. */
const MESSAGES: Record<string, Record<string, object>> = {
  TextEntry: { text: string, type: TEXT_TYPE },
  ArticleAndParentComment: { article: ref("TextEntry"), parentComment: ref("TextEntry") },
  Context: { entries: arrayOf(ref("TextEntry")), articleAndParentComment: ref("ArticleAndParentComment") },
  AttributeParameters: { scoreType: SCORE_TYPE, scoreThreshold: number },
  Score: { value: number, type: SCORE_TYPE },
  SpanScore: { begin: integer, end: integer, score: ref("Score") },
  AttributeScores: { summaryScore: ref("Score"), spanScores: arrayOf(ref("SpanScore")) },
  AnalyzeCommentRequest: {
    comment: ref("TextEntry"),
    context: ref("Context"),
    requestedAttributes: mapOf(ref("AttributeParameters")),
    spanAnnotations: boolean,
    languages: arrayOf(string),
    doNotStore: boolean,
    clientToken: string,
    sessionId: string,
    communityId: string,
  },
  AnalyzeCommentResponse: {
    attributeScores: mapOf(ref("AttributeScores")),
    languages: arrayOf(string),
    detectedLanguages: arrayOf(string),
    clientToken: string,
  },
  SuggestCommentScoreRequest: {
    comment: ref("TextEntry"),
    context: ref("Context"),
    attributeScores: mapOf(ref("AttributeScores")),
    languages: arrayOf(string),
    communityId: string,
    clientToken: string,
    sessionId: string,
  },
  SuggestCommentScoreResponse: {
    clientToken: string,
    requestedLanguages: arrayOf(string),
    detectedLanguages: arrayOf(string),
  },
};

const schemas = Object.fromEntries(
  Object.entries(MESSAGES).map(([id, properties]) => [id, { id, type: "object", properties }]),
);

const method = (verb: string, message: string): object => ({
  id: `commentanalyzer.comments.${verb}`,
  path: `v1alpha1/comments:${verb}`,
  flatPath: `v1alpha1/comments:${verb}`,
  httpMethod: "POST",
  parameters: {},
  parameterOrder: [],
  request: { $ref: `${message}Request` },
  response: { $ref: `${message}Response` },
});

/** The discovery document (Google API Discovery v1) from which Google's client libraries make a client. `rootUrl` ends with a slash. */
export function discoveryDocument(rootUrl: string): object {
  return {
    kind: "discovery#restDescription",
    discoveryVersion: "v1",
    id: "commentanalyzer:v1alpha1",
    name: "commentanalyzer",
    version: "v1alpha1",
    revision: "20260101",
    title: "Perspective-compatible comment analyzer",
    description: "Scores comments as the Perspective Comment Analyzer API did.",
    ownerName: "Replydesk",
    protocol: "rest",
    rootUrl,
    baseUrl: rootUrl,
    servicePath: "",
    basePath: "",
    fullyEncodeReservedExpansion: true,
    parameters: {
      alt: { type: "string", location: "query", enum: ["json"], default: "json" },
      key: { type: "string", location: "query", description: "An API key of a site." },
    },
    resources: {
      comments: {
        methods: {
          analyze: method("analyze", "AnalyzeComment"),
          suggestscore: method("suggestscore", "SuggestCommentScore"),
        },
      },
    },
    schemas,
  };
}
