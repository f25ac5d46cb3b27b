export default definePageConfig({ navigationBarTitleText: '涟漪', disableScroll: false })
