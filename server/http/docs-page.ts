/** The API's documentation: Swagger UI from this server's own files, nothing from elsewhere. */
export function docsPage(): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Replydesk API</title>
<link rel="icon" href="/desk/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="stylesheet" href="/docs/docs.css">
</head>
<body>
<header class="top">
<a class="brand" href="/"><img src="/desk/mark.svg" width="24" height="24" alt="">Replydesk</a>
<a href="/demo">Demo article</a>
<a href="/desk">Desk</a>
<a href="/openapi.json">openapi.json</a>
</header>
<main id="docs"></main>
<noscript>The API is described at <a href="/openapi.json">/openapi.json</a>.</noscript>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;
}

export function docsScript(): string {
  return `const system = matchMedia("(prefers-color-scheme: dark)");
const settle = () => document.documentElement.classList.toggle("dark-mode", system.matches);
settle();
system.addEventListener("change", settle);
SwaggerUIBundle({ url: "/openapi.json", dom_id: "#docs", deepLinking: true, displayRequestDuration: true, defaultModelsExpandDepth: 0, validatorUrl: null, tryItOutEnabled: true });\n`;
}
