/**
 * The public surface as a reviewed report: `npm run api` writes docs/api/NAME.api.md for each library from its declarations in dist;
 * `-- --check` fails where one has changed and nobody has written it, and leaves the files alone.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CompilerState, Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor'
import { libraries } from './entries.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const check = process.argv.includes('--check')
const temp = mkdtempSync(join(tmpdir(), 'trichluc-api-'))
mkdirSync(`${root}docs/api`, { recursive: true })
writeFileSync(
  join(temp, 'tsconfig.json'),
  JSON.stringify({ extends: `${root}tsconfig.json`, include: [`${root}dist/*.d.ts`] }),
)

const configs = libraries.map(({ name }) => {
  const declarations = `${root}dist/${name}.d.ts`
  if (!existsSync(declarations)) throw new Error(`${declarations} is not there: npm run build comes first`)
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: declarations,
      compiler: { tsconfigFilePath: join(temp, 'tsconfig.json') },
      apiReport: {
        enabled: true,
        reportFileName: `${name}.api.md`,
        reportFolder: `${root}docs/api`,
        reportTempFolder: temp,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf' as never,
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
        extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: `${root}package.json`,
  })
})
// One program for all of them: each would compile the same declarations anew.
const [first, ...others] = configs as [ExtractorConfig, ...ExtractorConfig[]]
const compilerState = CompilerState.create(first, {
  additionalEntryPoints: others.map(({ mainEntryPointFilePath }) => mainEntryPointFilePath),
})
const stale = configs.filter((config) => {
  const { apiReportChanged } = Extractor.invoke(config, {
    compilerState,
    localBuild: !check,
    messageCallback: (message) => {
      message.handled = true
    },
  })
  return apiReportChanged
})
rmSync(temp, { recursive: true })
if (check && stale.length > 0) {
  console.error(
    `the public surface of ${stale.map(({ reportFilePath }) => basename(reportFilePath)).join(', ')} has changed: npm run build && npm run api, and look at the difference of docs/api`,
  )
  process.exitCode = 1
}
