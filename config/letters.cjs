// How do letters grow with the size she set in WeChat? Every font size is multiplied by --letters (client/ui/letters.ts).
const LENGTH = /^[\d.]+(px|rpx|rem)$/i

module.exports = () => ({
  postcssPlugin: 'ripple-letters',
  Declaration: {
    'font-size': (declared) => {
      if (LENGTH.test(declared.value)) declared.value = `calc(${declared.value} * var(--letters, 1))`
    },
  },
})
module.exports.postcss = true
