// What do tests in plain Node run in? Jest's own environment, in a context whose names are looked up as quickly as anywhere.
const vm = require('node:vm')
const { TestEnvironment } = require('jest-environment-node')

/**
 * Jest makes its context of a Proxy, so that every `Map` or `Math` in a test costs a call through it: sums and searches
 * take several times as long as in Node. A context of its own kind has no such detour (Node 20.18, nodejs.org/api/vm.html).
 */
class NodeEnvironment extends TestEnvironment {
  constructor(config, context) {
    const { createContext } = vm
    const { DONT_CONTEXTIFY } = vm.constants ?? {}
    if (DONT_CONTEXTIFY) vm.createContext = () => createContext(DONT_CONTEXTIFY)
    try {
      super(config, context)
    } finally {
      vm.createContext = createContext
    }
  }
}

module.exports = NodeEnvironment
