// Lets the mini program's templates carry what screen readers are told; Taro's own leave aria attributes out.
const path = require('node:path')

const { ARIA_COMPONENTS } = require('./aria-components.cjs')

module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      platform.template.mergeComponents(ctx, ARIA_COMPONENTS)
      // templates and runtime number the attributes alike only when both know the same ones
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'aria-runtime.js')].flat()
    },
  })
}
