// What may be offered, asked, accepted, and what is left when it is taken back?
import fc from 'fast-check'
import type { Check } from '../../shared/domain/check'
import type { ImageId, MemberId, PersonId, SubmissionId } from '../../shared/domain/ids'
import type { Post, PostImage } from '../../shared/domain/post'
import {
  afterwards,
  answerTo,
  askOf,
  excerptFrom,
  isOwnOffer,
  mayAnswerQuestion,
  mayAsk,
  mayDecide,
  mayOffer,
  OFFER_TERMS_VERSION,
  OFFERS_A_DAY,
  OPEN_MAX,
  QUESTIONS_MAX,
  SUBMISSION_STATES,
  type Submission,
  withdrawAs,
} from '../../shared/domain/submission'
import { mayAccept, offerItems } from '../../shared/domain/submission-check'
import {
  creditOf,
  draftWithout,
  OFFERED_SECTION,
  sectionOf,
  shownCredit,
  withoutOffer,
} from '../../shared/domain/submission-post'

const offered = {
  ...{ by: 'customer' as const, words: '餐椅垫一块布，好洗', photos: ['f'], version: OFFER_TERMS_VERSION },
  rights: { mine: true, people: 'nobody' as const },
}
const free = { today: 0, open: 0 }

test.each([
  ['words and a photo of hers', {}, free, true],
  ['a photo alone', { words: ' ' }, free, true],
  ['words alone', { photos: [] }, free, true],
  ['nothing at all', { words: ' ', photos: [] }, free, 'offer-empty'],
  ['somebody else’s photo', { rights: { mine: false, people: 'nobody' } }, free, 'offer-not-yours'],
  ['adults who agreed', { rights: { mine: true, people: 'adults' } }, free, true],
  ['a child on it', { rights: { mine: true, people: 'children' } }, free, 'offer-child'],
  ['terms of another day', { version: 'old' }, free, 'offer-terms-changed'],
  ['the last of today', {}, { today: OFFERS_A_DAY.customer - 1, open: 0 }, true],
  ['one too many today', {}, { today: OFFERS_A_DAY.customer, open: 0 }, 'offers-a-day'],
  ['as many by a rep', { by: 'rep' }, { today: OFFERS_A_DAY.customer, open: 0 }, true],
  ['too many still to be looked at', { by: 'rep' }, { today: 0, open: OPEN_MAX }, 'offers-open'],
] as const)('%s', (_, change, facts, expected) => {
  const decision = mayOffer({ ...offered, ...change } as Parameters<typeof mayOffer>[0], facts)
  expect(decision.ok || decision.reason).toBe(expected)
})

const of = (change: Partial<Submission> = {}): Submission => ({
  ...{
    _id: 's1' as SubmissionId,
    by: 'customer',
    repId: null,
    storeId: null,
    personId: 'p1' as PersonId,
    state: 'new',
  },
  ...{ words: offered.words, photos: [{ fileId: 'f' }], rights: offered.rights, named: '何女士' },
  ...{ agreement: { version: OFFER_TERMS_VERSION, at: 1 }, questions: [], round: 1, reason: '', decidedAt: null },
  ...{ postId: null, withdrawnAt: null, dropAt: null, rev: 0, at: 1, ...change },
})

test('it is whoever’s own who sent it: no other person, no rep of the same id', () => {
  expect(isOwnOffer(of(), { by: 'customer', personId: 'p1' as PersonId })).toBe(true)
  expect(isOwnOffer(of(), { by: 'customer', personId: 'p2' as PersonId })).toBe(false)
  expect(isOwnOffer(of(), { by: 'rep', repId: 'p1' as MemberId })).toBe(false)
  expect(
    isOwnOffer(of({ by: 'rep', repId: 'r1' as MemberId, personId: null }), { by: 'rep', repId: 'r1' as MemberId }),
  ).toBe(true)
})

const reasons = (decide: (one: Submission) => { ok: true } | { ok: false; reason: string }) =>
  SUBMISSION_STATES.map((state) => {
    const decision = decide(of({ state }))
    return decision.ok ? 'yes' : decision.reason
  })

test('what may be done in which state', () => {
  const [decided, gone] = ['offer-decided', 'offer-withdrawn']
  expect(reasons(mayDecide)).toEqual(['yes', 'yes', decided, decided, gone])
  expect(reasons(mayAsk)).toEqual(['yes', 'yes', decided, decided, gone])
  expect(reasons(mayAnswerQuestion)).toEqual(['offer-not-asked', 'yes', decided, decided, gone])
  const questions = Array.from({ length: QUESTIONS_MAX }, () => ({ at: 1, byName: '陈', says: '?', answeredAt: 2 }))
  expect(mayAsk(of({ questions }))).toMatchObject({ reason: 'offer-questions' })
})

test('an answer is a new round: new words, every question answered', () => {
  const asked = { ...of(), ...askOf(of(), { at: 5, byName: '陈编辑', says: '能拍近一点吗' }) }
  expect(asked).toMatchObject({ state: 'asked', questions: [{ says: '能拍近一点吗', answeredAt: null }] })
  const said = { words: '近一点的', photos: [], rights: offered.rights }
  expect(answerTo(asked, said, 9)).toMatchObject({
    ...{ state: 'new', round: 2, words: '近一点的', questions: [{ answeredAt: 9 }] },
  })
})

const check = (verdict: Check['verdict']): Check => ({
  ...{ _id: 'submission.s1.1.0', subject: 'submission.s1.1', kind: 'text', place: 'words', content: '', state: 'done' },
  ...{ verdict, label: null, word: '', traceId: null, tries: 1, nextAt: null, queuedAt: 1, askedAt: 1, doneAt: 1 },
  ...{ gaveUp: 0, decided: null },
})

test.each([
  ['all fine', {}, ['pass'], false, true],
  ['WeChat has not answered', {}, [null], false, 'offer-check-waiting'],
  ['nor been asked', {}, [], false, 'offer-check-waiting'],
  ['and HQ has looked', {}, [null], true, true],
  ['WeChat is not sure, whoever looked', {}, ['review'], true, 'offer-check-review'],
  ['WeChat found a risk, whoever looked', {}, ['pass', 'risky'], true, 'offer-check-risky'],
  ['words the law bars, whoever looked', { words: '全国第一的餐椅' }, ['pass'], true, 'offer-words-risky'],
  ['a child by name', { words: '我家宝宝叫李小明，今年3岁' }, ['pass'], true, 'offer-words-risky'],
  ['other words than were looked at', { round: 2 }, ['pass'], true, 'stale-version'],
  ['taken back', { state: 'withdrawn' }, ['pass'], true, 'offer-withdrawn'],
] as const)('accepting: %s', (_, change, verdicts, looked, expected) => {
  const decision = mayAccept(of(change), { round: 1, looked }, verdicts.map(check))
  expect(decision.ok || decision.reason).toBe(expected)
})

test('WeChat is asked about the words and each photo', () => {
  expect(offerItems(of()).map(({ place, kind }) => `${place} ${kind}`)).toEqual(['words text', 'photo.1 image'])
})

const image = (id: string): PostImage => ({
  ...{ imageId: id as ImageId, fileId: id, thumbFileId: id, width: 1, height: 1, kind: 'photo', alt: '' },
})
const hers = image('offer-1')
const theirs = image('other')
const post: Pick<Post, 'offered' | 'images' | 'article'> = {
  images: [hers, theirs],
  article: {
    title: '收纳',
    cover: hers,
    sections: [
      sectionOf(of(), [hers]),
      { id: 's' as typeof OFFERED_SECTION, heading: '', paragraphs: ['编辑写的'], image: hers, form: null },
    ],
  },
  offered: creditOf(of()),
}

test('taken back, her words, pictures and name are out of the post; what others did stays, and it is marked', () => {
  expect(shownCredit(post)).toBe('何女士')
  const after = { ...post, ...withoutOffer(post, [hers.imageId], 9) }
  expect(JSON.stringify(after)).not.toContain('offer-1')
  expect(JSON.stringify(after)).not.toContain(offered.words)
  expect(after.images).toEqual([theirs])
  expect(after.article.sections).toMatchObject([{ paragraphs: ['编辑写的'], image: null }])
  expect(after.offered).toEqual({ submissionId: 's1', credit: '', takenBackAt: 9 })
  expect(shownCredit(after)).toBe('')
  expect(withoutOffer(after, [hers.imageId], 99).offered?.takenBackAt).toBe(9)
})

test('a kept version loses the same', () => {
  const draft = {
    imageIds: [hers.imageId, theirs.imageId],
    imageMarks: [{ imageId: hers.imageId }],
    minors: [{ imageId: theirs.imageId }],
    article: {
      coverId: hers.imageId,
      sections: [
        { id: OFFERED_SECTION as string, imageId: null },
        { id: 's', imageId: hers.imageId },
      ],
    },
  }
  expect(draftWithout(draft, [hers.imageId])).toEqual({
    ...{ imageIds: [theirs.imageId], imageMarks: [], minors: [{ imageId: theirs.imageId }] },
    article: { coverId: null, sections: [{ id: 's', imageId: null }] },
  })
})

test('withdrawn, only the agreement and its end are left; the files first, the proof for three years', () => {
  const gone = { ...of({ questions: [{ at: 1, byName: '陈', says: '?', answeredAt: null }] }), ...withdrawAs(9) }
  expect(gone).toMatchObject({ words: '', named: '', questions: [], photos: [{ fileId: 'f' }], dropAt: 9 })
  const done = { ...gone, ...afterwards(9) }
  expect(done.photos).toEqual([])
  expect(done.agreement).toEqual({ version: OFFER_TERMS_VERSION, at: 1 })
  expect((done.dropAt ?? 0) - 9).toBe(3 * 365 * 86_400_000)
})

test('an excerpt is one line, never longer than a list has room for, and cuts no character in two', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (words) => {
      const excerpt = excerptFrom(words)
      expect(Array.from(excerpt).length).toBeLessThanOrEqual(60)
      expect(excerpt).not.toContain('\n')
      expect(() => encodeURIComponent(excerpt)).not.toThrow() // it would for half a character
    }),
  )
})
