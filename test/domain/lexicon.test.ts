// Is the lexicon fit to be used? Every line is read, and nothing a machine can object to is left.
import { SOURCES } from '../../shared/domain/variant/lexicon/all'
import { readLexicon } from '../../shared/domain/variant/lexicon/entry'
import { lintLexicon } from '../../shared/domain/variant/lexicon/lint'

const read = Object.keys(SOURCES).map((name) => ({ name, ...readLexicon(SOURCES[name] ?? '') }))

describe.each(read)('$name', ({ name, faults }) => {
  test('every line can be read', () => {
    expect(faults).toEqual([])
  })

  test('nothing to object to', () => {
    const all = Object.fromEntries(read.map((each) => [each.name, each.entries]))
    const findings = lintLexicon(all).filter((finding) => finding.source === name)
    expect(findings.map((f) => `${f.line} ${f.from}: ${f.fault} ${f.word}`)).toEqual([])
  })
})
