/** Texts for the tests of encodings: our own articles, and sentences of other languages, of code and of numbers. */
import { type EncodingName, encode } from '../../src/encodings/index.ts'
import { ownArticles } from '../helpers/material.ts'

export const articleWords = (): string[] =>
  ownArticles().flatMap((article) => article.normalize('NFC').match(/[\p{L}\p{M}]+/gu) ?? [])

export const paragraph =
  'Sáng nay, Ủy ban nhân dân tỉnh họp về công tác phòng, chống bão lụt ở các huyện ven biển; Chủ tịch Nguyễn Văn Ấn yêu cầu Sở Nông nghiệp báo cáo trước ngày 15/9.'

/** Bytes of a legacy encoding as a program shows them that takes them for a code page. */
export const shown = (text: string, encoding: EncodingName, as = 'windows-1252'): string =>
  new TextDecoder(as).decode(encode(text, encoding).bytes)

export const foreign = [
  'L’été à Paris, où l’âme française s’élève déjà : Noël, maïs, naïve, cœur, façade.',
  'Où est-il ? À côté, là-bas, où ça ?',
  'El niño y la señora están aquí; mañana será otro día. ¿Qué tal? ¡Aún está allí, en el baúl!',
  'Für die Straße über Köln hören wir schöne Grüße aus Österreich.',
  'São João é a festa do Brasil: coração, pão, mãe, irmão, ações, não há igual.',
  'Příliš žluťoučký kůň úpěl ďábelské ódy.',
  'Øystein går på gåten så ære være; på väg till Öland för att äta räkor.',
  'Съешь же ещё этих мягких французских булок, да выпей чаю.',
  '日本語のテキスト、中文文本、한국어',
  'if (a^b || c+d) { return x[i] + o+u; } // e^x, a(b), dd',
  "I don't know why you're here. It's 5 o'clock. Are you? to. be? a.m. i.e. do. so. no.",
  'f(x) = a^2 + b^2 = e^x, u+v ~ o+p; http://a.b.vn/e.i.o?u=a.b',
  '100 m² · 20 °C – “quoted” … © 2020 ® ™ ½ ¼ ¾ § 5 ± 2 £ 3 € 4',
  '1.234.567,89 đ',
  'Hà Tây có bà Ba là cô, Hà Nam có ông Sáu',
  'Bà Ba, Hà Nam',
  'Hà Nội',
  'Đ',
  'à',
  'Việt Nam – CHLB Đức: FC Bayern München, Škoda, Beyoncé, São Paulo, Malmö',
]
