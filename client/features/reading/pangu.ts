// A space between Chinese characters and Latin letters or figures, where the writer left none. For showing only, never for copying.
const HAN = '\\u2E80-\\u2FDF\\u3005-\\u3007\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF'
const BEFORE = new RegExp(`([${HAN}])([A-Za-z0-9])`, 'g')
const AFTER = new RegExp(`([A-Za-z0-9%°℃])([${HAN}])`, 'g')

export const pangu = (text: string): string => text.replace(BEFORE, '$1 $2').replace(AFTER, '$1 $2')
