import { describe, expect, it } from 'vitest'
import { type ExtractOptions, extract, factTypes, OptionError } from '../src/index.ts'
import { isIsoDate } from '../src/options.ts'

const TEXT = 'Hội nghị có 64 điểm cầu.'
const wrong = (options: object) => {
  try {
    extract(TEXT, options as ExtractOptions)
  } catch (error) {
    expect(error).toBeInstanceOf(OptionError)
    return (error as OptionError).message
  }
  throw new Error('no error')
}

describe('a wrong option', () => {
  it.each([
    [{ referenceDat: '2023-12-05' }, 'option referenceDat: there is no such option; did you mean referenceDate?'],
    [{ type: ['date'] }, 'did you mean types?'],
    [{ types: ['dates'] }, 'there is no fact type "dates"; did you mean date?'],
    [{ types: ['oficial'] }, 'did you mean official?'],
    [{ types: 'date' }, 'option types: expected a list of fact types, got "date"'],
    [{ offsets: 'utf-8' }, 'did you mean utf8?'],
    [{ referenceDate: '2023-02-30' }, 'expected a day as YYYY-MM-DD, got "2023-02-30"'],
    [{ referenceDate: 20231205 }, 'got 20231205'],
    [{ referenceDate: '05/12/2023' }, 'got "05/12/2023"'],
    [{ nfc: 'unorm' }, 'option nfc: expected a function'],
  ])('%j', (options, message) => {
    expect(wrong(options)).toContain(message)
  })

  it('that is no object is named', () => {
    expect(wrong(null as unknown as object)).toContain('expected an object, got null')
  })

  it('names the option for programs', () => {
    expect(() => extract(TEXT, { offsets: 'x' as 'utf8' })).toThrow(expect.objectContaining({ option: 'offsets' }))
  })
})

it('takes no types for no facts, and undefined for the default', () => {
  expect(extract(TEXT, { types: [] }).facts).toEqual([])
  expect(extract(TEXT, { types: undefined, offsets: undefined, referenceDate: undefined })).toEqual(extract(TEXT))
})

it('has the seven types', () => {
  expect([...factTypes].sort()).toEqual([
    'attendance',
    'bridgePoints',
    'date',
    'deadline',
    'document',
    'official',
    'topic',
  ])
})

it.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2023-13-01', false],
  ['2023-00-10', false],
  ['2023-1-1', false],
  ['2023-12-05T00:00', false],
])('%s is a day: %s', (value, is) => {
  expect(isIsoDate(value)).toBe(is)
})
