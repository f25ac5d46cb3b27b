// Which tests run where: plain Node for rules, functions and the emulator; jsdom for components and the weapp harness.
const buildPackages = require('./test/support/packages.cjs')

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
  globalSetup: '<rootDir>/test/support/packages.cjs',
  transform: { '^.+\\.(m?[jt]sx?)$': swc },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.ripple/'],
  transformIgnorePatterns: [
    '^(?!.*/node_modules/(?:@tarojs|@stencil|@ant-design/(?:colors|fast-color)|mingo|zod)/).*/node_modules/',
  ],
  moduleNameMapper: {
    ...buildPackages.mapped,
    '\\.(css|scss)$': '<rootDir>/test/support/style.cjs',
    '^@/(.*)$': '<rootDir>/client/$1',
    '^@shared/(.*)$': '<rootDir>/shared/$1',
    '^@tarojs/components$': '<rootDir>/node_modules/@tarojs/components/lib/react/component-lib/index.js',
  },
}
const node = (name) => ({
  ...base,
  displayName: name,
  testEnvironment: '<rootDir>/test/support/node-environment.cjs',
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
})
module.exports = {
  noStackTrace: false,
  testTimeout: 30_000, // on a busy machine; what takes longer says so itself
  projects: [
    node('domain'),
    node('emulator'),
    node('functions'),
    node('weapp'),
    node('journeys'),
    {
      ...base,
      displayName: 'client',
      testEnvironment: '<rootDir>/test/support/jsdom-environment.cjs',
      testMatch: ['<rootDir>/test/client/**/*.test.tsx'],
    },
  ],
}
