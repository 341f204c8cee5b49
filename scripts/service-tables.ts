/** Tables of docs/service.md, from the code. */
import { problemKinds } from '../src/server/problems.ts'
import { defaultOf, table, variableOf } from '../src/server/settings.ts'

export const settingsTable = (): string =>
  ['| Flag | Environment | Default | What it is |', '|---|---|--:|---|']
    .concat(
      table.map((setting) => {
        const flag = setting.secret ? '-' : `\`--${setting.flag}\``
        return `| ${flag} | \`${variableOf(setting)}\` | ${defaultOf(setting)} | ${setting.meaning} |`
      }),
    )
    .concat('| `--keys-file` | `TRICHLUC_KEYS_FILE` | none | file with keys, one a line |')
    .join('\n')

export const problemsTable = (): string =>
  ['| Code | Status | What is wrong |', '|---|--:|---|']
    .concat(problemKinds.map(({ code, status, title }) => `| \`${code}\` | ${status} | ${title} |`))
    .join('\n')
