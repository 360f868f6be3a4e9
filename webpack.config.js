'use strict'

const fs = require('node:fs')
const path = require('node:path')
const webpack = require('webpack')
const MiniCssExtractPlugin = require('mini-css-extract-plugin')
const CssMinimizerPlugin = require('css-minimizer-webpack-plugin')
const TerserPlugin = require('terser-webpack-plugin')

const at = (file) => path.resolve(__dirname, file)
const settings = { '@settings$': at('frontend/settings/src/index.ts') }

/** `frontend/engine/src/index.ts`, the same on every machine. */
const sourceName = (info) =>
  path.relative(__dirname, info.absoluteResourcePath).split(path.sep).join('/')

/** Types are checked by `npm run check`; here they are only taken away. */
const typeScript = (configFile) => ({
  test: /\.tsx?$/,
  exclude: /node_modules/,
  loader: 'ts-loader',
  options: {
    transpileOnly: true,
    configFile: at(configFile),
    instance: configFile,
    compilerOptions: {
      // The alias leads to the settings' sources, outside the project's own folder.
      rootDir: __dirname,
      composite: false,
      declaration: false,
      emitDeclarationOnly: false,
      sourceMap: true,
    },
  },
})

/** One ES5 script that defines one global: what Rhino runs (docs/adr/0001). Unminified, so that a fault shows its place. */
const script = (name, library, entry) => ({
  name,
  context: __dirname,
  target: ['web', 'es5'],
  entry: at(entry),
  output: {
    path: at(`frontend/dist/${name}`),
    filename: `${name}.js`,
    library: { name: library, type: 'var' },
    clean: true,
  },
  resolve: { extensions: ['.ts', '.js'], alias: settings },
  module: { rules: [typeScript('frontend/engine/tsconfig.json')] },
  optimization: { minimize: false },
  plugins: [
    new webpack.SourceMapDevToolPlugin({
      filename: '[file].map',
      noSources: true,
      moduleFilenameTemplate: sourceName,
    }),
  ],
  performance: { hints: false },
  devtool: false,
})

/** Writes which files the page must link first, so that the servlet can do so. */
class EntryManifest {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('EntryManifest', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT
      compilation.hooks.processAssets.tap({ name: 'EntryManifest', stage }, () => {
        const files = [...compilation.entrypoints.values()].flatMap((entry) => entry.getFiles())
        const ending = (end) => files.filter((file) => file.endsWith(end))
        const text = JSON.stringify({ js: ending('.js'), css: ending('.css') })
        compilation.emitAsset('entry.json', new webpack.sources.RawSource(text))
      })
    })
  }
}

/** Packages name chunks too, with signs that an address would have to escape. */
const plainName = (chunk) => String(chunk.name ?? chunk.id).replace(/[^\w-]/g, '')

/** The admin page: split by tab, one style sheet, themes and feature gates without run-time loading. */
const admin = () => ({
  name: 'admin',
  context: __dirname,
  target: ['web', 'es2019'],
  entry: { page: at('frontend/admin/src/index.tsx') },
  output: {
    path: at('frontend/dist/admin'),
    filename: '[name].[contenthash:8].js',
    chunkFilename: ({ chunk }) => `${plainName(chunk)}.[contenthash:8].js`,
    publicPath: 'auto',
    uniqueName: 'scimForCrowd',
    clean: true,
  },
  resolve: {
    extensions: ['.tsx', '.ts', '.js'],
    // Atlaskit ships an ES2019 build beside the older one.
    mainFields: ['module:es2019', 'browser', 'module', 'main'],
    alias: {
      ...settings,
      '@atlaskit/feature-gate-js-client/feature-gates$': at(
        'frontend/admin/src/host/feature-gates-stub.ts',
      ),
      '@atlaskit/tokens/set-global-theme$': at('frontend/admin/src/host/set-global-theme-stub.ts'),
      '@atlaskit/tokens/artifacts/theme-import-map$': at(
        'frontend/admin/src/host/theme-import-map-stub.ts',
      ),
      'react-scrolllock$': at('frontend/admin/src/host/scroll-lock-stub.ts'),
    },
  },
  module: {
    rules: [
      typeScript('frontend/admin/tsconfig.json'),
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'], sideEffects: true },
    ],
  },
  optimization: {
    splitChunks: {
      chunks: 'all',
      cacheGroups: {
        styles: { type: 'css/mini-extract', name: 'styles', chunks: 'all', enforce: true },
      },
    },
    minimizer: [
      new TerserPlugin({ minify: TerserPlugin.swcMinify, extractComments: false }),
      new CssMinimizerPlugin(),
    ],
  },
  plugins: [
    new EntryManifest(),
    new MiniCssExtractPlugin({ filename: '[name].[contenthash:8].css', ignoreOrder: true }),
  ],
  performance: { hints: false },
  devtool: false,
})

/** The bundles whose first file is there. */
module.exports = () =>
  [
    script('engine', 'ScimEngine', 'frontend/engine/src/index.ts'),
    script('engine-tests', 'EngineTests', 'frontend/engine/test/in-jvm.ts'),
    admin(),
  ].filter((config) =>
    fs.existsSync(typeof config.entry === 'string' ? config.entry : config.entry.page),
  )
