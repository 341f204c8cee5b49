/** What reading a page gives. */

export interface HtmlDiagnostic {
  /**
   * - `bad-date`: something says a date of publication that cannot be
   * - `dates-differ`: two things say different days; the more trusted one is taken
   * - `ambiguous-date`: day and month could be meant the other way round
   * - `no-article`: nothing on the page looks like an article; the text is all that is no menu or script
   * - `too-deep`: elements are nested more than 5,000 deep; the text is all that is no tag
   * - those of `trichluc/encodings`
   */
  readonly code: string
  readonly message: string
}

/** The article of a page, with what the page says about it. */
export interface HtmlDocument {
  /** The article, a line for each paragraph, without the title. */
  readonly text: string
  readonly title: string | null
  /** The day of publication, YYYY-MM-DD, or with the time in Vietnam's zone, YYYY-MM-DDTHH:MM:SS+07:00. Its first ten letters are the day. */
  readonly publishedAt: string | null
  /** What says so: "JSON-LD datePublished", "meta article:published_time", "itemprop datePublished", "time datetime", "dateline". */
  readonly publishedBasis: string | null
  /** The language that the page says: "vi", "vi-VN". */
  readonly lang: string | null
  readonly diagnostics: readonly HtmlDiagnostic[]
}
