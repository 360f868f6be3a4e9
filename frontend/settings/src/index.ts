export * from './settings'
export * from './admin-api'
