/** Pages in the layouts of Vietnamese sites, around an article. */
import { escaped } from './escaped.ts'

export interface Article {
  readonly title: string
  readonly lines: readonly string[]
  /** YYYY-MM-DD. */
  readonly day: string
}

const dmy = (day: string) => day.split('-').reverse().join('/')
const paragraphs = (lines: readonly string[], open = '<p>') =>
  lines.map((line) => `${open}${escaped(line)}</p>`).join('\n')

const menu = `<ul class="menu">${['Trang chủ', 'Thời sự', 'Kinh tế', 'Văn hóa', 'Thể thao']
  .map((name) => `<li><a href="/x">${name}</a></li>`)
  .join('')}</ul>`
const related = `<div class="related-news"><h3>Tin liên quan</h3><ul>
<li><a href="/1">Thông báo tuyển dụng viên chức năm 2019 của Sở Y tế, hạn nộp hồ sơ trước ngày 5/5/2019</a> <time datetime="2019-05-01">01/05/2019</time></li>
<li><a href="/2">Nghị quyết số 99-NQ/TU ngày 9/9/2019 của Ban Thường vụ Tỉnh ủy được triển khai đến cơ sở</a></li></ul></div>`
const comments = `<div id="comments"><h3>Bình luận</h3><div class="comment-item"><b>Lê Văn Tám</b> <span>12/12/2012 08:00</span>
<p>Tôi đồng ý với bài báo, Chủ tịch UBND tỉnh Trần Văn Sáu cần trả lời trước ngày 1/1/2013 cho người dân được biết.</p></div></div>`
const share = `<div class="share-buttons"><a href="#">Facebook</a> <a href="#">Zalo</a> <a href="#">In bài viết</a></div>`
const footer = `<div class="footer"><p>Giấy phép số 12/GP-TTĐT do Sở Thông tin và Truyền thông cấp ngày 3/3/2015. Tổng biên tập: Nguyễn Văn Không.</p></div>`

export const layouts: Readonly<Record<string, (article: Article) => string>> = {
  modern: ({
    title,
    lines,
    day,
  }) => `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${escaped(title)} - Báo Tỉnh</title>
<meta property="article:published_time" content="${day}T08:30:00+07:00"></head>
<body><header><nav>${menu}</nav></header><main><article><h1>${escaped(title)}</h1><time datetime="${day}T08:30">${dmy(day)}</time>${share}
<div class="entry-content">${paragraphs(lines)}</div>${related}</article>${comments}</main><footer>${footer}</footer></body></html>`,

  'JSON-LD graph': ({
    title,
    lines,
    day,
  }) => `<!DOCTYPE html><html lang="vi-VN"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Organization","name":"Báo"},
{"@type":"WebPage","datePublished":"2001-01-01"},{"@type":["NewsArticle","Article"],"headline":${JSON.stringify(title)},"datePublished":"${day}T01:30:00.000Z","dateModified":"2030-01-01"}]}</script></head>
<body class="has-sidebar"><div id="header">${menu}</div><div class="detail-content afcbc-body" data-role="content">${paragraphs(lines)}</div>${share}${comments}<aside>${related}</aside>${footer}</body></html>`,

  AMP: ({
    title,
    lines,
    day,
  }) => `<!doctype html><html ⚡ lang="vi"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<style amp-custom>p{margin:0}</style><script async src="x.js"></script></head><body><amp-sidebar id="sidebar">${menu}</amp-sidebar>
<article><h1>${escaped(title)}</h1><div itemprop="datePublished" content="${day}"></div><amp-img src="x.jpg" width="1" height="1"></amp-img>
${paragraphs(lines)}<amp-ad type="x"></amp-ad></article>${related}${footer}</body></html>`,

  'table portal': ({
    title,
    lines,
    day,
  }) => `<html><head><title>Cổng thông tin điện tử</title></head><body bgcolor=white>
<table width=100%><tr><td colspan=3>Hôm nay: Thứ bảy, 28/11/2026</td></tr><tr><td width=150>${menu}</td><td>
<table><tr><td class="title"><b>${escaped(title)}</b></td></tr><tr><td class="date">(Ngày đăng: ${dmy(day)} 08:30)</td></tr>
<tr><td align=justify>${lines.map((line) => `<P align=justify><FONT face=Arial size=2>${escaped(line)}</FONT>`).join('\n')}</td></tr></table></td>
<td width=150>${related}</td></tr></table>${footer}</body></html>`,

  'line breaks': ({
    title,
    lines,
    day,
  }) => `<html><head><title>${escaped(title)}</title></head><body><div class="top-bar">Thứ Bảy, 28/11/2026</div>
<h1>${escaped(title)}</h1><span class="date-post">Thứ hai, ${dmy(day)} | 08:30 GMT+7</span>
<div class="noidung">${lines.map(escaped).join('<br><br />\n')}</div><div class="binh-luan">${comments}</div>${footer}</body></html>`,

  'no class at all': ({ title, lines, day }) => `<html><body><div><div>${menu}</div></div><h1>${escaped(title)}</h1>
<div>Cập nhật lúc 08:30, ngày ${dmy(day)}</div><div><div>${paragraphs(lines)}</div></div><div>${share}</div></body></html>`,

  unclosed: ({ title, lines, day }) =>
    `<html><head><meta name="pubdate" content="${dmy(day)} 08:30"><title>${escaped(title)}<body><div class=article-body>${lines
      .map((line) => `<p>${escaped(line)}<b><i>`)
      .join('')}<div class=related>${related}`.replace('<body>', '</title><body>'),
}
