/** Two plain pages that say what is here, for a centre whose pages were not built. */
const page = (title: string, body: string): string => `<!doctype html>
<html lang="zh-Hant"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>body{font:16px/1.6 "Noto Sans TC",sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1c2321}
td{padding:.1rem 1rem .1rem 0;vertical-align:top}code{font-size:.95em}</style></head>
<body><h1>${title}</h1>
${body}
</body></html>
`;

export const plainPublicPage = page(
  '口罩庫存公開資料 Mask stock, open data',
  `<p>各藥局與衛生所的口罩存量，最遲五秒更新。<br>
The stock of every pharmacy and health station, at most five seconds behind the counters.</p>
<ul><li><a href="/opendata/maskdata.csv">maskdata.csv</a> 七欄 CSV · seven columns, UTF-8</li>
<li><a href="/opendata/points.json">points.json</a> GeoJSON</li>
<li><a href="/api/v1/openapi.json">/api/v1</a> JSON, OpenAPI 3.1</li></ul>
<p>查詢頁面尚未建置。 The look-up page is not built here: <code>npm run build</code> makes it.</p>
<p>Ask again with the <code>ETag</code> that you were given; compressed answers are ready.</p>`,
);

const requests: readonly (readonly [string, string])[] = [
  ['GET /outlets', 'stock, selling state, last heard, unsent'],
  ['POST /outlets', "the authority's CSV; answered by a report of what was not taken and why"],
  ['GET /conflicts', 'over-quota pairs with both sides: <code>?state=all</code>, <code>?after=</code>'],
  ['GET, POST /deliveries', 'announced and received: <code>{outlet, day, pieces, note}</code>'],
  ['POST /allotments', 'to many, once: <code>{commandId, day, pieces, outlets, note}</code>'],
  ['POST /messages', 'to the counters: <code>{commandId, to, urgency, text}</code>'],
  ['GET, POST /policies', '<code>{pack, effective}</code> is signed and announced'],
  ['POST /codes', 'a one-time code for a till: <code>{outlet}</code>'],
  ['GET /tills, POST /tills/revoke', '<code>{outlet, tillId}</code>'],
  ['GET, POST /access, DELETE /access/NAME', '<code>{name, role, scope}</code> is answered by a token'],
  ['POST /carried', 'the file of a till without a line; answered by the file that goes back'],
];

export const plainAdminPage = page(
  '中央管理介面 Administration',
  `<p>中央的管理以 API 進行，權杖由主管機關核發。<br>
The centre is administered by an API under <code>/admin/api</code>, in JSON, with
<code>Authorization: Bearer</code> and a token that the authority gives out, for the country, a county, a chain or an
outlet. The commands at the centre's machine use the same API: <code>npm run central -- code OUTLET</code>.</p>
<table>${requests.map(([what, why]) => `<tr><td><code>${what}</code></td><td>${why}</td></tr>`).join('\n')}</table>`,
);
