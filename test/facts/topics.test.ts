/** Titles of lessons, events, programmes and documents without a number, and who presents them. */
import { expect, it } from 'vitest'
import { extract, type TopicFact } from '../../src/index.ts'

const topics = (text: string) =>
  extract(text)
    .facts.filter((fact): fact is TopicFact => fact.type === 'topic')
    .map(({ title, speaker, document, rule }) => [title, speaker, document, rule])

// Title, who presents it, the code of its document and the rule, of each topic.
it.each<[string, ...(string | null)[][]]>([
  [
    'Hội nghị đã nghe 2 tham luận:\n1. “Giữ rừng đầu nguồn” - ông Lê Văn An, Bí thư Huyện ủy\n2. “Nuôi cá lồng bè” - ông Vũ Văn Ba, Phó Bí thư Huyện ủy',
    ['Giữ rừng đầu nguồn', 'Lê Văn An', null, 'topic/event'],
    ['Nuôi cá lồng bè', 'Vũ Văn Ba', null, 'topic/event'],
  ],
  [
    'Hội nghị nghe các chuyên đề:\n- “Giữ rừng đầu nguồn”\n- “Nuôi cá lồng bè”\nHọ về.',
    ['Giữ rừng đầu nguồn', null, null, 'topic/lesson'],
    ['Nuôi cá lồng bè', null, null, 'topic/lesson'],
  ],
  [
    'Hội nghị nghe chuyên đề “Giữ rừng” và chuyên đề “Giữ nước ngọt”.',
    ['Giữ rừng', null, null, 'topic/lesson'],
    ['Giữ nước ngọt', null, null, 'topic/lesson'],
  ],
  [
    'Hội nghị nghe chuyên đề “Giữ rừng”, “Giữ nước ngọt”.',
    ['Giữ rừng', null, null, 'topic/lesson'],
    ['Giữ nước ngọt', null, null, 'topic/lesson'],
  ],
  [
    'Hội nghị nghe 2 chuyên đề: Giữ rừng đầu nguồn & Nuôi cá lồng bè.',
    ['Giữ rừng đầu nguồn', null, null, 'topic/lesson'],
    ['Nuôi cá lồng bè', null, null, 'topic/lesson'],
  ],
  [
    'Hội nghị nghe 2 chuyên đề: kết luận về giữ rừng đầu nguồn; quy định về nuôi cá lồng bè.',
    ['giữ rừng đầu nguồn', null, null, 'topic/lesson'],
    ['nuôi cá lồng bè', null, null, 'topic/lesson'],
  ],
  [
    'Hội nghị nghe chuyên đề: Giữ rừng đầu nguồn; đồng chí Lê Văn An về.',
    ['Giữ rừng đầu nguồn', null, null, 'topic/lesson'],
  ],
  ['Hội nghị nghe chuyên đề Giữ rừng đầu nguồn.', ['Giữ rừng đầu nguồn', null, null, 'topic/lesson']],
  [
    'Hội nghị nghe chuyên đề về giữ rừng đầu nguồn huyện ta.',
    ['giữ rừng đầu nguồn huyện ta', null, null, 'topic/lesson'],
  ],
  ['Thi vẽ tranh chủ đề Trăng rằm tháng tám.', ['Trăng rằm tháng tám', null, null, 'topic/theme']],
  ['Thi vẽ tranh chủ đề Trăng rằm, trẻ em vui.', ['Trăng rằm', null, null, 'topic/theme']],
  ['Chủ đề là: Trăng rằm tháng tám.', ['Trăng rằm tháng tám', null, null, 'topic/theme']],
  ['Cuộc thi “Tìm hiểu Luật Thủy sản mới” đã mở.', ['Tìm hiểu Luật Thủy sản mới', null, null, 'topic/contest']],
  ['Hội thảo “Giữ rừng đầu nguồn” đã mở.', ['Giữ rừng đầu nguồn', null, null, 'topic/event']],
  [
    'Hội thảo “giữ rừng đầu nguồn sông Trà Giang” đã mở.',
    ['giữ rừng đầu nguồn sông Trà Giang', null, null, 'topic/event'],
  ],
  ['Phê duyệt đề án “Mỗi em một góc học tập”.', ['Mỗi em một góc học tập', null, null, 'topic/programme']],
  [
    'Phê duyệt đề án nâng cao chất lượng dạy nghề nông thôn.',
    ['nâng cao chất lượng dạy nghề nông thôn', null, null, 'topic/programme'],
  ],
  [
    'Phê duyệt Đề án Nâng cao chất lượng dạy nghề nông thôn.',
    ['Nâng cao chất lượng dạy nghề nông thôn', null, null, 'topic/programme'],
  ],
  [
    'Phê duyệt Đề án về nâng cao chất lượng dạy nghề nông thôn.',
    ['nâng cao chất lượng dạy nghề nông thôn', null, null, 'topic/unnumbered-document'],
  ],
  [
    'Khởi động Chương trình kết nối mạng lưới thư viện trường học.',
    ['kết nối mạng lưới thư viện trường học', null, null, 'topic/programme'],
  ],
  ['Hai tỉnh ký thỏa thuận về hợp tác nuôi cá giữa hai sở.', ['hợp tác nuôi cá', null, null, 'topic/agreement']],
  ['Hai tỉnh ký bản ghi nhớ về hợp tác nuôi cá lồng.', ['hợp tác nuôi cá lồng', null, null, 'topic/agreement']],
  [
    'Đồng chí Phan Thị Kiều Mi truyền đạt chuyên đề “Giữ rừng đầu nguồn”.',
    ['Giữ rừng đầu nguồn', 'Phan Thị Kiều Mi', null, 'topic/lesson'],
  ],
  [
    'Đồng chí Phan Thị Kiều Mi đã trực tiếp truyền đạt chuyên đề “Giữ rừng đầu nguồn”.',
    ['Giữ rừng đầu nguồn', 'Phan Thị Kiều Mi', null, 'topic/lesson'],
  ],
  [
    'Hội nghị. Đồng chí Lê Văn An, Bí thư Huyện ủy, về. Truyền đạt chuyên đề “Giữ rừng đầu nguồn”.',
    ['Giữ rừng đầu nguồn', null, null, 'topic/lesson'],
  ],
  [
    'Đồng chí Lê Văn An, Bí thư Huyện ủy TP. Vinh, truyền đạt chuyên đề “Giữ rừng đầu nguồn”.',
    ['Giữ rừng đầu nguồn', 'Lê Văn An', null, 'topic/lesson'],
  ],
  [
    'Đồng chí Lê Văn An, Bí thư Huyện ủy; các đại biểu nghe truyền đạt chuyên đề “Giữ rừng đầu nguồn”.',
    ['Giữ rừng đầu nguồn', null, null, 'topic/lesson'],
  ],
  [
    'Chuyên đề “Giữ rừng đầu nguồn” (Nghị quyết số 27-NQ/TW) do đồng chí Lê Văn An, Bí thư Huyện ủy, trình bày.',
    ['Giữ rừng đầu nguồn', 'Lê Văn An', '27-NQ/TW', 'topic/lesson'],
  ],
  [
    'Chuyên đề “Giữ rừng đầu nguồn” - ông Lê Văn An, Bí thư Huyện ủy.',
    ['Giữ rừng đầu nguồn', 'Lê Văn An', null, 'topic/lesson'],
  ],
  [
    'Chuyên đề “Giữ rừng đầu nguồn” do đồng chí Lê Văn An, Bí thư Huyện ủy, viết.',
    ['Giữ rừng đầu nguồn', null, null, 'topic/lesson'],
  ],
  ['Bộ ký văn bản về việc nghỉ Tết sớm.', ['việc nghỉ Tết sớm', null, null, 'topic/unnumbered-document']],
  ['Bộ đọc tờ trình về việc nghỉ Tết sớm.', ['việc nghỉ Tết sớm', null, null, 'topic/unnumbered-document']],
  [
    'Bộ có Nghị quyết “Tăng cường bảo vệ rừng ven sông”.',
    ['Tăng cường bảo vệ rừng ven sông', null, null, 'topic/unnumbered-document'],
  ],
  [
    'Bộ ban hành quy định về nuôi cá lồng bè ven sông.',
    ['nuôi cá lồng bè ven sông', null, null, 'topic/unnumbered-document'],
  ],
  [
    'Bộ đã có kết luận về nuôi cá lồng bè ven sông.',
    ['nuôi cá lồng bè ven sông', null, null, 'topic/unnumbered-document'],
  ],
  [
    'Bộ ban hành Nghị định sửa đổi một số mức phí nuôi cá.',
    ['sửa đổi một số mức phí nuôi cá', null, null, 'topic/unnumbered-document'],
  ],
  [
    'Nghị định sửa đổi một số mức phí nuôi cá.',
    ['sửa đổi một số mức phí nuôi cá', null, null, 'topic/unnumbered-document'],
  ],
  [
    'Bộ thảo luận dự thảo thông tư quy định mức phí nuôi cá lồng.',
    ['quy định mức phí nuôi cá lồng', null, null, 'topic/unnumbered-document'],
  ],
  [
    'Quyết định của UBND tỉnh Trà Giang về việc nuôi cá lồng.',
    ['việc nuôi cá lồng', null, null, 'topic/unnumbered-document'],
  ],
  [
    'Nghị quyết của Quốc hội về giám sát nuôi cá lồng.',
    ['giám sát nuôi cá lồng', null, null, 'topic/unnumbered-document'],
  ],
  ['Công điện về ứng phó bão lớn đã gửi.', ['ứng phó bão lớn', null, null, 'topic/unnumbered-document']],
  ['Thông báo về việc nghỉ Tết sớm đã gửi.', ['việc nghỉ Tết sớm', null, null, 'topic/unnumbered-document']],
  [
    'Giới thiệu về nghị quyết tập trung xây dựng làng nghề ven sông.',
    ['tập trung xây dựng làng nghề ven sông', null, null, 'topic/unnumbered-document'],
  ],
  ['Bộ thông qua Nghị quyết mới về nuôi cá lồng bè.', ['nuôi cá lồng bè', null, null, 'topic/unnumbered-document']],
])('%j', (text, ...expected) => {
  expect(topics(text)).toEqual(expected)
})

it.each([
  'Thi vẽ tranh chủ đề Trăng Rằm Tháng Tám.',
  'Thi vẽ tranh chủ đề trăng rằm.',
  'Thi vẽ tranh các chủ đề Trăng rằm tháng tám.',
  'Chủ đề này” đã cũ.',
  'Cuộc thi “Giọng hát hay quê em” đã mở.',
  'Đề án Trà Giang Xanh đã xong.',
  'Hai tỉnh có thỏa thuận về hợp tác nuôi cá lồng.',
  'Các thỏa thuận về hợp tác nuôi cá lồng.',
  'Bộ trả lời bằng văn bản về việc nghỉ Tết sớm.',
  'Bộ có nghị quyết “rừng”.',
  'Bộ chưa ban hành quy định về nuôi cá lồng bè ven sông.',
  'Bộ đã có kết luận về việc ông An nuôi cá lồng bè.',
  'Bộ ban hành chỉ thị về việc này.',
  'Bộ ban hành chỉ thị về nuôi cá này.',
  'Các nghị quyết về nuôi cá lồng bè.',
  'Bộ ban hành nghị định quy định người nuôi cá phải nộp phí.',
])('no topic: %s', (text) => {
  expect(topics(text)).toEqual([])
})
