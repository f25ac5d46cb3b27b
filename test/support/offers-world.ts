// What world do offers live in? Checks that WeChat answers, photos on their way, and an offer brought as far as being out.
import { OFFER_TERMS_VERSION } from '../../shared/domain/submission'
import type { ChecksWorld } from './checks-world'
import { draftOf, newId, photo } from './scenes'
import { type As, editor, hua, mei } from './world'

export const offerOf = (photos: string[], change: object = {}) => ({
  ...{ submissionId: newId(16), words: '餐椅上垫一块布，吃完一擦就好。\n布每天换。', photos, named: '爱收纳的何女士' },
  ...{ rights: { mine: true, people: 'nobody' }, version: OFFER_TERMS_VERSION, ...change },
})
export type Offer = ReturnType<typeof offerOf>

export const offersIn = ({ world, tick }: ChecksWorld) => {
  const takePhoto = async (as: As, bytes?: Buffer) => {
    const { uploadUrl, headers, fileId } = await world.ask('render', 'submission.prepare', {}, as)
    await fetch(uploadUrl, { method: 'PUT', headers, body: new Uint8Array(bytes ?? (await photo())) })
    return { raw: fileId, taken: await world.ask('render', 'submission.take', { fileId }, as) }
  }
  const send = (offer: Offer, as: As = mei) =>
    world.ask(as === mei || as === hua ? 'reader' : 'rep', 'submission.offer', offer, as)
  const doc = (id: string) => world.doc('submissions', id)
  const see = (submissionId: string) => world.ask('hq', 'submission.see', { submissionId }, editor)
  /** A customer may send few a day: they were sent yesterday. */
  const letADayPass = async () => {
    for (const { _id, at } of await world.docs('submissions'))
      await world.database
        .collection('submissions')
        .doc(_id)
        .update({ at: Number(at) - 86_400_001 })
  }
  const accept = async (id: string, postId = `post-${newId(8)}`) => {
    await world.ask('render', 'submission.intake', { submissionId: id }, editor)
    return world.ask('hq', 'submission.accept', { submissionId: id, round: 1, postId, looked: false }, editor)
  }
  /** WeChat has looked at all that waits. */
  const checked = async (id: string) => {
    await tick()
    for (let n = 0; n < 100; n++) {
      const { standing } = await world.ask('hq', 'check.see', { of: 'submission', id, version: 1 }, editor)
      if (standing !== 'waiting') return standing
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error('WeChat never answered')
  }
  const goOut = async (postId: string) => {
    const post = await world.ask('hq', 'post.see', { postId }, editor)
    const words = draftOf({ imageIds: post.draft.imageIds })
    const article = { ...post.draft.article, title: '餐椅怎么擦' }
    await world.ask('hq', 'post.save', { postId, baseVersion: 1, draft: { ...words, article } }, editor)
    await world.ask('hq', 'post.publish', { postId, version: 2, publishAt: null }, editor)
  }
  const publishedOffer = async () => {
    const { taken } = await takePhoto(mei)
    const offer = offerOf([taken.fileId])
    await send(offer)
    await checked(offer.submissionId)
    const { postId } = await accept(offer.submissionId)
    if (postId === null) throw new Error('no draft was made')
    await goOut(postId)
    return { id: offer.submissionId, postId, photo: taken.fileId }
  }
  return { takePhoto, send, doc, see, letADayPass, accept, checked, publishedOffer }
}
export type Offers = ReturnType<typeof offersIn>
