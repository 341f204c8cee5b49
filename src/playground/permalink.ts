/** The article and options in the address: behind the #, so that no server ever sees them. */
import type { State } from './snippets.ts'

const VERSION = 'v1.'
/** Characters of a text that a link may unfold to. A short link could otherwise fill the memory. */
const MOST = 20_000_000

export async function toFragment({ text, referenceDate, types }: State): Promise<string> {
  const json = JSON.stringify({ text, referenceDate, types })
  const packed = await through(new TextEncoder().encode(json), new CompressionStream('deflate-raw'))
  let binary = ''
  for (let at = 0; at < packed.length; at += 8192) binary += String.fromCharCode(...packed.subarray(at, at + 8192))
  return VERSION + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** @throws Error that says what is wrong with the link. */
export async function fromFragment(fragment: string): Promise<State> {
  if (!fragment.startsWith(VERSION)) throw new Error(`it should begin with ${VERSION}`)
  let bytes: Uint8Array<ArrayBuffer>
  try {
    const binary = atob(fragment.slice(VERSION.length).replaceAll('-', '+').replaceAll('_', '/'))
    bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0))
  } catch {
    throw new Error('it holds characters that no link has')
  }
  let value: Partial<State> | null
  try {
    const json = await through(bytes, new DecompressionStream('deflate-raw'))
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json)) as Partial<State> | null
  } catch (error) {
    throw new Error(error instanceof RangeError ? error.message : 'it is not whole')
  }
  if (typeof value?.text !== 'string') throw new Error('it has no text')
  const { referenceDate, types } = value
  return {
    text: value.text,
    referenceDate: typeof referenceDate === 'string' ? referenceDate : null,
    types: Array.isArray(types) ? types.filter((type) => typeof type === 'string') : undefined,
  }
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const part = read.value as Uint8Array
    length += part.length
    if (length > MOST) throw new RangeError('its text is too long')
    parts.push(part)
  }
  const all = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
