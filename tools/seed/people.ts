// Seeds who works here: regions, stores, HQ, the reps, and their sign-ins.
import type { Emulator } from '../../emulator'
import {
  demoApprover,
  demoEditor,
  demoManager,
  demoRegions,
  demoReps,
  demoStores,
  demoTeams,
} from '../demo/people.data'
import type { Admin } from './admin'

export const DEMO_PASSWORD = 'ripple-demo'

/** 工号, as the till prints it. */
const FIRST_CODE = 1001
export const workCodeOf = (username: string): string | null => {
  const at = demoReps.findIndex((rep) => rep.username === username)
  return at < 0 ? null : String(FIRST_CODE + at)
}

export const seedPeople = async (emulator: Emulator, admin: Admin): Promise<void> => {
  for (const { id, name, parentId } of demoRegions) await admin.set('regions', id, { name, parentId, rev: 1 })
  const regionOf = (city: string) => demoRegions.find(({ name }) => name === city)?.id ?? null
  for (const { id, name, company, brand, kind, city } of demoStores)
    await admin.set('stores', id, { name, company, brand, kind, regionId: regionOf(city) })
  for (const { id, name, storeId } of demoTeams) await admin.set('teams', id, { name, storeId, rev: 1 })
  const teamOf = (username: string) => demoTeams.find(({ reps }) => reps.includes(username))?.id ?? null
  const atHq = { storeId: null, teamId: null, tone: 'warm', scope: null }
  const members = [
    { ...demoEditor, role: 'editor', ...atHq },
    { ...demoApprover, role: 'approver', ...atHq },
    { ...demoManager, role: 'manager', ...atHq, scope: { of: 'region', id: demoManager.regionId } },
    ...demoReps.map((rep) => ({ ...rep, role: 'rep', teamId: teamOf(rep.username), scope: null })),
  ]
  for (const { username, name, role, storeId, teamId, tone, scope } of members) {
    const code = workCodeOf(username)
    await admin.set('members', username, {
      ...{ name, role, storeId, teamId, tone },
      ...(scope && { scope }),
      ...(code && { code }),
    })
    await admin.set('identities', `uid:${username}`, { memberId: username })
    // in the mini program the same person is known by the openid she was bound with
    await admin.set('identities', `wx:demo-staff-${username}`, { memberId: username })
    await emulator.createUser({ uid: username, username, password: DEMO_PASSWORD })
  }
}
