// 问候、行动、连接：各行各业都用得上的说法. How entries are written: entry.ts; what may stand here: docs/decisions/0013-plan-and-lexicon.md.

export const SHARED = `
有空来店里 > 得空来店里 / 有时间来店里 # 有空来店里坐坐，聊聊怎么选。
`
