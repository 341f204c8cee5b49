/** WCAG 2.2 AA: 4.5 to 1 for text, 3 to 1 for what is no text. The colours are read from the style sheet. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { kindNames } from '../../src/view/kinds.ts'
import { root } from '../helpers/paths.ts'

const css = readFileSync(`${root}src/view/page/theme.css`, 'utf8')
const [, light = '', dark = ''] = /:root \{(.*?)\}.*?:root \{(.*?)\}/s.exec(css) ?? []
const colours = (block: string) =>
  new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]))

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

const text: readonly (readonly [string, string])[] = [
  ...['bg', 'paper', 'shade'].flatMap((ground) => ['ink', 'soft', 'accent'].map((ink) => [ink, ground] as const)),
  ...[...kindNames, 'own'].flatMap((kind) => [
    ['ink', `${kind}-t`] as const,
    ['ink', `${kind}-s`] as const,
    // Letters and labels of kinds.
    [kind, `${kind}-t`] as const,
    [kind, 'paper'] as const,
    [kind, 'shade'] as const,
    [kind, 'bg'] as const,
  ]),
]

describe.each([
  ['light', colours(light)],
  ['dark', new Map([...colours(light), ...colours(dark)])],
])('%s', (_, palette) => {
  it.each(text)('%s is readable on %s', (ink, ground) => {
    expect(contrast(palette.get(ink) as string, palette.get(ground) as string)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['bg', 'paper'])('what has the focus shows on %s', (ground) => {
    expect(contrast(palette.get('focus') as string, palette.get(ground) as string)).toBeGreaterThanOrEqual(3)
  })
})
