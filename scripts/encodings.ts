/** Tables of legacy encodings: src/encodings/tables.generated.ts, from iconv-lite where it has them and else from src/encodings/*.tsv. */
import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'

export function encodingTables(): string {
  const windows1252 = table('windows-1252')
  const tcvn5712 = table('tcvn')
  // The ABC fonts have no capitals with tones: below A0 they are windows-1252, where Word puts quotes and dashes.
  const tcvn3 = windows1252.slice(0, 0xa0) + tcvn5712.slice(0xa0)
  const tables = {
    'windows-1252': windows1252,
    'windows-1258': table('windows-1258'),
    tcvn3,
    tcvn5712,
    viscii: table('viscii'),
    vps: vps(),
  }
  return [
    '// Written from iconv-lite and from the .tsv files of this folder by `npm run generate`. Do not edit.',
    '',
    '/** The character of each byte. Bytes without one stand for themselves. */',
    'export const byteTables = {',
    ...Object.entries(tables).map(([name, characters]) => `  '${name}': ${quoted(characters)},`),
    '} as const',
    '',
    '/** Pairs: one or two bytes, as windows-1252 shows them, and their letter, with spaces between. */',
    `export const vniPairs = ${quoted(pairs('vni'))}`,
    '',
    '/** Pairs: ASCII, and the letter that it stands for, with spaces between. */',
    `export const viqrPairs = ${quoted(pairs('viqr'))}`,
    '',
  ].join('\n')
}

/** The characters of the bytes 0 to 255. What iconv-lite has no character for is the control character of that number, as browsers have it. */
const table = (name: string) =>
  Array.from({ length: 256 }, (_, byte) => {
    const character = iconv.decode(Buffer.from([byte]), name)
    return character === '\ufffd' ? String.fromCharCode(byte) : character
  }).join('')

function vps(): string {
  const characters = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte))
  for (const [byte = '', character = ''] of rows('vps')) {
    characters[Number.parseInt(byte, 16)] = character === 'NBSP' ? '\u00a0' : character
  }
  return characters.join('')
}

const pairs = (file: string) =>
  rows(file)
    .map(([from, to]) => `${from} ${to}`)
    .join(' ')

const rows = (file: string) =>
  readFileSync(new URL(`../src/encodings/${file}.tsv`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.split('\t'))

/** As a literal that a reader of the file and every editor can show. */
const quoted = (text: string) =>
  JSON.stringify(text).replace(
    /[\u007f-\u00a0\u00ad]|\p{M}/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
