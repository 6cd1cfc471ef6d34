export interface LandingLinks {
  demo?: string;
  desk?: string;
  docs?: string;
}

/** The page at `/`: where to go from here. It uses /demo.css only. */
export function landingPage({ demo = "/demo", desk = "/desk", docs = "/docs" }: LandingLinks = {}): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Replydesk</title>
<link rel="icon" href="/desk/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/demo.css">
</head>
<body class="landing">
<main>
<h1><img src="/desk/mark.svg" width="38" height="38" alt="">Replydesk</h1>
<p class="standfirst">Readers reply, every reply is scored, and what needs a person waits at the desk.</p>
<ul>
<li><a href="${demo}">The demo article</a><p>A newspaper’s story that ends in the comments, as a reader meets them.</p></li>
<li><a href="${desk}">The desk</a><p>Where moderators see what is held, why it is held, and decide.</p></li>
<li><a href="${docs}">The API</a><p>Every call with its shapes and errors, to try from the page.</p></li>
</ul>
</main>
</body>
</html>
`;
}
