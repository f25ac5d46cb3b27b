// What is there for the inputs of good-inputs to name: a post that is out, a draft, a rep's card and kit, and a customer who read.
import type { Live } from './good-inputs'
import { agree, newReadingId, publish, report, reportOf, saveDraft, share } from './scenes'
import { lin, mei, type World } from './world'

export const fillLive = async (world: World): Promise<Live> => {
  const postId = 'post-live'
  await publish(world, {}, postId)
  await saveDraft(world, 'post-draft')
  const token = await share(world, postId, lin)
  await world.ask('rep', 'kit.open', { postId }, lin)
  await agree(world, token, mei)
  await report(world, [reportOf({ postId, token })], mei)
  const contactId = (await world.ask('rep', 'contact.list', {}, lin)).contacts[0]?.contactId ?? ''
  const { readers } = await world.ask('rep', 'contact.see', { contactId }, lin)
  return { postId, token, contactId, readerKey: readers[0]?.readerKey ?? '', eventId: newReadingId() }
}
