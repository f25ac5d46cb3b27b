// Two of everything: what belongs to a rep, her customer and her store, and what belongs to those who would like to get at it.

import { POLICY_VERSION } from '../../shared/domain/consent'
import { good, type Live } from './good-inputs'
import { draftOf, newId, newReadingId, newToken, publish, report, reportOf, saveDraft, share } from './scenes'
import { type As, editor, hua, lin, manager, mei, type World, wang, zhao } from './world'

/** By kind of thing, the id of one. */
export type Things = Record<string, string>
export const POST = 'post-live'
/** Stands in everything of the victim's that has words. */
export const SECRET = '只有她知道'
/** Posts that HQ alone may read so far, and one for the victim's store; their words hold HUSHED. */
export const UNSEEN = { draft: 'post-draft', waiting: 'post-waiting', elsewhere: 'post-elsewhere' } as const
export const HUSHED = '还没说出去'
export const away = { openid: 'oOpenidOfAwayManager00000022' }

const known = async (world: World, rep: As, customer: As, token: string, readingId: string): Promise<Live> => {
  await report(world, [{ ...reportOf({ postId: POST, token }), readingId }], customer)
  const agreed = {
    token,
    policyVersion: POLICY_VERSION,
    purposes: rep === zhao ? ['reading', 'tags', 'store'] : ['reading', 'tags'],
    scene: 1007,
  }
  await world.ask('reader', 'consent.give', { ...agreed, readingIds: [readingId] }, customer)
  const contactId = (await world.ask('rep', 'contact.list', {}, rep)).contacts[0]?.contactId ?? ''
  const { readers } = await world.ask('rep', 'contact.see', { contactId }, rep)
  return { postId: POST, token, contactId, readerKey: readers[0]?.readerKey ?? '', eventId: newReadingId() }
}

/** One of everything that a rep can own; her words hold `secret`. */
const seedRep = async (world: World, as: As, customer: As, secret: string): Promise<Things> => {
  const token = await share(world, POST, as)
  await world.ask('rep', 'kit.open', { postId: POST }, as)
  const reading = newReadingId()
  const live = await known(world, as, customer, token, reading)
  const { contactId, readerKey, eventId } = live
  const one: Things = { contact: contactId, reader: readerKey, event: eventId, share: token, reading }
  for (const kind of ['note', 'promise', 'occasion', 'rule', 'deal', 'entry', 'import', 'export', 'grant', 'partner'])
    one[kind] = newId(20)
  one.group = `group-${newId(8)}`
  one.offer = `offer-${newId(8)}`
  const inputs = good(live)
  const act = (action: string, change: object) =>
    world.ask('rep', action as 'me.see', { ...inputs[`rep/${action}`], ...change }, as)
  await act('contact.name', { eventId, remark: `美${secret}` })
  await act('note.write', { noteId: one.note, text: `爱喝茶${secret}` })
  await act('promise.make', { promiseId: one.promise, text: `寄小样${secret}` })
  await act('occasion.save', { occasionId: one.occasion, name: `日子${secret}` })
  await act('signal.save', { ruleId: one.rule, name: `规则${secret}`, words: [`看房${secret}`] })
  await act('group.save', { groupId: one.group, from: {}, to: { name: `群${secret}` } })
  await act('deal.record', { dealId: one.deal })
  await act('kol.note', { entryId: one.entry, note: `带娃${secret}` })
  await act('contact.import', { importId: one.import })
  await act('contact.export', { exportId: one.export })
  await act('notice.grant', { grantId: one.grant })
  await act('submission.offer', { submissionId: one.offer, words: `好洗${secret}` })
  await act('partner.invite', { partnerId: one.partner })
  return one
}

const seedUnseen = async (world: World): Promise<void> => {
  const { article, text } = draftOf()
  const hushed = { text: `${text}${HUSHED}`, article: { ...article, title: HUSHED } }
  await saveDraft(world, UNSEEN.draft, hushed)
  await publish(world, { ...hushed, storeIds: ['store-east'] }, UNSEEN.elsewhere)
  const { version } = await saveDraft(world, UNSEEN.waiting, hushed)
  await world.ask('hq', 'post.publish', { postId: UNSEEN.waiting, version, publishAt: Date.now() + 864e5 }, editor)
}

export type Parties = { victim: Things; customer: Things; attackers: Record<'wang' | 'zhao' | 'hua' | 'away', Things> }

export const seedParties = async (world: World): Promise<Parties> => {
  await publish(world, {}, POST)
  await seedUnseen(world)
  await world.add('members', [
    {
      _id: 'manager-away',
      name: '远店长',
      role: 'manager',
      storeId: null,
      tone: 'warm',
      scope: { of: 'store', id: 'store-west' },
    },
  ])
  await world.add('identities', [{ _id: `wx:${away.openid}`, memberId: 'manager-away' }])
  const victim = await seedRep(world, lin, mei, SECRET)
  const near = await seedRep(world, wang, { openid: 'oOpenidOfAnotherReader000031' }, '')
  const far = await seedRep(world, zhao, hua, '')
  const offer = async (as: As, words: string): Promise<string> => {
    const submissionId = `offer-${newId(8)}`
    await world.ask(
      'reader',
      'submission.offer',
      { ...good({} as Live)['reader/submission.offer'], submissionId, words } as never,
      as,
    )
    return submissionId
  }
  const customer = { ...victim, offer: await offer(mei, `好洗${SECRET}`), member: 'rep-lin' }
  const reader = { ...far, offer: await offer(hua, '好洗'), member: 'rep-zhao' }
  const east = { member: 'rep-lin', store: 'store-east', scope: 'store-east', team: 'team-east', cost: 'cost-east' }
  const west = { member: 'rep-zhao', store: 'store-west', scope: 'store-west', team: 'team-west', cost: 'cost-west' }
  for (const [as, of] of [
    [manager, east],
    [away, west],
  ] as const) {
    await world.ask(
      'hq',
      'team.save',
      { teamId: of.team, rev: 0, name: `组${of === east ? SECRET : ''}`, storeId: of.store },
      as,
    )
    const cost = good({} as Live)['hq/cost.save']
    await world.ask('hq', 'cost.save', { ...cost, costId: of.cost, teamId: of.team } as never, as)
  }
  await world.ask('hq', 'member.list', {}, editor)
  const files = (id: string): Things => ({ file: `cloud://x/raw/${id}/avatar-0123456789abcdef` })
  return {
    victim: { ...victim, ...east, ...files('rep-lin') },
    customer,
    attackers: {
      wang: { ...near, ...east, member: 'rep-wang', ...files('rep-wang') },
      zhao: { ...far, ...west, ...files('rep-zhao') },
      hua: reader,
      away: { ...far, ...west },
    },
  }
}

/** An id as it would be, of nothing that is there. */
export const missingOf = (kind: string): string =>
  ({
    ...{ share: newToken(), file: 'cloud://x/raw/rep-lin/avatar-fedcba9876543210' },
  })[kind] ?? newReadingId()
