// Her records as a page of its own: opens in any browser, needs no network, loads nothing.
import type { Lang } from '@shared/domain/day'
import type { ExportFacts, ExportPart } from './export-facts'

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark)

const STYLE = `body{margin:0 auto;max-width:720px;padding:32px 20px 64px;background:#f6f8f7;color:#16211d;
font:16px/1.6 -apple-system,"PingFang SC","Noto Sans SC","Microsoft YaHei",sans-serif}
h1{text-wrap:balance;font-size:24px;line-height:1.4;margin:0}h2{font-size:18px;margin:40px 0 12px}h3{font-size:16px;margin:0}
p{margin:4px 0;color:#5a6a64}section{margin:0 0 12px;padding:16px 20px;border:1px solid #e3e9e6;border-radius:10px;background:#fff}
table{width:100%;margin-top:8px;border-collapse:collapse}th,td{padding:8px 0;border-top:1px solid #e3e9e6;text-align:left;vertical-align:top;font-weight:400}
td{min-width:5em;padding-left:24px;color:#5a6a64;text-align:right}
@media(prefers-color-scheme:dark){body{background:#0f1513;color:#e8efec}section{background:#18211e;border-color:#2a3531}
th,td{border-color:#2a3531}p,td{color:#9fb0a9}}`

const partOf = ({ heading, lines, rows }: ExportPart): string => {
  const said = lines.map((line) => `<p>${escaped(line)}</p>`).join('')
  const table = rows
    .map(({ name, fact }) => `<tr><th scope="row">${escaped(name)}</th><td>${escaped(fact)}</td></tr>`)
    .join('')
  return `<section><h3>${escaped(heading)}</h3>${said}${table && `<table>${table}</table>`}</section>`
}

export const exportPage = ({ title, note, groups }: ExportFacts, lang: Lang): string => {
  const body = groups.map(({ heading, parts }) => `<h2>${escaped(heading)}</h2>${parts.map(partOf).join('')}`).join('')
  return `<!doctype html>
<html lang="${lang === 'en' ? 'en' : 'zh-CN'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><h1>${escaped(title)}</h1><p>${escaped(note)}</p>${body}</body></html>
`
}
