// From a photo and words to a post that thanks her: what is refused, asked and accepted, and who sees it.
import exifr from 'exifr'
import sharp from 'sharp'
import { OFFERS_A_DAY } from '../../shared/domain/submission'
import { type ChecksWorld, startChecksWorld } from '../support/checks-world'
import { isThere } from '../support/files-world'
import { type Offer, type Offers, offerOf, offersIn } from '../support/offers-world'
import { newId, photo } from '../support/scenes'
import { approver, editor, hua, lin, mei, type World, wang, zhao } from '../support/world'

let lab: ChecksWorld
let world: World
let offers: Offers
beforeAll(async () => {
  lab = await startChecksWorld()
  world = lab.world
  offers = offersIn(lab)
})
afterAll(() => lab.stop())
beforeEach(async () => {
  await lab.clear()
  await offers.letADayPass()
})

test('a photo comes in without what the camera wrote, and its name says nothing of whose it is', async () => {
  const large = await sharp(await photo(900, 600))
    .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 49/1' } })
    .jpeg()
    .toBuffer()
  const [first, second] = [await offers.takePhoto(mei, large), await offers.takePhoto(mei)]
  const kept = Buffer.from(await (await fetch(first.taken.url)).arrayBuffer())
  expect(await exifr.parse(kept, true)).toBeUndefined()
  expect(await isThere(world, first.raw)).toBe(false)
  expect(await world.ask('render', 'submission.take', { fileId: first.raw }, mei)).toMatchObject({
    fileId: first.taken.fileId,
  })
  const markOf = (fileId: string) => /-([\w-]{22})\.jpg$/.exec(fileId)?.[1]
  expect(markOf(first.taken.fileId)).not.toBe(markOf(second.taken.fileId))
  const { uploadUrl, headers, fileId } = await world.ask('render', 'submission.prepare', {}, mei)
  await fetch(uploadUrl, { method: 'PUT', headers, body: '这不是图片'.repeat(100) })
  expect(await world.refusal('render', 'submission.take', { fileId }, mei)).toMatchObject({ reason: 'not-an-image' })
  expect(await world.refusal('render', 'submission.take', { fileId: first.raw }, hua)).toMatchObject({
    reason: 'not-your-upload',
  })
})

test('her words and photo become a draft with her credit, and the article thanks her once it is out', async () => {
  const { id, postId } = await offers.publishedOffer()
  const { article } = await world.ask('reader', 'post.read', { postId }, hua)
  expect(article.credit).toBe('爱收纳的何女士')
  expect(article.sections.find((one) => one.id === 'offered')?.paragraphs).toEqual([
    '餐椅上垫一块布，吃完一擦就好。',
    '布每天换。',
  ])
  expect(article.sections.find((one) => one.id === 'offered')?.image?.url).toMatch(/^http/)
  expect((await world.ask('rep', 'kit.open', { postId }, lin)).credit).toBe('爱收纳的何女士')
  const own = await world.ask('reader', 'submission.own', {}, mei)
  expect(own.offers.find(({ submissionId }) => submissionId === id)?.creditedAt).toEqual(expect.any(Number))
  const audits = (await world.docs('audits')).filter(({ of }) => of === `submission.${id}`)
  expect(audits.map(({ act }) => act)).toEqual(['submission.accepted'])
  expect(JSON.stringify(audits)).not.toContain('餐椅上垫')
})

test('HQ learns what she wrote and how she wants to be named, and nothing else of who she is', async () => {
  const offer = offerOf([])
  await offers.send(offer)
  const personId = String((await offers.doc(offer.submissionId))?.personId)
  const told = JSON.stringify(await offers.see(offer.submissionId))
  expect(personId.length).toBe(22)
  for (const secret of [personId, mei.openid]) expect(told).not.toContain(secret)
  expect(JSON.stringify(await world.docs('submissions'))).not.toContain(mei.openid)
})

test.each([
  ['a child on the photo', { rights: { mine: true, people: 'children' } }, 'offer-child'],
  ['a photo by somebody else', { rights: { mine: false, people: 'nobody' } }, 'offer-not-yours'],
  ['terms that are not those of today', { version: 'older' }, 'offer-terms-changed'],
  ['a child by name and age', { words: '我家宝宝今年3岁2个月' }, 'child-facts'],
  ['nothing', { words: '' }, 'offer-empty'],
])('%s is refused, and nothing of her is stored', async (_, change, reason) => {
  const offer = offerOf([], change)
  expect(await world.refusal('reader', 'submission.offer', offer, hua)).toMatchObject({ reason })
  expect(await offers.doc(offer.submissionId)).toBeNull()
})

test('a child is refused with the reason, kindly', async () => {
  const offer = offerOf([], { rights: { mine: true, people: 'children' } })
  expect(await world.refusal('reader', 'submission.offer', offer, hua)).toMatchObject({
    message: expect.stringContaining('孩子还不能自己同意公开'),
  })
})

test('sent twice, and twice at once, it is there once', async () => {
  const offer = offerOf([])
  await Promise.all([offers.send(offer), offers.send(offer)])
  await offers.send(offer)
  expect((await world.docs('submissions')).filter(({ _id }) => _id === offer.submissionId)).toHaveLength(1)
  expect(await lab.checks()).toHaveLength(1)
})

test('so many a day and no more; staff offer from their own page', async () => {
  for (let n = 0; n < OFFERS_A_DAY.customer; n++) await offers.send(offerOf([]), hua)
  expect(await world.refusal('reader', 'submission.offer', offerOf([]), hua)).toMatchObject({ reason: 'offers-a-day' })
  expect((await world.ask('reader', 'submission.own', {}, hua)).left).toBe(0)
  expect(await world.refusal('reader', 'submission.offer', offerOf([]), lin)).toMatchObject({ reason: 'offer-staff' })
})

test('a rep’s is hers: another rep, or a customer, neither sees, answers nor takes it back', async () => {
  const { taken } = await offers.takePhoto(lin)
  const offer = offerOf([taken.fileId])
  await offers.send(offer, lin)
  const { submissionId } = offer
  expect((await world.ask('rep', 'submission.list', {}, wang)).offers).toEqual([])
  expect(await world.refusal('rep', 'submission.withdraw', { submissionId }, zhao)).toMatchObject({
    reason: 'no-such-offer',
  })
  expect(await world.refusal('reader', 'submission.withdraw', { submissionId }, mei)).toMatchObject({
    reason: 'no-such-offer',
  })
  expect(await world.refusal('rep', 'submission.offer', offerOf([taken.fileId]), wang)).toMatchObject({
    reason: 'not-your-upload',
  })
  expect(await offers.see(submissionId)).toMatchObject({ by: 'rep', from: '林小满 · 东街店' })
})

test('words that may not stand are not accepted: she is asked, changes them, and then they are', async () => {
  const offer = offerOf([], { words: '这是全国第一的餐椅' })
  const { submissionId } = offer
  await offers.send(offer, lin)
  await offers.checked(submissionId)
  const wish = { submissionId, round: 1, postId: `post-${newId(8)}`, looked: true }
  expect(await world.refusal('hq', 'submission.accept', wish, editor)).toMatchObject({ reason: 'offer-words-risky' })
  const question = { submissionId, round: 1, says: '“全国第一”不能写，换个说法' }
  await world.ask('hq', 'submission.ask', question, editor)
  await world.ask('hq', 'submission.ask', question, editor)
  const [mine] = (await world.ask('rep', 'submission.list', {}, lin)).offers
  expect(mine).toMatchObject({ state: 'asked', questions: [{ says: question.says, answeredAt: null }] })
  expect(JSON.stringify(mine)).not.toContain('陈编辑')
  const better = { submissionId, round: 1, words: '用了一年还很稳', photos: [], rights: offer.rights }
  await world.ask('rep', 'submission.answer', better, lin)
  await world.ask('rep', 'submission.answer', better, lin)
  expect(await offers.doc(submissionId)).toMatchObject({ state: 'new', round: 2, words: '用了一年还很稳' })
  expect(await world.refusal('hq', 'submission.accept', wish, editor)).toMatchObject({ reason: 'stale-version' })
  const done = await world.ask('hq', 'submission.accept', { ...wish, round: 2 }, editor)
  expect(done).toMatchObject({ state: 'accepted', postId: wish.postId })
  expect(await world.ask('hq', 'submission.accept', { ...wish, round: 2, postId: 'another' }, editor)).toEqual(done)
})

test('what WeChat finds risky is not accepted, what it is unsure of only after an approver looked', async () => {
  const [risky, unsure] = [offerOf([], { words: '卖药的' }), offerOf([], { words: '说不准的' })]
  for (const offer of [risky, unsure]) await offers.send(offer, wang)
  // as it is written it passed; what is looked at later need not
  lab.script(({ content }) => (content === '卖药的' ? 'risky' : 'review'))
  for (const offer of [risky, unsure]) await offers.checked(offer.submissionId)
  const wishOf = ({ submissionId }: Offer) => ({ submissionId, round: 1, postId: `post-${newId(8)}`, looked: true })
  expect(await world.refusal('hq', 'submission.accept', wishOf(risky), editor)).toMatchObject({
    reason: 'offer-check-risky',
  })
  expect(await world.refusal('hq', 'submission.accept', wishOf(unsure), editor)).toMatchObject({
    reason: 'offer-check-review',
  })
  const checkId = `submission.${unsure.submissionId}.1.0`
  const decision = { of: 'submission', id: unsure.submissionId, version: 1, checkId, ok: true }
  await world.ask('hq', 'check.decide', decision, approver)
  expect(await world.ask('hq', 'submission.accept', wishOf(unsure), editor)).toMatchObject({ state: 'accepted' })
})

test('before WeChat has answered it takes somebody who looked, and that is on the record', async () => {
  await lab.seen(null)
  const offer = offerOf([])
  await offers.send(offer, zhao)
  const wish = { submissionId: offer.submissionId, round: 1, postId: `post-${newId(8)}`, looked: false }
  expect(await world.refusal('hq', 'submission.accept', wish, editor)).toMatchObject({ reason: 'offer-check-waiting' })
  await world.ask('hq', 'submission.accept', { ...wish, looked: true }, editor)
  const [entry] = (await world.docs('audits')).filter(({ of }) => of === `submission.${offer.submissionId}`)
  expect(entry?.facts).toMatchObject({ looked: true })
})

test('declined with a reason she reads, and gone after a while', async () => {
  const offer = offerOf([])
  await offers.send(offer)
  const said = { submissionId: offer.submissionId, round: 1, reason: '和上个月那篇太像' }
  await world.ask('hq', 'submission.decline', said, editor)
  const own = (await world.ask('reader', 'submission.own', {}, mei)).offers
  expect(own.find(({ submissionId }) => submissionId === offer.submissionId)).toMatchObject({
    ...{ state: 'declined', reason: '和上个月那篇太像' },
  })
  await world.database.collection('submissions').doc(offer.submissionId).update({ dropAt: 1 })
  await lab.tick()
  expect(await offers.doc(offer.submissionId)).toBeNull()
})
