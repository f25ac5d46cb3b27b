// How does the app ask where things are? Selector queries over the paper layout.
import { datasetOf } from '../builtins'
import type { Dict } from '../compile'
import { clientRect, type Rect, SCREEN } from '../layout'
import type { CanvasNode } from './canvas'
import type { Host } from './host'

type Told = (result: unknown) => void
type Wish = { select: () => Element[] | 'viewport'; single: boolean; fields: Dict; told?: Told | undefined }
type Bound = Element & { __wxElement?: { ownerShadowRoot?: { getHostNode(): { is: string } } } }

/** A page's query does not see into components, so not below the 16th level of a Taro page. */
export const selectIn = (host: Host, selector: string): Element[] => {
  const { element, route } = host.current()
  const found = [...element.querySelectorAll(selector)] as Bound[]
  return found.filter((one) => one.__wxElement?.ownerShadowRoot?.getHostNode().is === route)
}

/** `wx.createSelectorQuery` for the page in front. */
export const selectorQueryOf = (host: Host, scrollTop: () => number, canvasOf: (element: Element) => CanvasNode) => {
  const rectOf = (element: Element): Rect => clientRect(host.current().element, element, scrollTop())

  const fieldsOf = (element: Element, wanted: Dict): Dict => {
    const rect = rectOf(element)
    return {
      ...(wanted.id ? { id: element.id } : {}),
      ...(wanted.dataset ? { dataset: datasetOf(element) } : {}),
      ...(wanted.rect ? { left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom } : {}),
      ...(wanted.size || wanted.rect ? { width: rect.width, height: rect.height } : {}),
      ...(wanted.scrollOffset
        ? { scrollLeft: 0, scrollTop: 0, scrollWidth: rect.width, scrollHeight: rect.height }
        : {}),
    }
  }
  const answer = ({ select, single, fields }: Wish): unknown => {
    const found = select()
    if (found === 'viewport') {
      return host.realm.into({ ...SCREEN, left: 0, top: 0, scrollLeft: 0, scrollTop: scrollTop(), dataset: {} })
    }
    const told = found.map((element) => {
      const plain = host.realm.into(fieldsOf(element, fields))
      const isCanvas = element.tagName === 'CANVAS' && host.answers.canvas !== 'is not there'
      return fields.node && isCanvas ? Object.assign(plain, { node: canvasOf(element) }) : plain
    })
    return single ? (told[0] ?? null) : told
  }
  const createSelectorQuery = (): Dict => {
    const wishes: Wish[] = []
    const nodes = (select: Wish['select'], single: boolean): Dict => {
      const wish = (fields: Dict) => (told?: Told) => {
        wishes.push({ select, single, fields, told })
        return query
      }
      return {
        fields: (fields: Dict, told?: Told) => wish(fields)(told),
        boundingClientRect: wish({ id: true, dataset: true, rect: true, size: true }),
        scrollOffset: wish({ id: true, dataset: true, scrollOffset: true }),
        node: wish({ node: true }),
        context: wish({}),
      }
    }
    const query: Dict = {
      in: () => query,
      select: (selector: string) => nodes(() => selectIn(host, selector), true),
      selectAll: (selector: string) => nodes(() => selectIn(host, selector), false),
      selectViewport: () => nodes(() => 'viewport', true),
      exec: (told?: Told) => {
        setTimeout(() => {
          if (!host.isAlive()) return
          const results = wishes.map(answer)
          wishes.forEach((wish, index) => {
            wish.told?.(results[index])
          })
          told?.(results)
        }, 5)
        return query
      },
    }
    return query
  }
  return createSelectorQuery
}
