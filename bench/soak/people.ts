// Who works there before the soak begins? Stores, reps and an editor, each known by the phone she holds.
import * as tcb from '@cloudbase/node-sdk'
import { repIdOf } from './reader'

export const EDITOR_OPENID = 'oSoakEditor'
export const repOpenid = (n: number): string => `oSoakRep${n}`
export const readerOpenid = (n: number): string => `oSoakReader${n}`

const STORES = 5
const TONES = ['warm', 'expert', 'lively'] as const
const BRAND = '东方母婴有限公司'

export const seedPeople = async (reps: number): Promise<void> => {
  const db = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true }).database()
  const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i)
  await db.collection('stores').add(
    range(STORES).map((n) => ({
      _id: `soak-store-${n}`,
      name: `${n + 1} 号店`,
      company: BRAND,
      brand: BRAND,
      kind: 'own',
    })),
  )
  const members = range(reps).map((n) => ({
    ...{ _id: repIdOf(n) as string, name: `导购${n + 1}`, role: 'rep', tone: TONES[n % TONES.length] },
    storeId: `soak-store-${n % STORES}` as string | null,
  }))
  const editor = { _id: 'soak-editor', name: '陈编辑', role: 'editor', tone: 'warm' as const, storeId: null }
  await db.collection('members').add([...members, editor])
  await db
    .collection('identities')
    .add([
      ...range(reps).map((n) => ({ _id: `wx:${repOpenid(n)}`, memberId: repIdOf(n) as string })),
      { _id: `wx:${EDITOR_OPENID}`, memberId: editor._id },
    ])
}
