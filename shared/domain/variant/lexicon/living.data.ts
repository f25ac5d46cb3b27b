// 家居、汽车、健身、宠物. How entries are written: entry.ts; what may stand here: docs/decisions/0013-plan-and-lexicon.md.

export const LIVING = `
`
