// Is what a name leads to open to the world? Every spelling of a private network is not.
import { findPlace, isPublicAddress } from '../../cloudfunctions/_kit/webhook-address'

describe('an address', () => {
  it.each([
    ...['1.1.1.1', '93.184.216.34', '172.15.0.1', '172.32.0.1', '100.63.255.255', '2606:4700:4700::1111'],
    '2400:da00::6666',
  ])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true))

  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '169.254.0.23'],
    ...['100.64.0.1', '100.127.255.255', '0.0.0.0', '224.0.0.1', '255.255.255.255', '198.18.0.1', '203.0.113.9'],
    ...['::', '::1', '::ffff:10.0.0.1', '::ffff:127.0.0.1', '64:ff9b::10.0.0.1', 'fc00::1', 'fd12::1', 'fe80::1'],
    ...['ff02::1', '2001:db8::1', '2002:7f00:1::', '2001::1', 'not an address', ''],
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false))
})

describe('a name', () => {
  it('that leads to this machine leads nowhere', async () => {
    expect(await findPlace('localhost')).toEqual({ fault: 'not-public' })
    expect(await findPlace('127.0.0.1')).toEqual({ fault: 'not-public' })
    expect(await findPlace('[::1]')).toEqual({ fault: 'not-public' })
  })

  it('that nobody knows leads nowhere', async () => {
    expect(await findPlace('nobody-knows.invalid')).toEqual({ fault: 'unreachable' })
  })
})
