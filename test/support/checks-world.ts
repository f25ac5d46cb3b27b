// What world do checks live in? A WeChat that answers as a test says, somebody of HQ who is there, and time that can pass.
import { type ContentAsked, type ContentSaid, contentDeskOf } from '../../emulator/wechat/content-desk'
import type { Check } from '../../shared/domain/check'
import { newId } from './scenes'
import { editor, editorOnPhone, startWorld } from './world'

export const MINUTE = 60_000
export const newPostId = () => `post-${newId(8)}`

type Ran = { data: Record<string, { done?: number; failed?: string }> }
export type ChecksWorld = Awaited<ReturnType<typeof startChecksWorld>>

export const startChecksWorld = async () => {
  const world = await startWorld()
  const desk = contentDeskOf(world.dataDir)
  const { fileID } = await world.app.uploadFile({ cloudPath: 'images/a.jpg', fileContent: Buffer.from('a picture') })
  const all = () => world.database.collection('checks')
  const seen = async (at: number | null) => {
    await world.database.collection('identities').doc(`wx:${editorOnPhone.openid}`).update({ seenAt: at })
  }
  const put = (id: string, change: object = {}) =>
    world.add('checks', [
      {
        ...{ _id: id, subject: id.slice(0, id.lastIndexOf('.')), kind: 'text', place: 'text', content: '周末去河边' },
        ...{ state: 'due', verdict: null, label: null, word: '', traceId: null, tries: 0, nextAt: Date.now() - 1 },
        ...{ queuedAt: Date.now(), askedAt: null, doneAt: null, gaveUp: 0, decided: null },
        ...change,
      },
    ])
  return {
    world,
    desk,
    script: (say: (asked: ContentAsked) => ContentSaid | undefined) => {
      desk.script = say
    },
    /** When somebody of HQ last used the mini program. */
    seen,
    put,
    putImage: (id: string) => put(id, { kind: 'image', place: 'image.i', content: fileID }),
    tick: async () => ((await world.emulator.fireTimer('jobs')) as Ran).data['run-checks'],
    checks: async () => (await world.docs('checks')) as unknown as Check[],
    check: async (id: string) => (await world.doc('checks', id)) as unknown as Check,
    drop: (subject: string) => all().where({ subject }).remove(),
    /** As if it had been so much longer ago. */
    letPass: async (id: string, ms: number) => {
      await all()
        .doc(id)
        .update({ nextAt: world.database.command.inc(-ms) })
    },
    see: (postId: string) => world.ask('hq', 'check.see', { of: 'post', id: postId, version: 1 }, editor),
    stateOf: async (postId: string) => (await world.ask('hq', 'post.see', { postId }, editor)).state,
    /** Nothing in the queue, everything fine, somebody there. */
    clear: async () => {
      desk.script = () => undefined
      await all()
        .where({ _id: world.database.command.gt('') })
        .remove()
      await seen(Date.now())
    },
    stop: () => world.stop(),
  }
}
