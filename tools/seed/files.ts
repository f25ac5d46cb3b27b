// Seeds what reps keep of their contacts: sheets, notes, purchases, promises, special days, through the actions of the phone.
import type { Input } from '@shared/contracts'
import { dayAfter, dayOf } from '@shared/domain/day'
import type { NoteKind } from '@shared/domain/note'
import { type DemoFile, demoFiles } from '../demo/files.data'
import { demoReps } from '../demo/people.data'
import type { Admin } from './admin'
import { idFrom } from './chance'
import type { As, Door } from './door'
import { DEMO_PASSWORD } from './people'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const FEN = 100

type Target = { door: Door; as: As; file: DemoFile; contactId: string; now: number }

const idOf = ({ file }: Target, of: string, n: number): string => idFrom(20, of, file.repUsername, file.remark, n)

const saveSheet = async ({ door, as, file, contactId }: Target): Promise<void> => {
  const { source, relation, value, cadenceDays = null, answers = {}, quiet } = file
  const to = {
    ...{ source: { kind: source[0], note: source[1] ?? '' }, relation, value, cadenceDays, answers },
    ...(quiet && { quiet: { until: null } }),
  }
  await door.call('rep', 'sheet.save', { contactId, from: {}, to }, as)
}

type Written = Pick<Input<'rep', 'note.write'>, 'noteId' | 'kind' | 'text' | 'agoMs' | 'purchase'>

/** In the afternoon of that day; pastes last, because a talk they give rise to stands beside everything else. */
const listNotes = (target: Target): Written[] => {
  const { notes = [], purchases = [] } = target.file
  const written = notes.map(([kind, daysAgo, text], n) => ({
    ...{ noteId: idOf(target, 'note', n), kind, text, agoMs: daysAgo * DAY_MS + 2 * HOUR_MS, purchase: null },
  }))
  const bought = purchases.map(([product, daysAgo, cycleDays, yuan], n) => ({
    ...{ noteId: idOf(target, 'purchase', n), kind: 'purchase' as const, text: '' },
    ...{ agoMs: daysAgo * DAY_MS + 3 * HOUR_MS, purchase: { product, cycleDays, amountFen: yuan * FEN } },
  }))
  const isPaste = ({ kind }: { kind: NoteKind }) => kind === 'words' || kind === 'moment'
  return [...bought, ...written].sort((a, b) => Number(isPaste(a)) - Number(isPaste(b)))
}

const makePromises = async (target: Target, admin: Admin): Promise<void> => {
  const { door, as, file, contactId, now } = target
  for (const [n, [text, dueIn, keptDaysAgo]] of (file.promises ?? []).entries()) {
    const promiseId = idOf(target, 'promise', n)
    const dueDay = dayAfter(dayOf(now), dueIn)
    await door.call('rep', 'promise.make', { promiseId, contactId, text, dueDay }, as)
    await admin.update('promises', promiseId, { madeAt: now + Math.min(0, dueIn) * DAY_MS - 5 * DAY_MS })
    if (keptDaysAgo !== undefined)
      await door.call('rep', 'promise.keep', { promiseId, kept: true, agoMs: keptDaysAgo * DAY_MS }, as)
  }
}

const saveOccasions = async (target: Target): Promise<void> => {
  const { door, as, file, contactId, now } = target
  for (const [n, [kind, name, on, leadDays]] of (file.occasions ?? []).entries()) {
    const [, month = 1, day = 1] =
      'lunar' in on ? [0, ...on.lunar] : dayAfter(dayOf(now), on.inDays).split('-').map(Number)
    const calendar = 'lunar' in on ? ('lunar' as const) : ('solar' as const)
    const occasion = { occasionId: idOf(target, 'occasion', n), contactId, kind, name, calendar, month, day }
    await door.call('rep', 'occasion.save', { ...occasion, leap: false, leadDays }, as)
  }
}

/** Her contacts by her remarks. */
export const contactsOf = async (door: Door, as: As): Promise<Map<string | null, string>> => {
  const { contacts } = await door.call('rep', 'contact.list', {}, as)
  return new Map(contacts.map(({ remark, contactId }) => [remark, contactId]))
}

const seedRep = async (door: Door, admin: Admin, username: string, now: number): Promise<number> => {
  const as = await door.signIn(username, DEMO_PASSWORD)
  const contacts = await contactsOf(door, as)
  const targets = demoFiles
    .filter(({ repUsername }) => repUsername === username)
    .flatMap((file): Target[] => {
      const contactId = contacts.get(file.remark)
      return contactId === undefined ? [] : [{ door, as, file, contactId, now }]
    })
  for (const target of targets) {
    await saveSheet(target)
    await makePromises(target, admin)
    await saveOccasions(target)
  }
  for (const target of targets)
    for (const note of listNotes(target))
      await door.call('rep', 'note.write', { ...note, contactId: target.contactId, groupId: null, photos: [] }, as)
  return targets.length
}

/** How many contacts something is kept of. After the jobs: a talk that a note gives rise to makes the day's list. */
export const seedFiles = async (door: Door, admin: Admin, now: number): Promise<number> => {
  let kept = 0
  for (const { username } of demoReps) kept += await seedRep(door, admin, username, now)
  return kept
}
