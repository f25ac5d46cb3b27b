// With whom shall this rep talk today? Made once a day and rep from stored facts; whoever asks first, or the job, makes it.
import { type Day, dayOf } from '@shared/domain/day'
import type { MemberId } from '@shared/domain/ids'
import type { Member } from '@shared/domain/member'
import { type Experience, pickTalks, priorOf, windowOf } from '@shared/domain/pick-talks'
import { lineOf, playsFor } from '@shared/domain/play'
import type { Playbook } from '@shared/domain/playbook'
import type { Clue, ContactFacts, ListedTalk, Talk, TalkDay } from '@shared/domain/talk'
import { talkDayId } from '@shared/domain/talk'
import { foldDays, learnedByAll, learnedOf, newTalkbook, reasonsOf, type Talkbook } from '@shared/domain/talkbook'
import { findBoard } from './data/boards'
import { listLivePlaybooks } from './data/playbooks'
import { findSubjects, type Subjects } from './data/posts'
import { findTalkDay, insertTalkDay, listTold } from './data/talk-days'
import { findTalkbook, putTalkbook } from './data/talkbooks'
import { loadFreeTimes, loadTalkFacts } from './talk-facts'

const countsOf = ({ reasons, plays, recent }: Pick<Talkbook, 'reasons' | 'plays' | 'recent'>): string =>
  JSON.stringify([reasons, plays, recent])

/** Her book with every day counted that was told of; stored where that changes what it says. */
export const readTalkbook = async (repId: MemberId, today: Day): Promise<Talkbook> => {
  const book = (await findTalkbook(repId)) ?? newTalkbook(repId)
  const folded = foldDays(book, await listTold(repId, book.foldedTo, today), today)
  if (countsOf(folded) !== countsOf(book)) await putTalkbook(book, folded) // who was faster has counted the same days
  return { ...book, ...folded }
}

/** What orders her list: her own outcomes, those of all reps behind them. */
export const experienceOf = async (book: Talkbook): Promise<Experience> => ({
  learned: learnedOf(reasonsOf(book)),
  prior: priorOf(learnedByAll(await findBoard('reasons'))),
})

/** What a talk is about, in a few words, and what its line may name. */
const subjectOf = ({ evidence: [first] }: Clue, subjectsOf: Subjects) => {
  switch (first.of) {
    case 'reading':
    case 'share': {
      const { title, topics } = subjectsOf(first.postId)
      return { about: topics[0] ?? title, facts: { title, ...(topics[0] && { topic: topics[0] }) } }
    }
    case 'tag':
      return { about: first.tag, facts: { topic: first.tag } }
    case 'occasion':
      return { about: first.name, facts: { occasion: first.name } }
    case 'promise':
      return { about: first.text, facts: { promise: first.text } }
    case 'purchase':
      return { about: first.product, facts: { product: first.product } }
    case 'signal':
      return { about: first.name, facts: { signal: first.name } }
    case 'contact':
    case 'introduction':
      return { about: null, facts: {} }
  }
}

type Dealer = { member: Member; day: Day; playbooks: readonly Playbook[]; subjectsOf: Subjects }

/** With the line she can begin with: of the first playbook that suits and has one for what is known. */
const dealLine = (talk: Talk, { relation, value }: ContactFacts['sheet'], dealer: Dealer): ListedTalk => {
  const { member, day, playbooks, subjectsOf } = dealer
  const { about, facts } = subjectOf(talk.clues[0], subjectsOf)
  const asked = { kind: member.kind ?? 'guide', scene: talk.scene, relation, value }
  const seed = `${talkDayId(member._id, day)}.${talk.contactId}`
  for (const playbook of playsFor(playbooks, asked)) {
    const line = lineOf(playbook, { ...facts, rep: member.name }, seed, member.tone)
    if (line !== null) return { ...talk, about, line, playbookId: playbook._id }
  }
  return { ...talk, about, line: null, playbookId: null }
}

const postsOf = (talks: readonly Talk[]) =>
  talks.flatMap(({ clues }) => clues[0].evidence.flatMap((one) => ('postId' in one ? [one.postId] : [])))

/** With lines to begin with; `contacts`: those the talks are with. */
export const dealLines = async (
  talks: readonly Talk[],
  contacts: readonly ContactFacts[],
  of: { member: Member; day: Day },
): Promise<ListedTalk[]> => {
  if (!talks.length) return []
  const sheets = new Map(contacts.map(({ contactId, sheet }) => [contactId, sheet]))
  const [playbooks, subjectsOf, freeTimeOf] = await Promise.all([
    listLivePlaybooks(),
    findSubjects(postsOf(talks)),
    loadFreeTimes(
      of.member._id,
      talks.map(({ contactId }) => contactId),
    ),
  ])
  return talks.flatMap((talk) => {
    const sheet = sheets.get(talk.contactId)
    const window = windowOf(freeTimeOf(talk.contactId))
    return sheet ? [dealLine({ ...talk, window }, sheet, { ...of, playbooks, subjectsOf })] : []
  })
}

/** Rests that are told: the ones a rep would wonder about. */
const REST_MAX = 20

const makeDay = async (member: Member, at: number): Promise<TalkDay> => {
  const [repId, day] = [member._id, dayOf(at)]
  const [contacts, book] = await Promise.all([loadTalkFacts(repId, at), readTalkbook(repId, day)])
  const { talks, rest } = pickTalks(contacts, { day, now: at, aDay: book.aDay, ...(await experienceOf(book)) })
  const listed = await dealLines(talks, contacts, { member, day })
  const made: TalkDay = {
    ...{ _id: talkDayId(repId, day), repId, day, madeAt: at, lookedAt: at },
    ...{ talks: listed, rest: rest.slice(0, REST_MAX), told: [], rev: 1 },
  }
  return (await insertTalkDay(made)) ? made : ((await findTalkDay(repId, day)) ?? made)
}

/** Her list of that instant's day: as it stands, or made now. */
export const dayOfRep = async (member: Member, at: number): Promise<TalkDay> =>
  (await findTalkDay(member._id, dayOf(at))) ?? makeDay(member, at)
