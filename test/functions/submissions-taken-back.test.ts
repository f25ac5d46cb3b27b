// She takes back what she offered: is it out of posts, versions, files and checks at once, whoever was faster?
import { OFFER_PROOF_MS, OFFER_TERMS_VERSION } from '../../shared/domain/submission'
import { type ChecksWorld, startChecksWorld } from '../support/checks-world'
import { isThere } from '../support/files-world'
import { type Offers, offerOf, offersIn } from '../support/offers-world'
import { newId } from '../support/scenes'
import { editor, hua, lin, mei, type World } from '../support/world'

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

test('taken back: the post comes down at once, and no photo, word or name of hers is left anywhere', async () => {
  const { id, postId, photo: file } = await offers.publishedOffer()
  await world.ask('rep', 'kit.open', { postId }, lin)
  const image = (await world.docs('images')).find(({ _id }) => String(_id).startsWith('offer-'))
  await world.ask('reader', 'submission.withdraw', { submissionId: id }, mei)
  await world.ask('reader', 'submission.withdraw', { submissionId: id }, mei)
  expect(await world.refusal('reader', 'post.read', { postId }, hua)).toMatchObject({ reason: 'post-gone' })
  const post = await world.ask('hq', 'post.see', { postId }, editor)
  expect(post).toMatchObject({ state: 'recalled', offered: { credit: '', takenBackAt: expect.any(Number) } })
  for (const fileId of [file, String(image?.fileId), String(image?.thumbFileId)])
    expect(await isThere(world, fileId)).toBe(false)
  for (const name of ['posts', 'postversions', 'checks', 'submissions', 'images', 'audits', 'signoffs', 'recalls']) {
    const left = (await world.docs(name)).filter((one) => JSON.stringify(one).includes(postId) || one._id === id)
    expect(JSON.stringify(left)).not.toContain('餐椅上垫一块布')
    expect(JSON.stringify(left)).not.toContain('爱收纳的何女士')
  }
  expect(await offers.doc(id)).toMatchObject({
    state: 'withdrawn',
    photos: [],
    agreement: { version: OFFER_TERMS_VERSION },
  })
})

test('an older draft that still has her words is not stored again', async () => {
  const { id, postId } = await offers.publishedOffer()
  const before = await world.ask('hq', 'post.see', { postId }, editor)
  await world.ask('reader', 'submission.withdraw', { submissionId: id }, mei)
  const again = { postId, baseVersion: before.version, draft: before.draft }
  expect(await world.refusal('hq', 'post.save', again, editor)).toMatchObject({ reason: 'offer-withdrawn' })
})

test('taken back while HQ accepts it: whoever is first, the draft is without her', async () => {
  const { taken } = await offers.takePhoto(mei)
  const offer = offerOf([taken.fileId])
  const { submissionId } = offer
  await offers.send(offer)
  await offers.checked(submissionId)
  const postId = `post-${newId(8)}`
  await Promise.allSettled([
    offers.accept(submissionId, postId),
    world.ask('reader', 'submission.withdraw', { submissionId }, mei),
  ])
  expect(await offers.doc(submissionId)).toMatchObject({ state: 'withdrawn' })
  expect(JSON.stringify(await world.doc('posts', postId))).not.toContain('餐椅上垫一块布')
  expect(await isThere(world, taken.fileId)).toBe(false)
})

test('what a crash left of a withdrawal is done by the job; the proof goes when it was kept long enough', async () => {
  const { taken } = await offers.takePhoto(mei)
  const offer = offerOf([taken.fileId])
  await offers.send(offer)
  const at = Date.now()
  const crashed = { state: 'withdrawn', words: '', named: '', withdrawnAt: at, dropAt: at }
  await world.database.collection('submissions').doc(offer.submissionId).update(crashed)
  await lab.tick()
  expect(await isThere(world, taken.fileId)).toBe(false)
  expect(await offers.doc(offer.submissionId)).toMatchObject({ photos: [], dropAt: at + OFFER_PROOF_MS })
  const past = at - OFFER_PROOF_MS - 1
  await world.database.collection('submissions').doc(offer.submissionId).update({ withdrawnAt: past, dropAt: past })
  await lab.tick()
  expect(await offers.doc(offer.submissionId)).toBeNull()
})

test('HQ takes it back for whoever asked in person, on the record', async () => {
  const { id, postId } = await offers.publishedOffer()
  await world.ask('hq', 'submission.retract', { submissionId: id, reason: '本人来电' }, editor)
  expect(await offers.doc(id)).toMatchObject({ state: 'withdrawn' })
  expect(await world.refusal('reader', 'post.read', { postId }, hua)).toMatchObject({ reason: 'post-gone' })
  const acts = (await world.docs('audits')).filter(({ of }) => of === `submission.${id}`).map(({ act }) => act)
  expect(acts).toEqual(['submission.accepted', 'submission.retracted'])
})

test('erased, what she offered is nobody’s; the privacy centre says so before and after', async () => {
  const { id, postId } = await offers.publishedOffer()
  expect((await world.ask('reader', 'privacy.see', {}, mei)).offers).toBeGreaterThan(0)
  await world.ask('reader', 'privacy.erase', { readingIds: [] }, mei)
  expect(await offers.doc(id)).toMatchObject({ state: 'withdrawn', personId: null, words: '', photos: [] })
  expect(await world.refusal('reader', 'post.read', { postId }, hua)).toMatchObject({ reason: 'post-gone' })
  expect((await world.ask('reader', 'privacy.see', {}, mei)).offers).toBe(0)
  expect((await world.ask('reader', 'submission.own', {}, mei)).offers).toEqual([])
})
