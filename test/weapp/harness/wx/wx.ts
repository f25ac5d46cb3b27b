// What is `wx`? One plain object with own keys (Taro copies only those); whatever it lacks is written down, not invented.
import type { Dict } from '../compile'
import { createCanvases, createCanvasNode } from './canvas'
import { cloudApis, netApis } from './cloud'
import { createFiles, fileSystem } from './files'
import { createGroupTickets } from './group'
import { type Host, makerFor } from './host'
import { createNet } from './http'
import { createViews } from './observe'
import { createPermissions } from './permission'
import { phoneApis } from './phone'
import { selectorQueryOf } from './query'

/** Asked for by the language, the loader or Taro's start, not by the product. */
const NOT_APIS = new Set(['webpackJsonp', 'then', 'toJSON', 'constructor', 'prototype', '__esModule', 'default'])

export const createWx = (host: Host, routes: Dict, missing: Set<string>, disk?: string) => {
  const make = makerFor(host)
  const net = createNet(() => host.answers.online)
  const files = createFiles(disk)
  const canvases = createCanvases(host, files, net)
  const place = { scrollTop: 0 }
  const views = createViews(host, () => place.scrollTop)
  const permissions = createPermissions(host, make, files)
  const phone = phoneApis(host, make, files)
  const manager = fileSystem(host, make, files)
  const tickets = createGroupTickets(host, make)
  const mock: Dict = {
    ...phone.apis,
    ...permissions.apis,
    createSelectorQuery: selectorQueryOf(host, () => place.scrollTop, canvases.nodeOf),
    createIntersectionObserver: views.createIntersectionObserver,
    ...netApis(make, net, files),
    ...tickets.apis,
    ...routes,
    cloud: cloudApis(host, make, { net, files, tickets }),
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getFileSystemManager: () => manager,
    canvasToTempFilePath: make.async('canvasToTempFilePath', canvases.toTempFile),
    createOffscreenCanvas: ({ width, height }: { width?: number; height?: number } = {}) =>
      createCanvasNode(host, files, net, width, height),
  }
  const wx = new Proxy(mock, {
    get: (target, key) => {
      if (typeof key === 'string' && !(key in target) && !NOT_APIS.has(key)) missing.add(key)
      return Reflect.get(target, key) as unknown
    },
  })
  return { wx, apiNames: Object.keys(mock), place, views, permissions, phone, files, net }
}
export type Wx = ReturnType<typeof createWx>
