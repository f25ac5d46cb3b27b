// In which voice does a rep speak? Each voice has its own choice plan for the same post.

/** 亲切 · 专业 · 活泼 */
export type Tone = 'warm' | 'expert' | 'lively'

export const TONES: readonly Tone[] = ['warm', 'expert', 'lively']
