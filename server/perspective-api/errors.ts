import { AppError } from "../errors.ts";

type ErrorType =
  | "COMMENT_EMPTY"
  | "COMMENT_TOO_LONG"
  | "NO_REQUESTED_ATTRIBUTES"
  | "LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE"
  | "INVALID_REQUEST";

/** A refusal in Perspective's words. `details` is what Google's error shape carries beside them. */
function refusal(message: string, errorType: ErrorType, more: object = {}): AppError {
  return new AppError("invalid", message, {
    details: [{ "@type": "type.googleapis.com/google.commentanalyzer.v1alpha1.Error", errorType, ...more }],
  });
}

export const commentEmpty = (): AppError => refusal("Comment must be non-empty.", "COMMENT_EMPTY");

export const commentTooLong = (): AppError => refusal("Comment text too long.", "COMMENT_TOO_LONG");

export const noRequestedAttributes = (): AppError =>
  refusal("Missing requested_attributes", "NO_REQUESTED_ATTRIBUTES");

export const unknownAttribute = (name: string): AppError =>
  refusal(`Unknown requested attribute: ${name}`, "INVALID_REQUEST");

export const invalidRequest = (message: string): AppError => refusal(message, "INVALID_REQUEST");

/** `requested`: the languages that the client gave; `detected`: those that were found in the text. */
export function languageNotSupported(attribute: string, requested: string[], detected: string[]): AppError {
  const languages = requested.length > 0 ? requested : detected;
  return refusal(
    `Attribute ${attribute} does not support request languages: ${languages.join(", ")}`,
    "LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE",
    {
      languageNotSupportedByAttributeError: {
        ...(requested.length > 0 && { requestedLanguages: requested }),
        detectedLanguages: detected,
        attribute,
      },
    },
  );
}
