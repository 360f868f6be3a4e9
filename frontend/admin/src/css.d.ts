declare module '*.css'
declare module '@atlaskit/css-reset'
