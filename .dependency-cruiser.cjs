// Who may import whom. Each rule's comment is the sentence a person sees when she breaks it.
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    forbid('no-cycles', 'Two files may not need each other: move what both need into a third.', {}, { circular: true }),
    forbid(
      'domain-is-pure',
      'shared/domain holds rules only: it imports itself, dayjs in day.ts, and the moon in lunar.ts. No zod, no I/O, no clock.',
      { path: '^shared/domain/' },
      { pathNot: '^shared/domain/|^node_modules/(dayjs|tyme4ts)/' },
    ),
    forbid(
      'moon-only-in-lunar',
      "The moon's calendar is asked in shared/domain/lunar.ts only.",
      { path: '^(shared|client|cloudfunctions)/', pathNot: '^shared/domain/lunar\\.ts$' },
      { path: '^node_modules/tyme4ts/' },
    ),
    forbid(
      'no-moon-on-the-phone',
      "The moon's calendar weighs 200 KB: the server says on which day a special day falls, the phone shows it.",
      { path: '^client/' },
      { path: '^shared/domain/(lunar|occasion|reminder)\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'dayjs-only-in-day',
      'Days and instants are made in shared/domain/day.ts only.',
      {
        path: '^(shared|client|cloudfunctions)/',
        pathNot: '^shared/domain/day\\.ts$|\\.h5\\.tsx$|^client/pkgs/desk/_parts/',
      },
      { path: '^node_modules/dayjs/' },
    ),
    forbid(
      'contracts-are-shapes',
      'shared/contracts describes what crosses the wire: it imports zod and shared/domain, nothing else.',
      { path: '^shared/contracts/' },
      { pathNot: '^shared/(contracts|domain)/|^node_modules/zod/' },
    ),
    forbid(
      'painter-is-pure',
      'shared/painter paints over the Canvas 2D interface: it imports shared/domain and itself; no Taro, no Node.',
      { path: '^shared/painter/' },
      { pathNot: '^shared/(painter|domain)/' },
    ),
    forbid(
      'sdk-only-in-cloud',
      'The CloudBase SDK is used in cloudfunctions/_kit/cloud.ts only; everything else goes through _kit/data.',
      { path: '^(cloudfunctions|shared|client)/', pathNot: '^cloudfunctions/_kit/cloud\\.ts$' },
      { path: '^node_modules/@cloudbase/' },
    ),
    forbid(
      'cloud-behind-four-files',
      "The SDK's traps are met in collection.ts, files.ts and the two of WeChat: ask through them, never cloud.ts itself.",
      { path: '^cloudfunctions/', pathNot: '^cloudfunctions/_kit/(collection|files|wechat|wechat-check)\\.ts$' },
      { path: '^cloudfunctions/_kit/cloud\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'kit-knows-no-function',
      'cloudfunctions/_kit serves every function and knows none of them.',
      { path: '^cloudfunctions/_kit/' },
      { path: '^cloudfunctions/(?!_kit/)|^client/|^emulator/' },
    ),
    ...['reader', 'rep', 'hq', 'render', 'open', 'jobs', 'wechat'].map((name) =>
      forbid(
        `function-${name}-stands-alone`,
        `cloudfunctions/${name} is deployed alone: it imports shared and _kit, never another function.`,
        { path: `^cloudfunctions/${name}/` },
        { path: `^cloudfunctions/(?!_kit/|${name}/)|^client/|^emulator/` },
      ),
    ),
    forbid(
      'platform-knows-no-product',
      'client/platform is the door to Taro and the network: no features, no pages, no look.',
      { path: '^client/platform/' },
      { path: '^client/(features|pages|pkgs|ui)/' },
    ),
    forbid(
      'contracts-as-types',
      'The client takes contracts as types only: zod would weigh hundreds of KB on the phone.',
      { path: '^client/' },
      { path: '^shared/contracts/|^node_modules/zod/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'taro-only-in-platform',
      'Only client/platform, pages and the app touch Taro itself; features and ui use platform and @tarojs/components.',
      { path: '^client/(ui|features)/' },
      { path: '^node_modules/@tarojs/taro/' },
    ),
    forbid(
      'ui-knows-no-domain',
      'client/ui is our look and knows no domain: React, Taro components and itself.',
      { path: '^client/ui/' },
      { path: '^shared/|^client/(features|pages|pkgs|platform)/' },
    ),
    forbid(
      'features-do-not-mix',
      'A feature never imports another feature: what both need belongs to ui, platform or shared/domain.',
      { path: '^client/features/([^/]+)/' },
      { path: '^client/features/(?!$1/)|^client/(pages|pkgs)/' },
    ),
    forbid(
      'pages-do-not-mix',
      'A page never imports another page: what both need belongs to a feature.',
      { path: '^client/pages/([^/]+)/' },
      { path: '^client/pages/(?!$1/)|^client/pkgs/' },
    ),
    forbid(
      'subpages-do-not-mix',
      'A page in a subpackage never imports another page.',
      { path: '^client/pkgs/([^/]+)/' },
      { path: '^client/pkgs/(?!$1/)|^client/pages/' },
    ),
    forbid(
      'desk-kit-stays-on-the-desk',
      'Ant Design belongs to the desk in a browser; no phone page may carry it.',
      { path: '^client/', pathNot: '^client/pkgs/desk/(_parts/|.*\\.h5\\.tsx$)' },
      { path: '^node_modules/(antd|@ant-design)/' },
    ),
    forbid(
      'charts-come-through-one-file',
      'ECharts is taken by chart-library.ts alone, which the desk loads when a chart is seen: elsewhere it would come twice.',
      { path: '^client/', pathNot: '^client/pkgs/desk/_parts/chart-library\\.ts$' },
      { path: '^node_modules/(echarts|zrender)/' },
    ),
    forbid(
      'product-is-not-a-test',
      'Product code never imports emulator, test, bench or tools.',
      { path: '^(client|cloudfunctions|shared)/' },
      { path: '^(emulator|test|bench|tools)/' },
    ),
    forbid(
      'emulator-knows-no-product',
      'The local cloud imitates CloudBase and knows nothing of Ripple but the type of its schema.',
      { path: '^emulator/' },
      { path: '^(client|cloudfunctions|tools|test)/|^shared/(?!schema\\.ts)' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'types', 'node', 'default'],
    },
    exclude: { path: '\\.(scss|css)$' },
  },
}
