// In which WeChat group was a card opened? The phone is given a ticket; only the cloud is told what it stands for.
import { randomUUID } from 'node:crypto'
import type { Dict } from '../compile'
import { type Host, type Maker, Refused } from './host'

/** What wx.cloud.CloudID gives: to be put at the top of a call, where WeChat changes it for what it stands for. */
class Ticket {
  constructor(readonly cloudID: string) {}
}

export type GroupTickets = { readonly apis: Dict; CloudID(cloudID: unknown): Ticket; redeem(data: Dict): Dict }

export const createGroupTickets = (host: Host, make: Maker): GroupTickets => {
  const groups = new Map<string, string>()
  const getGroupEnterInfo = (): Dict => {
    const { group } = host.answers
    if (group === null) throw new Refused('not a group')
    const cloudID = `ticket-${randomUUID()}`
    groups.set(cloudID, group)
    return { cloudID, encryptedData: 'sealed', iv: 'sealed' }
  }
  const open = ({ cloudID }: Ticket): Dict => {
    const opengid = groups.get(cloudID)
    if (opengid === undefined) return { cloudID, errMsg: 'invalid cloudID' }
    return { cloudID, data: { opengid, watermark: { appid: 'wx0000000000000000', timestamp: 0 } } }
  }
  return {
    apis: { getGroupEnterInfo: make.async('getGroupEnterInfo', getGroupEnterInfo) },
    CloudID: (cloudID) => new Ticket(String(cloudID)),
    redeem: (data) =>
      Object.fromEntries(
        Object.entries(data).map(([field, value]) => [field, value instanceof Ticket ? open(value) : value]),
      ),
  }
}
