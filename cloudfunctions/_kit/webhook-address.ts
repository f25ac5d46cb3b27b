// Where does an address lead? Every address its name stands for must be a public one, looked at each time something is
// sent, and the connection goes to just that one: a name that changes its mind in between gains nothing.
import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { hooksStayLocal } from './settings'

/** What is not the open internet: own networks, link-local (with the cloud's metadata), tests, multicast (IANA registries). */
const V4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
]
/** Within 2000::/3; everything outside of it is not public either. Those that carry an IPv4 address could carry a private one. */
const V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

const listOf = (nets: readonly string[], family: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList()
  for (const net of nets) {
    const [address = '', bits = ''] = net.split('/')
    list.addSubnet(address, Number(bits), family)
  }
  return list
}
const closedV4 = listOf(V4, 'ipv4')
const closedV6 = listOf(V6, 'ipv6')
const globalV6 = listOf(['2000::/3'], 'ipv6')

export const isPublicAddress = (address: string): boolean => {
  const family = isIP(address)
  if (family === 4) return !closedV4.check(address, 'ipv4')
  return family === 6 && globalV6.check(address, 'ipv6') && !closedV6.check(address, 'ipv6')
}

export type Place = { address: string; family: 4 | 6 }
export type Looked = { place: Place } | { fault: 'not-public' | 'unreachable' }
const LOOK_UP_WITHIN_MS = 3_000

const all = async (host: string) => {
  const timer = { id: undefined as NodeJS.Timeout | undefined }
  const late = new Promise<never>((_, reject) => {
    timer.id = setTimeout(() => reject(new Error('the name was not found in time')), LOOK_UP_WITHIN_MS)
  })
  try {
    return await Promise.race([lookup(host, { all: true, verbatim: true }), late])
  } finally {
    clearTimeout(timer.id)
  }
}

/** One address of this host to connect to; none if any of them is not public. */
export const findPlace = async (host: string): Promise<Looked> => {
  if (hooksStayLocal() && host === '127.0.0.1') return { place: { address: host, family: 4 } }
  try {
    const found = await all(host.replace(/^\[|\]$/g, ''))
    const [first] = found
    if (!first) return { fault: 'unreachable' }
    if (!found.every(({ address }) => isPublicAddress(address))) return { fault: 'not-public' }
    return { place: { address: first.address, family: first.family === 6 ? 6 : 4 } }
  } catch {
    return { fault: 'unreachable' }
  }
}
