/** The part of perspective-api-client 3.1 that is used here; the package has no types of its own. */
declare module "perspective-api-client" {
  class ResponseError extends Error {
    constructor(message: string, response?: { status: number });
    response?: { status: number };
  }
  class Perspective {
    static readonly ResponseError: typeof ResponseError;
    constructor(options: { apiKey: string });
    getAnalyzeCommentPayload(
      text: string,
      options: { attributes: string[]; stripHTML: boolean; truncate: boolean; doNotStore: boolean },
    ): { comment: { text: string }; requestedAttributes: Record<string, object>; doNotStore: boolean };
  }
  export = Perspective;
}
