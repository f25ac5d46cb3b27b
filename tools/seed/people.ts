// Seeds who works here: stores, the editor, the reps, and their sign-ins.
import type { Emulator } from '../../emulator'
import { demoEditor, demoReps, demoStores } from '../demo/people.data'
import type { Admin } from './admin'

export const DEMO_PASSWORD = 'ripple-demo'

export const seedPeople = async (emulator: Emulator, admin: Admin): Promise<void> => {
  for (const { id, name, company, brand, kind } of demoStores)
    await admin.set('stores', id, { name, company, brand, kind })
  const members = [
    { ...demoEditor, role: 'editor', storeId: null, tone: 'warm' },
    ...demoReps.map((rep) => ({ ...rep, role: 'rep' })),
  ]
  for (const { username, name, role, storeId, tone } of members) {
    await admin.set('members', username, { name, role, storeId, tone })
    await admin.set('identities', `uid:${username}`, { memberId: username })
    // in the mini program the same person is known by the openid she was bound with
    await admin.set('identities', `wx:demo-staff-${username}`, { memberId: username })
    await emulator.createUser({ uid: username, username, password: DEMO_PASSWORD })
  }
}
