/**
 * The UTF-16 code unit at an offset; NaN beyond the end. For loops over a whole text: `text.charCodeAt` itself is looked up again at each
 * call once the engine has met texts of many makes (of one byte a unit or two, joined, cut out of others), which took four times as long.
 */
export const unitAt = (text: string, at: number): number => String.prototype.charCodeAt.call(text, at)
