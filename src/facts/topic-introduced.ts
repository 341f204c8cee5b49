/** Titles behind the words that introduce them: "chuyên đề", "chủ đề", "hội thảo", "đề án". */
import { TopicGrammar, topicTypes } from '../../grammars/topic/grammar.ts'
import { lazy } from '../lazy.ts'
import type { Context } from '../parse/context.ts'
import { type Cue, cueFinder, markAt, textOf } from '../parse/cues.ts'
import { Vocabulary } from '../parse/island.ts'
import { leaves, type Tree } from '../parse/tree.ts'
import { lexicons } from '../scan/load.ts'
import { Shape, Token } from '../scan/scanner.ts'
import { isQuote, long, opensQuote, quotedTitle, readTitle, type Title } from './title.ts'
import { numberedList, plainList, presentedList, quotedList } from './topic-lists.ts'

/** Tokens of what stands before a title. */
const ISLAND = 10
/** The same of a theme, whose event may be named: "chủ đề của Tháng hành động vì … năm 2024 là". */
const SUBJECT = 20
/** Tokens of a theme in small letters. */
const SPOKEN = 12
/** The most titles of one list. */
const LIST = 12

const grammar = lazy(() => {
  const vocabulary = new Vocabulary(lexicons(), ['topic'], topicTypes)
  return { vocabulary, parser: new TopicGrammar(vocabulary) }
})
const titleWord = cueFinder('title')
const citation = cueFinder('citation')

/** The titles that a cue introduces, in the order of the text. */
export function titlesBehind(context: Context, at: number, cue: Cue): readonly Title[] {
  if (cue.class === 'Agreement') return agreement(context, at, cue)
  // "thông tin về “…”", but not "thông tin về vụ “…”"
  if (titleWord(context, cue.end - 1)?.class === 'About' && !isQuote(markAt(context, cue.end))) return none
  const listing = linesBehind(context, cue)
  return listing.length
    ? listing
    : mayIntroduce(context, cue)
      ? introduced(context, at, cue.class === 'Lesson' || cue.class === 'Theme')
      : none
}

const none: readonly Title[] = []

/** "bản ghi nhớ về hợp tác hải quan giữa hai bộ", "ký thỏa thuận về …": up to those who agree. */
function agreement(context: Context, at: number, cue: Cue): readonly Title[] {
  const { text, tokens } = context
  const about = titleWord(context, cue.end)
  if (about?.class !== 'About' || citation(context, at - 1)?.class === 'Enumeration') return none
  const from = tokens.start[Math.max(0, at - 40)] as number
  const before = text.slice(from, tokens.start[at] as number)
  if (cue.value === 'signed' && !/(?:^|\s)ký\s(?!ức|hiệu|sự)[^.\n]*$/u.test(before)) return none
  const title = readTitle(context, about.end)
  if (!title || title.statement) return none
  let last = title.first
  while (last < title.last && (title.quoted || textOf(context, last, last + 1) !== 'giữa')) last++
  return last - title.first < 3 ? none : [{ ...title, last, end: title.quoted ? title.end : last }]
}

/** "đã nghe 4 tham luận:" and a line for each: "1. “…” - N". Lines are at most 60 tokens apart. */
function linesBehind(context: Context, cue: Cue): readonly Title[] {
  const { tokens } = context
  if (markAt(context, cue.end) !== ':' || tokens.kind[cue.end + 1] !== Token.Break) return none
  const titles: Title[] = []
  let i = cue.end + 1
  while (titles.length < LIST) {
    while (tokens.kind[i] === Token.Break && i < tokens.length) i++
    const numbered = tokens.kind[i] === Token.Number && /[.)]/.test(markAt(context, i + 1))
    const at = numbered ? i + 2 : markAt(context, i) === '-' ? i + 1 : tokens.length
    const title = isQuote(markAt(context, at)) ? quotedTitle(context, at) : undefined
    if (!title?.quoted) break
    titles.push(title)
    for (i = title.end; i < tokens.length && i < title.end + 60 && tokens.kind[i] !== Token.Break; ) i++
    if (tokens.kind[i] !== Token.Break) break
  }
  return titles
}

/** Whether a title may stand behind a cue: a quote within 7 tokens, or for some cues a word that titles begin with. Saves most parses. */
function mayIntroduce(context: Context, cue: Cue): boolean {
  const { tokens } = context
  if (cue.class === 'Lesson' || cue.class === 'Theme') return true
  const next = cue.end
  if (cue.class === 'Programme' && next < tokens.length && tokens.kind[next] === Token.Word) {
    if (tokens.shape[next] !== Shape.Lower) return true
    const word = titleWord(context, next)?.class
    if (word === 'TitleStart' || word === 'About') return true
  }
  for (let i = next; i < next + 7 && i < tokens.length; i++) {
    if (tokens.kind[i] === Token.Break) return false
    if (tokens.kind[i] === Token.Mark) return isQuote(markAt(context, i))
  }
  return false
}

/** Titles behind "chuyên đề", "chủ đề", "hội thảo", "đề án". */
function introduced(context: Context, at: number, named: boolean): Title[] {
  const { vocabulary, parser } = grammar()
  const { tokens } = context
  let tree: Tree | undefined
  // "Chuyên đề năm 2024 về …", "Chuyên đề 2: …" first; then with more words before the title.
  parser.begin(vocabulary.read(tokens, at, ISLAND))
  tree = parser.introduction()
  const titled = tree && (leaves(tree, 'quote')[0] || leaves(tree, 'colon')[0])
  if (!titled && named) {
    parser.begin(vocabulary.read(tokens, at, SUBJECT))
    const subject = parser.subject()
    if (subject && (leaves(subject, 'quote')[0] || leaves(subject, 'colon')[0])) tree = subject
  }
  const cue = leaves(tree, 'cue')[0]
  if (!tree || !cue) return []
  if (!leaves(tree, 'quote')[0] && !leaves(tree, 'colon')[0] && named) {
    const presented = presentedList(context, cue.last)
    if (presented.length) return presented
  }
  const quote = leaves(tree, 'quote')[0]
  const colon = leaves(tree, 'colon')[0]
  const about = leaves(tree, 'about')[0]
  const copula = leaves(tree, 'copula')[0]
  const from =
    quote?.first ??
    Math.max(
      cue.last,
      ...[colon, about, copula, ...leaves(tree, 'year'), ...leaves(tree, 'number')].map((t) => t?.last ?? 0),
    )
  const kind = cue.tokenType.name
  if (quote) {
    // “ that closes: "chủ đề này”".
    const first = opensQuote(context, quote.first) ? quotedTitle(context, quote.first) : undefined
    if (!first || !isTitle(context, first, kind)) return []
    if (kind === 'Programme' && !officialProgramme(context, at, cue.image)) return []
    return kind === 'Lesson' || kind === 'Theme' ? quotedList(context, first) : [first]
  }
  const year = leaves(tree, 'year')[0]
  const start = year && from <= year.last ? year.last + 1 : from
  if (colon && kind === 'Lesson' && start < tokens.length && tokens.kind[start] !== Token.Word)
    return numberedList(context, start)
  if (start >= tokens.length || tokens.kind[start] !== Token.Word) return []
  const capital = tokens.shape[start] !== Shape.Lower
  if (kind === 'Lesson') {
    if (colon && several(context, at)) {
      const names = nameList(context, start)
      if (names.length > 1) return names
    }
    if (colon) return plainList(context, start)
    if (!capital && !about) return []
    const title = readTitle(context, start)
    return title && long(title, about ? 4 : 3) && !title.statement ? [title] : []
  }
  if (kind === 'Theme') {
    if (about && !colon && !capital) return spokenOf(context, at, start)
    if (!capital || (copula && !colon) || (!colon && several(context, at))) return []
    const title = colon ? readTitle(context, start, true) : beforeComma(context, readTitle(context, start))
    // Without quotes only a title that fills the rest of its clause: "thi vẽ tranh chủ đề Trăng rằm."
    const alone =
      title &&
      (markAt(context, title.end) !== '' || tokens.kind[title.end] === Token.Break || title.end >= tokens.length)
    return title && alone && proper(context, start) && title.last - title.first <= (colon ? 45 : 25) ? [title] : []
  }
  if (kind === 'Programme' && !colon) {
    const starts = titleWord(context, start)?.class === 'TitleStart'
    const begins = capital || about || starts
    // "khởi động Chương trình kết nối mạng lưới …"
    const named = starts && !about && tokens.shape[at] !== Shape.Lower && tokens.kind[at - 1] === Token.Word
    const plan =
      /^(đề án|dự thảo đề án|đề án quốc gia|chương trình phối hợp|chương trình hành động|chương trình mục tiêu quốc gia)$/iu.test(
        cue.image,
      )
    if (!(plan || named) || !begins || (capital && !proper(context, start))) return []
    const title = readTitle(context, start)
    return title && long(title, 5) && !title.statement ? [title] : []
  }
  return []
}

/** "có chủ đề về môi trường": a short theme in small letters that fills the rest of its clause. */
function spokenOf(context: Context, at: number, start: number): Title[] {
  const { text, tokens } = context
  const before = text.slice(tokens.start[Math.max(0, at - 2)] as number, tokens.start[at] as number)
  if (!/(?:^|\s)(?:có|với|mang|theo|chọn) $/iu.test(before)) return []
  const title = beforeComma(context, readTitle(context, start))
  const alone = title && (title.end >= tokens.length || tokens.kind[title.end] !== Token.Word)
  return title && alone && !title.statement && title.last - title.first <= SPOKEN ? [title] : []
}

/** "3 chuyên đề", "các chủ đề" */
function several(context: Context, at: number): boolean {
  return context.tokens.kind[at - 1] === Token.Number || citation(context, at - 1)?.class === 'Enumeration'
}

/** "chủ đề Trăng rằm, trẻ em …" */
function beforeComma(context: Context, title: Title | undefined): Title | undefined {
  for (let i = title?.first ?? 0; title && i < title.last; i++)
    if (markAt(context, i) === ',') return { ...title, last: i, end: i }
  return title
}

/** "3 chuyên đề: Kỹ năng tuyên truyền, Công tác dân vận và Nghiệp vụ kiểm tra": each begins with a capital. */
function nameList(context: Context, from: number): Title[] {
  const { tokens } = context
  const whole = readTitle(context, from, true)
  if (!whole || whole.quoted) return []
  const titles: Title[] = []
  let first = from
  for (let i = from; i <= whole.last; i++) {
    const joint = i === whole.last || markAt(context, i) === ',' || markAt(context, i) === '&' || isAnd(context, i)
    const next = i + 1
    if (!joint || (i < whole.last && (tokens.kind[next] !== Token.Word || tokens.shape[next] !== Shape.Capital)))
      continue
    if (i < whole.last && !proper(context, next)) continue
    if (i - first < 2) return []
    titles.push({ first, last: i, quoted: false, end: i, statement: false })
    first = next
  }
  return titles
}

const isAnd = (context: Context, at: number) => citation(context, at)?.class === 'And'

/** "Đề án Nâng cao chất lượng …" goes on in small letters; a row of capitals is a name. */
function proper({ tokens }: Context, at: number): boolean {
  return tokens.kind[at + 1] === Token.Word && tokens.shape[at + 1] === Shape.Lower
}

/** A quoted title: of an event or a lesson any of two words, of a programme one that is no name of a show. */
function isTitle(context: Context, title: Title, kind: string): boolean {
  const { tokens } = context
  const words = title.last - title.first
  if (tokens.kind[title.first] === Token.Mark) return false
  const capital = tokens.shape[title.first] !== Shape.Lower || tokens.kind[title.first] !== Token.Word
  if (kind === 'Programme') return words >= 6 && capital
  // "cuộc thi “Tìm hiểu …”" studies a subject; other contests have names.
  if (kind === 'Contest') return words >= 4 && context.text.startsWith('Tìm hiểu', tokens.start[title.first])
  return (capital && words >= 2) || words >= 6
}

/** A plan of a body of the state, not a show: "đề án “…”", "phê duyệt chương trình “…”", "khởi động Chương trình “…”". */
function officialProgramme({ text, tokens }: Context, at: number, image: string): boolean {
  if (!/^chương trình$/iu.test(image)) return true
  const before = text.slice(tokens.start[Math.max(0, at - 3)] as number, tokens.start[at] as number)
  return /(phê duyệt|ban hành|thực hiện|triển khai|xây dựng|khởi động|chỉ đạo)\s(?:các\s)?$/u.test(before)
}
