/** An error as it may stand in the log: its name and where it was thrown. Its message stays out, for it may quote an article. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not an error'
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [error.name, ...frames.slice(0, 8).map((line) => line.trim())].join('\n')
}
