/// <reference types="@tarojs/taro" />
declare module '*.scss'
declare const RIPPLE_CLOUD_ENV: string
declare const RIPPLE_LOCAL_CLOUD: string
declare const RIPPLE_LOCAL_OPENID: string
declare const RIPPLE_API_BASE: string
declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5'
    NODE_ENV: 'development' | 'production'
  }
}
