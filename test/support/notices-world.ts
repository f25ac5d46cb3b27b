// What world do notices live in? Two reps with readers who agreed, a WeChat that takes messages, and time that can pass.
import { startWechatApi } from '../../emulator/wechat/api-server'
import { deskOf } from '../../emulator/wechat/messages'
import { timeOf } from '../../shared/domain/day'
import { agree, newId, publish, report, reportOf, share } from './scenes'
import { type As, hua, lin, mei, READER_URL, startWorld, wang } from './world'

const APP = { appId: 'wx-app', secret: 'top-secret' }
export const MINUTE = 60_000
export const thisHour = Number(timeOf(Date.now()).slice(0, 2))

export type NoticesWorld = Awaited<ReturnType<typeof startNoticesWorld>>

/** mei agreed for both reps, hua for rep lin. */
export const startNoticesWorld = async () => {
  const api = await startWechatApi(APP)
  const world = await startWorld(
    {},
    {
      RIPPLE_PERSON_KEY: 'a-key-for-tests-only',
      RIPPLE_READER_URL: READER_URL,
      RIPPLE_SUBSCRIBE_TEMPLATE: 'SUB,thing4,thing5,time6',
      RIPPLE_EMPLOYEE_TEMPLATE: 'EMP',
      RIPPLE_APP_ID: APP.appId,
      RIPPLE_APP_SECRET: APP.secret,
      RIPPLE_WX_API: api.url,
    },
  )
  const subscribed = deskOf(world.dataDir)
  const { postId } = await publish(world)
  const tokens = { lin: await share(world, postId, lin), wang: await share(world, postId, wang) }
  await agree(world, tokens.lin, mei)
  await agree(world, tokens.lin, hua)
  await agree(world, tokens.wang, mei)
  const watchOf = (rep: string) => world.database.collection('watches').doc(rep)
  return {
    world,
    api,
    subscribed,
    tokens,
    watchOf,
    read: (as: As, change: object = {}, token = tokens.lin) => report(world, [reportOf({ postId, token }, change)], as),
    grant: (as: As = lin, change: object = {}) =>
      world.ask('rep', 'notice.grant', { grantId: newId(20), channel: 'subscribe', accepted: true, ...change }, as),
    /** Never quiet, whenever these tests run. */
    switchOn: (as: As = lin, change: object = {}) =>
      world.ask('rep', 'notice.set', { on: true, quietFrom: thisHour, quietTo: thisHour, ...change }, as),
    tick: () => world.emulator.fireTimer('jobs') as Promise<{ data: Record<string, object> }>,
    sentTo: ({ openid }: { openid: string }) => subscribed.log.filter(({ touser }) => touser === openid),
    /** As if everything in her watch had happened so much earlier. */
    letPass: async (rep: string, ms: number) => {
      const { inc } = world.database.command
      await watchOf(rep).update({ sentAt: inc(-ms), waitingSince: 0 })
    },
    stop: async () => {
      await world.stop()
      await api.stop()
    },
  }
}
