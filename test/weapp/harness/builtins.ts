// What do WeChat's built-in components tell the app when a person touches them? Event shapes and open-type buttons.
import type * as glass from 'glass-easel'
import type { Dict } from './compile'

type Target = { id?: string; dataset?: Dict | null; $$?: unknown }

/** What the app is told of an element: never the element itself. */
const plainTarget = (target: Target): Dict => ({
  id: target.id ?? '',
  dataset: { ...target.dataset },
  offsetLeft: 0,
  offsetTop: 0,
})

/** The object WeChat hands to a handler. */
export const plainEvent = (event: glass.Event<unknown>): Dict => {
  const shadowed = event as unknown as { target: Target; currentTarget: Target; mark?: Dict | null }
  return {
    type: event.type,
    timeStamp: event.timeStamp,
    target: plainTarget(shadowed.target),
    currentTarget: plainTarget(shadowed.currentTarget),
    mark: { ...shadowed.mark },
    detail: event.detail ?? {},
    ...event.extraFields,
  }
}

const touch = (x: number, y: number): Dict => ({ identifier: 0, pageX: x, pageY: y, clientX: x, clientY: y })

/** The events of one tap, in WeChat's order. */
export const tapEvents = (x = 10, y = 10): { type: string; detail: Dict; extra: Dict }[] => {
  const at = touch(x, y)
  return [
    { type: 'touchstart', detail: {}, extra: { touches: [at], changedTouches: [at] } },
    { type: 'touchend', detail: {}, extra: { touches: [], changedTouches: [at] } },
    { type: 'tap', detail: { x, y }, extra: { touches: [at], changedTouches: [at] } },
  ]
}

/** The events of typing `value` into a field and leaving it. */
export const inputEvents = (value: string): { type: string; detail: Dict }[] => [
  { type: 'focus', detail: { value: '', height: 0 } },
  { type: 'input', detail: { value, cursor: value.length, keyCode: 0 } },
  { type: 'blur', detail: { value, cursor: value.length } },
]

/** A button that WeChat would not let her press. */
export const isDisabled = (element: Element): boolean => {
  const disabled = element.getAttribute('disabled') ?? ''
  return disabled !== '' && disabled !== 'false' // empty is what an expression without a value gives
}

/** What WeChat itself does after a tap on `<button open-type>`; null for an ordinary element. */
export const openTypeOf = (element: Element): { type: string; button: Element } | null => {
  const button = element.closest('button')
  const type = button?.getAttribute('open-type')
  return button && type ? { type, button } : null
}

export const datasetOf = (element: Element): Dict => {
  const bound = element as Element & { __wxElement?: { dataset?: Dict } }
  return { ...bound.__wxElement?.dataset }
}
