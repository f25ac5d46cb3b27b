// Her records as plain lines that she can paste anywhere, where no file can be kept.
import type { ExportFacts, ExportPart } from './export-facts'

const linesOf = ({ heading, lines, rows }: ExportPart): string[] => [
  heading,
  ...lines.map((line) => `  ${line}`),
  ...rows.map(({ name, fact }) => `  ${name} · ${fact}`),
]

export const exportText = ({ title, note, groups }: ExportFacts): string =>
  [title, note, ...groups.flatMap(({ heading, parts }) => ['', heading, ...parts.flatMap(linesOf)]), ''].join('\n')
