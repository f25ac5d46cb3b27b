// HQ's desk in a component test: what Ant Design needs of a browser, and the desk at an address.
import { configure } from '@testing-library/react'
import { open } from './reader-phone'

// Ant Design is slow to draw on a busy machine
configure({ asyncUtilTimeout: 20_000 })
jest.setTimeout(120_000)

// what Ant Design asks of a browser and jsdom has not
Object.assign(window, {
  matchMedia: () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }),
  ResizeObserver: class {
    observe = () => undefined
    unobserve = () => undefined
    disconnect = () => undefined
  },
})
/** Node's own would keep the process awake. */
class PlainChannel {
  readonly port1: { onmessage: (() => void) | null } = { onmessage: null }
  readonly port2 = { postMessage: () => void setTimeout(() => this.port1.onmessage?.()) }
}
Object.assign(globalThis, { MessageChannel: PlainChannel })
const plainStyle = window.getComputedStyle
window.getComputedStyle = (element) => plainStyle(element)
window.scrollTo = () => undefined
Element.prototype.scrollIntoView = () => undefined

export const openDesk = (query = '') => {
  window.location.hash = `/pkgs/desk/home/index${query}`
  const { default: Desk } = jest.requireActual<typeof import('../../client/pkgs/desk/Desk.h5')>(
    '../../client/pkgs/desk/Desk.h5',
  )
  return open(Desk)
}
