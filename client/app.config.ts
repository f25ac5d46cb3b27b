// The table of contents: the reader's pages first, then the rep's tabs; other rep pages and HQ in subpackages.
export default defineAppConfig({
  pages: [
    'pages/read/index',
    'pages/privacy/index',
    'pages/today/index',
    'pages/feed/index',
    'pages/contacts/index',
    'pages/me/index',
  ],
  subPackages: [
    { root: 'pkgs/rep', pages: ['kit/index', 'contact/index'] },
    { root: 'pkgs/desk', pages: ['home/index'] },
    { root: 'pkgs/account', pages: ['sign-in/index'] },
  ],
  tabBar: {
    color: '#5A6A64',
    selectedColor: '#0B7A5B',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
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
    navigationBarBackgroundColor: '#F6F8F7',
    navigationBarTextStyle: 'black',
    backgroundColor: '#F6F8F7',
    backgroundTextStyle: 'dark',
  },
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
})
