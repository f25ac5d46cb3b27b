export default definePageConfig({ navigationBarTitleText: '涟漪', enablePullDownRefresh: true })
