/** The API's documentation: Swagger UI from this server's own files, nothing from elsewhere. */
export function docsPage(): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Replydesk API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<div id="docs"></div>
<noscript>The API is described at <a href="/openapi.json">/openapi.json</a>.</noscript>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;
}

export function docsScript(): string {
  return `SwaggerUIBundle({ url: "/openapi.json", dom_id: "#docs", deepLinking: true, displayRequestDuration: true, defaultModelsExpandDepth: 0, validatorUrl: null, tryItOutEnabled: true });\n`;
}
