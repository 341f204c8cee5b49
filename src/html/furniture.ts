/** What of a page is no article: by elements, and by the names that sites give their parts. */
import { attribute, type Element } from './dom.ts'

const NEVER_TEXT = new Set(
  'script style noscript template iframe object embed svg canvas video audio form button input select textarea nav aside footer menu dialog head'.split(
    ' ',
  ),
)

/** Parts of class names and ids, whole between hyphens, underscores and changes of case. */
const NAMES =
  /(?:^|[\s_-])(?:related?|relate[ds]?news|lien-?quan|tin-?khac|other-?news|cung-?chuyen-?muc|share|sharing|social|comments?|binh-?luan|y-?kien|tags?|tag-?list|keywords?|tu-?khoa|breadcrumbs?|ads?|advert\w*|quang-?cao|banner|newsletter|subscribe|promo|author-?box|rating|ratings?|vote|danh-?gia|print|toolbar|tool-?bar|pagination|pager|most-?\w+|xem-?nhieu|doc-?nhieu|tin-?moi|hot-?news|side-?bar|popup|modal|cookies?|skip-?link|menu|nav|navbar|navigation|footer|copyright|login|search|weather|counter|luot-?xem|view-?count)(?=$|[\s_-])/i
const NO_FURNITURE =
  /(?:article|detail|content|main|noi-?dung|post|news)-?(?:body|content|detail|text)|articlebody|fck/i
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/i

/** Whether an element and all in it is furniture. */
export function isFurniture(element: Element): boolean {
  if (NEVER_TEXT.has(element.name)) return true
  if ('hidden' in element.attribs || HIDDEN.test(attribute(element, 'style'))) return true
  // "story-body-content has-sidebar" is the article of a page with a sidebar.
  const names = namesOf(element)
  return names !== '' && element.name !== 'body' && NAMES.test(names) && !NO_FURNITURE.test(names)
}

/** Class and id, with changes of case as hyphens. */
export const namesOf = (element: Element): string =>
  `${attribute(element, 'class')} ${attribute(element, 'id')}`.trim().replace(/([a-z])([A-Z])/g, '$1-$2')

/** Lines that sites put into the article itself. */
const FURNITURE_LINE =
  /^(?:(?:>>|»|›)\s*)?(?:xem thêm|đọc thêm|mời (?:bạn|quý vị|độc giả)|tin liên quan|bài liên quan|tin cùng chuyên mục|tags?|từ khóa|chia sẻ|bình luận|gửi bình luận|theo dõi (?:chúng tôi|báo)|in bài viết|lượt xem|về trang chủ|trở về|quay lại)\s*(?::|$)/i

export const isFurnitureLine = (line: string): boolean => FURNITURE_LINE.test(line)
