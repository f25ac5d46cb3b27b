// Which tests run where: plain Node for rules, functions and the emulator; jsdom for components and the weapp harness.
const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
      target: 'es2022',
    },
    module: { type: 'commonjs' },
  },
]
const base = {
  rootDir: __dirname,
  transform: { '^.+\\.(m?[jt]sx?)$': swc },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.ripple/'],
  transformIgnorePatterns: [
    '^(?!.*/node_modules/(?:@tarojs|@stencil|@ant-design/(?:colors|fast-color)|mingo|zod)/).*/node_modules/',
  ],
  moduleNameMapper: {
    '\\.(css|scss)$': '<rootDir>/test/support/style.cjs',
    '^@/(.*)$': '<rootDir>/client/$1',
    '^@shared/(.*)$': '<rootDir>/shared/$1',
    '^@tarojs/components$': '<rootDir>/node_modules/@tarojs/components/lib/react/component-lib/index.js',
  },
}
const node = (name) => ({
  ...base,
  displayName: name,
  testEnvironment: 'node',
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
})
module.exports = {
  noStackTrace: false,
  projects: [
    node('domain'),
    node('emulator'),
    node('functions'),
    node('weapp'),
    node('journeys'),
    { ...base, displayName: 'client', testEnvironment: 'jsdom', testMatch: ['<rootDir>/test/client/**/*.test.tsx'] },
  ],
}
