// What do component tests run in? Jest's own jsdom, without what costs most of its time and no test looks at: how it looks.
const path = require('node:path')
const { default: JsdomEnvironment } = require('jest-environment-jsdom')

/** Out of the jsdom that Jest brings. */
const ofJsdom = (name) =>
  require(require.resolve(name, { paths: [path.dirname(require.resolve('jest-environment-jsdom'))] }))
// as a whole before its parts
ofJsdom('jsdom')

// Ant Design writes thousands of rules, and each question for a role would match all of them with every element. Ours are
// not read either (style.cjs). What hides an element from people stands in its attributes and its own style: that is kept.
const { implementation: StyleElement } = ofJsdom('jsdom/lib/jsdom/living/nodes/HTMLStyleElement-impl')
StyleElement.prototype._updateAStyleBlock = () => undefined
// nor are colours worked out, which jsdom does for fifteen properties at every question
const { propertiesWithResolvedValueImplemented: resolved } = ofJsdom('jsdom/lib/jsdom/living/helpers/style-rules')
for (const name of Object.keys(resolved)) if (/color/.test(name)) delete resolved[name]

module.exports = JsdomEnvironment
