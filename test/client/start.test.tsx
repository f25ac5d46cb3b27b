// Does the app come at once, except where an article is opened for the first time, and there soon after what she sees first?
import { startApp } from '@/platform/early'

const APP = ['/js/app.js']
const READ = ['/chunk/1.js', '/css/1.css']

const open = (hash: string, remembers = false): void => {
  document.head.innerHTML = ''
  localStorage.clear()
  if (remembers) localStorage.setItem('ripple.cache', '{}')
  location.hash = hash
  Object.assign(globalThis, { RIPPLE_APP_FILES: APP, RIPPLE_READ_FILES: READ, rippleStart: undefined })
  jest.isolateModules(() => require('../../client/start'))
}
const asked = (name: string): (string | null)[] =>
  [...document.head.querySelectorAll(name)].map((each) => each.getAttribute('src') ?? each.getAttribute('href'))
const styles = () => asked('link[rel=stylesheet]')
const ahead = () => asked('link[rel=preload]')

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

test('another page: the app at once, and nothing of the article’s', () => {
  open('#/pages/today/index')
  expect([asked('script'), ahead(), styles()]).toEqual([APP, APP, []])
})

test('an article on a phone that was here before: all at once', () => {
  open('#/pages/read/index?p=a01', true)
  expect([asked('script'), ahead(), styles()]).toEqual([APP, [...APP, '/chunk/1.js'], ['/css/1.css']])
})

test('an article on a new phone: its look at once, the app when it is told that the first screen is there', () => {
  open('#/pages/read/index?p=a01')
  expect([asked('script'), ahead(), styles()]).toEqual([[], [], ['/css/1.css']])
  startApp()
  startApp()
  jest.runAllTimers()
  expect([asked('script'), ahead(), styles()]).toEqual([APP, [...APP, '/chunk/1.js'], ['/css/1.css']])
})

test('an article whose first screen does not come: the app comes by itself', () => {
  open('#/pages/read/index?p=a01')
  jest.advanceTimersByTime(799)
  expect(asked('script')).toEqual([])
  jest.advanceTimersByTime(1)
  expect(asked('script')).toEqual(APP)
})
