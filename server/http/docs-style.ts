/**
 * What GET /docs/docs.css answers, over Swagger UI's own style: a measure to read in, enough contrast, quiet colours
 * that mean the method, and no choice of server where there is only this one.
 */
export const DOCS_CSS = `
:root { --ink: #1b1c1e; --soft: #575b61; --accent: #2b59c3; --get: #2b59c3; --post: #1f7a45; --change: #8a5a00; --delete: #b3261e; }
html.dark-mode { --ink: #e6e7e8; --soft: #a2a6ac; --accent: #8aabec; }
body { margin: 0; background: #f6f6f4; }
html.dark-mode, html.dark-mode body, html.dark-mode .swagger-ui { background: #17181b; }
.top { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 1.5rem; max-width: 1100px; margin: 0 auto; padding: 1.1rem 20px 0; font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
.top a { color: var(--accent); text-underline-offset: 0.18em; }
.top a.brand { display: flex; align-items: center; gap: 0.55rem; margin-inline-end: auto; color: var(--ink); font-weight: 650; text-decoration: none; }
.swagger-ui :not(code, code *, pre, pre *, .opblock-summary-path, .opblock-summary-path *, .parameter__type, .parameter__in, textarea) { font-family: system-ui, -apple-system, "Segoe UI", Roboto, sans-serif !important; }
.swagger-ui .wrapper { max-width: 1100px; }
.swagger-ui .info { margin: 30px 0 20px; }
.swagger-ui .info hgroup.main > a { display: none; }
.swagger-ui .info .title small pre { color: #fff; }
.swagger-ui .info .title small, .swagger-ui .info .title small.version-stamp { background: #575b61; }
html .swagger-ui .info a, html.dark-mode .swagger-ui .info a { color: var(--accent); }
.swagger-ui .info p, .swagger-ui .info li { max-width: 44rem; margin-inline: 0; font-size: 16px; line-height: 1.55; }
html .swagger-ui .scheme-container, html.dark-mode .swagger-ui .scheme-container { margin: 0 0 18px; padding: 0; background: none; box-shadow: none; }
.swagger-ui .scheme-container .schemes > div:not(.auth-wrapper) { display: none; }
html .swagger-ui .scheme-container .btn.authorize, html.dark-mode .swagger-ui .scheme-container .btn.authorize { border-color: var(--accent); color: var(--accent); }
html .swagger-ui .scheme-container .btn.authorize svg, html.dark-mode .swagger-ui .scheme-container .btn.authorize svg { color: inherit; }
.swagger-ui .opblock .opblock-section-header { flex-wrap: wrap; gap: 8px; height: auto; min-height: 50px; }
.swagger-ui .opblock-section-header .tab-header .tab-item.active h4 span::after { display: none; }
.swagger-ui .try-out { display: flex; flex-wrap: wrap; gap: 8px; }
.swagger-ui .try-out .btn { min-width: 0; margin: 0; padding-inline: 20px; }
.swagger-ui .opblock .opblock-summary-method { min-width: 76px; }
.swagger-ui .opblock.opblock-get .opblock-summary-method { background: var(--get); }
.swagger-ui .opblock.opblock-post .opblock-summary-method { background: var(--post); }
.swagger-ui .opblock.opblock-patch .opblock-summary-method, .swagger-ui .opblock.opblock-put .opblock-summary-method { background: var(--change); }
.swagger-ui .opblock.opblock-delete .opblock-summary-method { background: var(--delete); }
.swagger-ui .opblock .opblock-summary-path { font-size: 15px; line-height: 24px; }
.swagger-ui .opblock .opblock-summary-description { color: var(--soft); font-size: 14px; }
html:not(.dark-mode) .swagger-ui .opblock { background: #fff; border-color: #e2e2de; box-shadow: none; }
html:not(.dark-mode) .swagger-ui .opblock .opblock-summary { border-color: #e2e2de; }
`;
