// The table of contents: the reader's pages first, then the rep's tabs; other rep pages and HQ in subpackages.
/** WeChat reads day and night from theme.json; a browser from the styles. */
const byTheme = (name: string, inBrowser: string): string => (process.env.TARO_ENV === 'weapp' ? `@${name}` : inBrowser)

export default defineAppConfig({
  pages: [
    'pages/read/index',
    'pages/privacy/index',
    'pages/column/index',
    'pages/today/index',
    'pages/feed/index',
    'pages/contacts/index',
    'pages/me/index',
  ],
  subPackages: [
    {
      root: 'pkgs/rep',
      pages: [
        'kit/index',
        'contact/index',
        'readers/index',
        'reminders/index',
        'signals/index',
        'groups/index',
        'playbooks/index',
        'partners/index',
        'polls/index',
        'import/index',
        'spread/index',
        'deal/index',
        'circles/index',
        'ladder/index',
        'offers/index',
        'post-spread/index',
      ],
    },
    { root: 'pkgs/desk', pages: ['home/index'] },
    { root: 'pkgs/account', pages: ['sign-in/index', 'partner/index', 'poll/index', 'offer/index'] },
  ],
  tabBar: {
    color: byTheme('tab', '#5A6A64'),
    selectedColor: byTheme('tabOn', '#0B7A5B'),
    backgroundColor: byTheme('card', '#FFFFFF'),
    borderStyle: byTheme('tabLine', 'white') as 'white',
    list: [
      {
        pagePath: 'pages/today/index',
        text: '今日',
        iconPath: 'assets/tab-today.png',
        selectedIconPath: 'assets/tab-today-on.png',
      },
      {
        pagePath: 'pages/feed/index',
        text: '动态',
        iconPath: 'assets/tab-feed.png',
        selectedIconPath: 'assets/tab-feed-on.png',
      },
      {
        pagePath: 'pages/contacts/index',
        text: '客户',
        iconPath: 'assets/tab-contacts.png',
        selectedIconPath: 'assets/tab-contacts-on.png',
      },
      {
        pagePath: 'pages/me/index',
        text: '我的',
        iconPath: 'assets/tab-me.png',
        selectedIconPath: 'assets/tab-me-on.png',
      },
    ],
  },
  window: {
    navigationBarTitleText: '涟漪',
    navigationBarBackgroundColor: byTheme('surface', '#F6F8F7'),
    navigationBarTextStyle: byTheme('ink', 'black') as 'black',
    backgroundColor: byTheme('surface', '#F6F8F7'),
    backgroundTextStyle: byTheme('dots', 'dark') as 'dark',
  },
  // a rep opens a kit or a contact from here; the code is there before she taps
  preloadRule: {
    'pages/today/index': { network: 'all', packages: ['pkgs/rep'] },
    'pages/contacts/index': { network: 'all', packages: ['pkgs/rep'] },
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
})
