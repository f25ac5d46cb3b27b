// How Taro compiles client/ (Taro reads this file at the root).
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]],
  plugins: process.env.TARO_ENV === 'h5' ? ['./config/rare-components.cjs'] : [],
}
