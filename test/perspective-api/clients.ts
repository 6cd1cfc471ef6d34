import { createRequire } from "node:module";

export type Json = Record<string, unknown>;
export interface Answer {
  status: number;
  // What a client makes of an answer is what the tests look into.
  body: { [name: string]: never } & Json;
}
/** A client of Perspective, pointed at another address. */
export interface PerspectiveClient {
  analyze(request: Json): Promise<Answer>;
  suggestScore: ((request: Json) => Promise<Answer>) | null;
}

// Loaded as Node would, so that each package finds its own copy of what it needs.
const require = createRequire(import.meta.url);

/** What anybody writes by hand. */
export function plainFetch(address: string, key: string): PerspectiveClient {
  const call = (verb: string) => async (request: Json) => {
    const response = await fetch(`${address}/v1alpha1/comments:${verb}?key=${encodeURIComponent(key)}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(request),
    });
    return { status: response.status, body: (await response.json()) as Answer["body"] };
  };
  return { analyze: call("analyze"), suggestScore: call("suggestscore") };
}

/** Google's own: makes its client from the discovery document, as google.discoverAPI of googleapis does with this same class. */
export async function googleDiscovery(address: string, key: string): Promise<PerspectiveClient> {
  const { Discovery } = require("googleapis-common");
  const make = await new Discovery({ debug: false, includePrivate: false }).discoverAPI(
    `${address}/$discovery/rest?version=v1alpha1`,
  );
  const { comments } = make({}, {});
  const call = (verb: string) => async (requestBody: Json) => {
    try {
      const { status, data } = await comments[verb]({ key, requestBody });
      return { status, body: data };
    } catch (error) {
      const { response } = error as { response?: { status: number; data: Answer["body"] } };
      if (!response) throw error;
      return { status: response.status, body: response.data };
    }
  };
  return { analyze: call("analyze"), suggestScore: call("suggestscore") };
}

/** perspective-api-client 3.1, whose address is written into it: its requests are sent elsewhere on their way out. It knows analyze only. */
export function perspectiveApiClient(address: string, key: string): PerspectiveClient {
  const own = createRequire(require.resolve("perspective-api-client"));
  const axios = own("axios");
  axios.interceptors.request.clear();
  axios.interceptors.request.use((config: { url: string }) => {
    config.url = config.url.replace("https://commentanalyzer.googleapis.com", address);
    return config;
  });
  const Perspective = require("perspective-api-client");
  const client = new Perspective({ apiKey: key });
  return {
    suggestScore: null,
    async analyze(request) {
      try {
        const body = await client.analyze(structuredClone(request), {
          stripHTML: false,
          validate: false,
          doNotStore: request.doNotStore,
          attributes: request.requestedAttributes,
        });
        return { status: 200, body };
      } catch (error) {
        const { response } = error as { response?: { status: number; data: Answer["body"] } };
        if (!response) throw error;
        return { status: response.status, body: response.data };
      }
    },
  };
}
