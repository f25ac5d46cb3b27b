// What world is worth a backup? One with something of nearly everything that names a file, a person or a seal.
import { noteOf, occasionOf, promiseOf, purchaseOf, takePhoto, writeNote } from './files-world'
import { agreedReader, LONG_POST } from './rep-day'
import { countReadings, newId, photo, publish, report, reportOf, share, uploadImage } from './scenes'
import { editor, hua, lin, mei, READER_URL, type World, wang } from './world'

export const RICH_ENV = {
  ...{ RIPPLE_PERSON_KEY: 'a-key-for-tests-only', RIPPLE_READER_URL: READER_URL, RIPPLE_LIST_HOURS: '0-0' },
}
const DAY_MS = 86_400_000

const takeAvatar = async (world: World) => {
  const { uploadUrl, headers, fileId } = await world.ask('render', 'avatar.prepare', {}, lin)
  await fetch(uploadUrl, { method: 'PUT', headers, body: new Uint8Array(await photo(300, 300)) })
  await world.ask('render', 'avatar.take', { fileId }, lin)
}

const askPoll = async (world: World, pollId: string) => {
  const options = [
    { id: 'park', text: '公园' },
    { id: 'museum', text: '博物馆' },
  ]
  const draft = { question: '周末带孩子去哪儿', options, whoMayVote: 'all', closesAt: Date.now() + 7 * DAY_MS }
  await world.ask('hq', 'poll.save', { pollId, rev: 0, ...draft }, editor)
  await world.ask('hq', 'poll.open', { pollId, rev: 1 }, editor)
  const said = { pollId, optionId: 'park', reason: null, agreedTo: '2026-12-v1' }
  await world.ask('reader', 'poll.vote', said, mei)
}

export type Rich = { postId: string; contactId: string; sharedByWang: string; anonymousId: string }

/** Mei agreed to be known to Lin and to Wang; Hua reads as nobody. */
export const fillRichly = async (world: World): Promise<Rich> => {
  const { image } = await uploadImage(world, await photo(700, 500))
  const { postId } = await publish(world, { ...LONG_POST, imageIds: [image.imageId] })
  await takeAvatar(world)
  await world.ask('rep', 'kit.open', { postId }, lin)
  const contactId = await agreedReader(world, mei, postId, '美')
  const sharedByWang = await share(world, postId, wang)
  const consent = { policyVersion: '2027-01', purposes: ['reading'], scene: 1007, readingIds: [] }
  await world.ask('reader', 'consent.give', { token: sharedByWang, ...consent }, mei)
  await report(world, [reportOf({ postId, token: sharedByWang })], mei)
  const anonymous = reportOf({ postId, token: sharedByWang })
  await report(world, [anonymous], hua)
  const { photo: taken } = await takePhoto(world, await photo())
  await writeNote(world, noteOf(contactId, { kind: 'consultation', text: '看了安全座椅', photos: [taken.fileId] }))
  await writeNote(world, purchaseOf(contactId))
  await world.ask('rep', 'promise.make', promiseOf(contactId), lin)
  await world.ask('rep', 'occasion.save', occasionOf(contactId), lin)
  await world.ask('rep', 'contact.create', { contactId: newId(20), remark: '没读过的\u2028客户😀' }, lin)
  await askPoll(world, 'poll-weekend')
  await countReadings(world)
  // half an hour passed for readings that stood in a profile already
  await world.database.collection('readers').where({ repId: 'rep-lin' }).update({ stale: true })
  await world.emulator.fireTimer('jobs')
  return { postId, contactId, sharedByWang, anonymousId: anonymous.readingId }
}
