// Lets the mini program's templates carry what screen readers are told; Taro's own leave aria attributes out.
const ARIA = { 'aria-role': '', 'aria-label': '' }

module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      platform.template.mergeComponents(ctx, {
        View: ARIA,
        Text: ARIA,
        Image: ARIA,
        Input: ARIA,
        Textarea: ARIA,
        Button: ARIA,
      })
    },
  })
}
