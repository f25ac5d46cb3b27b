// When two people wrote from the same start, does the draft of both hold what each of them did?
import fc from 'fast-check'
import { type DraftForm, emptyForm, emptySection } from '../../client/features/post/draft-form'
import { mergeForms } from '../../client/features/post/merge-forms'

const base: DraftForm = {
  ...emptyForm('s1'),
  text: '开头',
  topics: ['护肤', '换季'],
  imageIds: ['a', 'b'],
  sections: ['s1', 's2', 's3'].map((id) => ({ ...emptySection(id), heading: id, body: `${id} 正文` })),
}
const section = (id: string, change: object) =>
  base.sections.map((one) => (one.id === id ? { ...one, ...change } : one))

test('each has what she alone changed', () => {
  const mine = { ...base, text: '我写的', topics: ['护肤', '精华'], sections: section('s1', { body: '我的第一节' }) }
  const theirs = {
    ...base,
    isAd: true,
    topics: ['护肤', '换季', '敏感'],
    sections: section('s3', { body: '她的第三节' }),
  }
  const { form, clashes } = mergeForms({ base, mine, theirs })
  expect(clashes).toEqual([])
  expect(form).toMatchObject({ text: '我写的', isAd: true, topics: ['护肤', '精华', '敏感'] })
  expect(form.sections.map(({ body }) => body)).toEqual(['我的第一节', 's2 正文', '她的第三节'])
})

test('in one section, one has the heading and the other the text', () => {
  const mine = { ...base, sections: section('s2', { heading: '我的题' }) }
  const theirs = { ...base, sections: section('s2', { body: '她的话' }) }
  expect(mergeForms({ base, mine, theirs })).toMatchObject({
    clashes: [],
    form: { sections: [{}, { heading: '我的题', body: '她的话' }, {}] },
  })
})

test('where both wrote the same place mine stays, and the place is named', () => {
  const mine = { ...base, text: '我的', sections: section('s2', { body: '我的话' }) }
  const theirs = { ...base, text: '她的', sections: section('s2', { body: '她的话' }) }
  const { form, clashes } = mergeForms({ base, mine, theirs })
  expect(form.text).toBe('我的')
  expect(form.sections[1]?.body).toBe('我的话')
  expect(clashes).toEqual(['text', 's2'])
})

test('a section that one took out and the other wrote on is kept; one that nobody wrote on goes', () => {
  const without = (id: string) => base.sections.filter((one) => one.id !== id)
  const mine = { ...base, sections: without('s1') }
  expect(
    mergeForms({ base, mine, theirs: { ...base, sections: section('s1', { body: '她还在写' }) } }).form.sections.map(
      ({ id }) => id,
    ),
  ).toContain('s1')
  const theirs = { ...base, sections: section('s2', { body: '别处' }) }
  expect(mergeForms({ base, mine, theirs }).form.sections.map(({ id }) => id)).toEqual(['s2', 's3'])
  const added = { ...base, sections: [...base.sections.slice(0, 1), emptySection('new'), ...base.sections.slice(1)] }
  expect(mergeForms({ base, mine: theirs, theirs: added }).form.sections.map(({ id }) => id)).toEqual([
    's1',
    'new',
    's2',
    's3',
  ])
})

const words = fc.constantFrom('', '一', '二', '三句话')
const sections = fc
  .uniqueArray(fc.record({ id: fc.constantFrom('s1', 's2', 's3', 's4'), heading: words, body: words }), {
    selector: ({ id }) => id,
  })
  .map((list) => list.map((one) => ({ ...emptySection(one.id), ...one })))
const list = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'))
const forms: fc.Arbitrary<DraftForm> = fc
  .record({ text: words, title: words, isAd: fc.boolean(), topics: list, imageIds: list, sections })
  .map((change) => ({ ...emptyForm('s1'), ...change }))

test('whatever two wrote: one alone is taken whole, and all that only one changed is there', () => {
  fc.assert(
    fc.property(forms, forms, forms, (start, mine, theirs) => {
      expect(mergeForms({ base: start, mine, theirs: start })).toEqual({ form: mine, clashes: [] })
      expect(mergeForms({ base: start, mine: start, theirs })).toEqual({ form: theirs, clashes: [] })
      const { form, clashes } = mergeForms({ base: start, mine, theirs })
      for (const field of ['text', 'title'] as const) {
        if (mine[field] !== start[field]) expect(form[field]).toBe(mine[field])
        else expect(form[field]).toBe(theirs[field])
        if (theirs[field] !== start[field] && form[field] !== theirs[field]) expect(clashes).toContain(field)
      }
      for (const topic of [...mine.topics, ...theirs.topics])
        if (!start.topics.includes(topic)) expect(form.topics).toContain(topic)
      // nothing written in a section is lost without being named
      for (const theirOne of theirs.sections) {
        const before = start.sections.find(({ id }) => id === theirOne.id)
        if (JSON.stringify(before) === JSON.stringify(theirOne)) continue
        const now = form.sections.find(({ id }) => id === theirOne.id)
        expect(now).toBeDefined()
        if (before && theirOne.body !== before.body && now?.body !== theirOne.body)
          expect(clashes).toContain(theirOne.id)
      }
    }),
    { numRuns: 200 },
  )
})
