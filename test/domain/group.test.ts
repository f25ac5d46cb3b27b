// What holds of a group when two phones speak of it, and which of HQ's items were done?
import { type Group, newGroup, sayOfGroup, tickOf } from '../../shared/domain/group'
import { type GroupPlan, itemsOn, themesFor, weekdayOf } from '../../shared/domain/group-plan'
import type { GroupId, GroupPlanId, MemberId, StoreId } from '../../shared/domain/ids'

const group: Group = {
  ...newGroup('g' as GroupId, 'rep' as MemberId, '早安妈妈', 0),
  ...{ theme: '早八点育儿', rules: ['不发广告：大家是来聊娃的'] },
}

describe('saying what a group is', () => {
  test.each([
    ['a word that is so already changes nothing', {}, { name: '早安妈妈' }, {}, []],
    [
      'what nobody else changed is simply changed',
      { name: '早安妈妈' },
      { name: '晚安妈妈' },
      { name: '晚安妈妈' },
      [],
    ],
    [
      'what another phone has said since is replaced, and told',
      { name: '旧名' },
      { name: '新名' },
      { name: '新名' },
      ['name'],
    ],
    ['what another phone has said the same is no conflict', { theme: '' }, { theme: '早八点育儿' }, {}, []],
    ['rules are one word', { rules: [] }, { rules: ['新'] }, { rules: ['新'] }, ['rules']],
    ['what the phone never showed is not a conflict', {}, { rules: [] }, { rules: [] }, []],
  ])('%s', (_, from, to, change, replaced) => {
    expect(sayOfGroup(group, from, to)).toEqual({ change, replaced })
  })
})

describe('ticks', () => {
  const day = '2026-11-21'
  test('an item is done once however often it is said', () => {
    const once = tickOf({}, { day, item: 'a', done: true })
    expect(once).toEqual({ [day]: ['a'] })
    expect(tickOf(once ?? {}, { day, item: 'a', done: true })).toBeNull()
    expect(tickOf(once ?? {}, { day, item: 'b', done: true })).toEqual({ [day]: ['a', 'b'] })
  })
  test('and not done after all', () => {
    expect(tickOf({ [day]: ['a', 'b'] }, { day, item: 'a', done: false })).toEqual({ [day]: ['b'] })
    expect(tickOf(undefined, { day, item: 'a', done: false })).toBeNull()
  })
  test('only the last fourteen days are remembered', () => {
    const old = { '2026-11-07': ['x'], '2026-11-08': ['y'] }
    expect(tickOf(old, { day, item: 'a', done: true })).toEqual({ '2026-11-08': ['y'], [day]: ['a'] })
  })
})

const plan = (change: Partial<GroupPlan>): GroupPlan => ({
  ...{ _id: 'p' as GroupPlanId, theme: '', weekdays: [1, 2, 3, 4, 5, 6, 7], storeIds: [], updatedAt: 0, rev: 1 },
  ...{ updatedBy: 'editor' as MemberId, items: [] },
  ...change,
})
const item = (itemId: string, time: string) => ({ itemId, time, act: itemId, playbookId: null, postId: null })

describe('plans', () => {
  test.each([
    ['2026-11-16', 1], // a Monday
    ['2026-11-21', 6],
    ['2026-11-22', 7],
    ['2023-12-31', 7], // before the Monday that is counted from
    ['2023-12-30', 6],
  ])('%s is weekday %d', (day, weekday) => expect(weekdayOf(day)).toBe(weekday))

  const store = 'east' as StoreId
  const plans = [
    plan({ items: [item('b', '12:00'), item('a', '08:00')] }),
    plan({ theme: '跑步', items: [item('c', '07:30')] }),
    plan({ weekdays: [1], items: [item('monday', '09:00')] }),
    plan({ storeIds: ['west' as StoreId], theme: '西城', items: [item('west', '10:00')] }),
  ]
  test.each([
    ['a theme of her own: only what is for every group', '早八点育儿', '2026-11-21', ['a', 'b']],
    ['a theme HQ plans for gets its items too, by the clock', '跑步', '2026-11-21', ['c', 'a', 'b']],
    ['on a Monday what is for Mondays', '', '2026-11-16', ['a', 'monday', 'b']],
    ["another store's theme brings nothing", '西城', '2026-11-21', ['a', 'b']],
  ])('%s', (_, theme, day, ids) => {
    expect(itemsOn(plans, { theme, storeId: store, day }).map(({ itemId }) => itemId)).toEqual(ids)
  })
  test('themes offered are those of her store', () => {
    expect(themesFor(plans, store)).toEqual(['跑步'])
    expect(themesFor(plans, 'west' as StoreId)).toEqual(['西城', '跑步'].sort())
  })
})
