// How does the inspect page look? Escaped HTML, one stylesheet, light and dark.

/** HTML that is safe to place in a page; everything else is escaped. */
export class Html {
  constructor(readonly text: string) {}
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const render = (value: unknown): string => {
  if (value instanceof Html) return value.text
  if (Array.isArray(value)) return value.map(render).join('')
  return String(value ?? '').replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)
}

/** Template tag: every inserted value is escaped unless it is Html itself. */
export const html = (parts: TemplateStringsArray, ...values: unknown[]): Html =>
  new Html(parts.reduce((text, part, i) => text + part + (i < values.length ? render(values[i]) : ''), ''))

const STYLE = new Html(`
:root { color-scheme: light dark; --line: light-dark(#d8dee4, #32383f); --soft: light-dark(#f6f8fa, #161b22); --ink: light-dark(#1f2328, #e6edf3); --dim: light-dark(#59636e, #9198a1); --link: light-dark(#0550ae, #79b8ff) }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem; font: 15px/1.6 system-ui, 'PingFang SC', 'Noto Sans SC', sans-serif; color: var(--ink); background: light-dark(#fff, #0d1117) }
header { display: flex; gap: 1rem; align-items: baseline; flex-wrap: wrap; border-bottom: 1px solid var(--line); margin-bottom: 1rem }
h1 { font-size: 1.25rem; margin: 0 } h2 { font-size: 1.05rem; margin: 1.6rem 0 .5rem }
a { color: var(--link) } small, .dim { color: var(--dim) }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top } th { font-weight: 600; color: var(--dim) }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: 6px; padding: .7rem; overflow: auto; font: 12.5px/1.5 ui-monospace, Menlo, Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere; margin: .4rem 0 }
nav.pages { display: flex; gap: 1rem; margin: 1rem 0 }
`)

export const page = (title: string, body: Html): string =>
  html`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>${STYLE}</style></head><body>
<header><h1><a href="/_inspect">本地云 Local cloud</a></h1><span class="dim">${title}</span></header>${body}</body></html>`
    .text

export const table = (heads: readonly string[], rows: readonly (readonly unknown[])[]): Html => {
  const isNumber = (value: unknown): boolean => typeof value === 'number'
  if (!rows.length) return html`<p class="dim">无 None</p>`
  const cells = (row: readonly unknown[]): Html[] =>
    row.map((cell) =>
      isNumber(cell) ? html`<td class="n">${(cell as number).toLocaleString('en')}</td>` : html`<td>${cell}</td>`,
    )
  return html`<table><tr>${heads.map((head, i) => (isNumber(rows[0]?.[i]) ? html`<th class="n">${head}</th>` : html`<th>${head}</th>`))}</tr>
${rows.map((row) => html`<tr>${cells(row)}</tr>`)}</table>`
}
