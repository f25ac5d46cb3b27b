// Could these names be kept, and does she have contacts of the same name? Nothing is saved.
import { nameKey } from '@shared/domain/contact-import'
import { checkNames, rowsOf } from '../_kit/check-names'
import { findContacts, listContactsOf } from '../_kit/data/contacts'
import type { Handler } from '../_kit/serve'

/** More of one name could not be told apart on a phone. */
const SAME_MAX = 3

export const checkContacts: Handler<'rep', 'contact.check'> = async (input, { caller: { member }, checkTexts }) => {
  const rows = rowsOf(input.rows)
  const [faults, known] = await Promise.all([checkNames(rows, checkTexts), listContactsOf(member._id)])
  const keys = new Set(rows.map(({ remark }) => nameKey(remark)))
  const same = known.filter(({ remark, left }) => remark !== null && !left && keys.has(nameKey(remark)))
  const whole = new Map((await findContacts(same.map(({ _id }) => _id))).map((one) => [one._id, one]))
  return {
    rows: rows.map(({ remark }, at) => ({
      fault: faults[at]?.fault ?? null,
      found: faults[at]?.found ?? '',
      same: same
        .filter((one) => one.remark !== null && nameKey(one.remark) === nameKey(remark))
        .slice(0, SAME_MAX)
        .map((one) => ({
          ...{ contactId: one._id, remark: one.remark ?? '', readers: one.readers },
          tags: whole.get(one._id)?.tags ?? [],
        })),
    })),
  }
}
