// How Taro compiles client/ (Taro reads this file at the root).
module.exports = { presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]] }
