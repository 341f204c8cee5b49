/**
 * The facts, as they leave the library. The JSON Schema is generated from these types, so the comments are its descriptions.
 */

import type { Reading } from './reading.ts'

/**
 * A whole number.
 * @asType integer
 */
export type Integer = number

/** What all facts have. */
export interface FactBase {
  /** Offset of the evidence in the article as given: UTF-16 code units, or what `offsets` asked for. */
  readonly start: Integer
  /** Offset behind the evidence (exclusive). */
  readonly end: Integer
  /** The evidence, exactly as it stands in the article. */
  readonly text: string
  /** Name of the rule that read it. */
  readonly rule: string
  /** Share of this rule's facts that were right on the annotated articles, 0 to 1. */
  readonly confidence: number
  /** Fields that are not read from the span but inferred, each with what it was inferred from. */
  readonly inferred?: readonly Inference[]
}

/** A field whose value is inferred. */
export interface Inference {
  /** The name of the fact's field. */
  readonly field: string
  /** What it was inferred from, for example "year of the reference date 2023-12-05". */
  readonly basis: string
}

/** An official document that is mentioned. */
export interface DocumentFact extends FactBase {
  readonly type: 'document'
  /** The kind of document in full: "Nghị quyết". */
  readonly kind: string
  /** The number alone, as it is written: "45", "30"; null for a document that is cited without one. */
  readonly number: string | null
  /** The year inside the number, or behind a law's name. */
  readonly year: Integer | null
  /** "NQ/TW", "NĐ-CP". */
  readonly symbol: string | null
  /** Number, year and symbol in their standard form: "45-NQ/TW", "30/2020/NĐ-CP". */
  readonly code: string | null
  /** The body that the article says issued it. */
  readonly issuer: string | null
  /** Number of the congress or term: 13 for "khóa XIII". */
  readonly congress: Integer | null
  /** Number of the plenum: 8 for "Hội nghị lần thứ tám". */
  readonly plenum: Integer | null
  /** ISO date that the article gives as the document's. */
  readonly issuedOn: string | null
  /** What it is about. */
  readonly subject: string | null
  /** Of a law, code or constitution that is cited by name: "Luật Đất đai". */
  readonly name?: string
  /** The same for all mentions of one document; null where the article does not settle which document it is. */
  readonly key: string | null
  /** Keys of the documents that it may be, where there are several. */
  readonly ambiguous?: readonly string[]
}

/** A calendar expression. */
export interface DateFact extends FactBase {
  readonly type: 'date'
  /** What kind of expression `value` is: a day, month or year; a time of day; two ends; a length; something that comes again. */
  readonly kind: 'date' | 'time' | 'interval' | 'duration' | 'set'
  /** ISO 8601 or its TIMEX3 extension: 2023-12-04, 2024-Q1, 2023-12-04TMO, 2020/2025, P1.5D, XXXX-06-01. */
  readonly value: string
  /** Early, middle or late part of the unit. */
  readonly mod?: 'START' | 'MID' | 'END'
}

/** A person given with a position. */
export interface OfficialFact extends FactBase {
  readonly type: 'official'
  /** The name as it is written first, without rank and degree, in NFC. */
  readonly name: string
  /** Each position by itself, with its body, in the article's words. */
  readonly titles: readonly string[]
  /** A military or police rank: "Thiếu tướng". */
  readonly rank: string | null
  /** Academic degrees and titles as they are written: "PGS.TS". */
  readonly degree: string | null
  /** All mentions of the person, half-open spans in the article. */
  readonly mentions: readonly Span[]
}

/** The title of a subject that is presented, studied or legislated. */
export interface TopicFact extends FactBase {
  readonly type: 'topic'
  /** The title, without quotes around it. */
  readonly title: string
  /** Name of the person who presents it. */
  readonly speaker: string | null
  /** Code of the document whose subject it is. */
  readonly document: string | null
  /** The same for topics of one article whose titles are alike. */
  readonly key: string
}

/** A number of video-conference points (điểm cầu). */
export interface BridgePointsFact extends FactBase {
  readonly type: 'bridgePoints'
  /** How many points. */
  readonly count: Integer
  /** Whether it counts main points, branch points or all; null where the article does not say. */
  readonly role: 'main' | 'branch' | 'total' | null
  readonly approx: Approx
}

/** A number of people at an event that people attend. */
export interface AttendanceFact extends FactBase {
  readonly type: 'attendance'
  /** How many people. */
  readonly count: Integer
  /** Who they are, in the article's words: "đại biểu". */
  readonly unit: string
  readonly approx: Approx
  /** How many were called, of a ratio: 2870 of "2.838/2.870". */
  readonly of: Integer | null
  /** The share in per cent, where the article says it: 97.5 of "97,5%". */
  readonly percent: number | null
}

/** Something that has to be done by a date. */
export interface DeadlineFact extends FactBase {
  readonly type: 'deadline'
  /** The ISO date that bounds it. */
  readonly due: string | null
  /** Whether the day itself is still in time. */
  readonly inclusive: boolean
  /** ISO duration where it is counted from another event. */
  readonly within: string | null
  /** What has to be done, in the article's words. */
  readonly task: string | null
  /** Who has to do it, in the article's words. */
  readonly assignee: string | null
}

/** How a number is hedged: gần, khoảng are "about"; hơn, trên "over"; dưới "under". */
export type Approx = 'exact' | 'about' | 'over' | 'under'

/** A half-open span of a text: `end` is the offset behind it. In facts the unit is that of their other offsets. */
export interface Span {
  readonly start: Integer
  readonly end: Integer
}

/** A fact of any built-in type; `type` tells which, and TypeScript narrows by it. */
export type Fact = DocumentFact | DateFact | OfficialFact | TopicFact | BridgePointsFact | AttendanceFact | DeadlineFact
/** The names of the built-in types. */
export type FactType = Fact['type']

/**
 * A fact on its way through the pipeline: offsets are of the normalised text, and what the output adds is not there yet.
 * `first` and `last` are the token indexes of the span, half-open.
 */
export type Mention<T extends FactType = FactType> = T extends FactType
  ? Omit<Extract<Fact, { type: T }>, 'text' | 'confidence' | 'inferred'> & MentionBase
  : never

export interface MentionBase {
  readonly first: number
  readonly last: number
  /** Of a date: what its words say by themselves. */
  readonly reading?: Reading
  readonly inferred?: readonly Inference[]
}

/** A candidate that is no fact, kept for `explain`. Offsets are of the normalised text. */
export interface Rejection {
  /** The type that it would have been: a built-in one, or of a kind of your own. */
  readonly type: string
  readonly start: number
  readonly end: number
  readonly rule: string
  /** Short and stable, for programs: "no-such-day". */
  readonly code: string
  /** For people: "32 is not a day". */
  readonly reason: string
}
