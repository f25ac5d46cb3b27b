// Where does a pattern stand in a text, every time? As String.matchAll tells, which WeChat on iOS 12 does not have.

/** The pattern has to be global; what it found last does not matter. */
export const findAll = (text: string, pattern: RegExp): RegExpExecArray[] => {
  const global = new RegExp(pattern.source, pattern.flags)
  const all: RegExpExecArray[] = []
  for (let found = global.exec(text); found; found = global.exec(text)) {
    all.push(found)
    if (found[0] === '') global.lastIndex += 1
  }
  return all
}
