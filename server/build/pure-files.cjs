/** The server's files that a browser may load: shapes and words only. They may import zod and each other. */
exports.PURE =
  "^server/([^/]+/(contract|definition|settings)|languages/name|endpoint|permissions|paging|errors)\\.ts$";
