/** Articles to begin with, written for this page. The people, and what is said of them, are made up. */
export interface Example {
  readonly title: string
  readonly referenceDate: string | null
  readonly text: string
}

export const examples: readonly Example[] = [
  {
    title: 'Hội nghị trực tuyến',
    referenceDate: '2023-12-05',
    text: `Lâm Hà: Hơn 5.600 cán bộ, đảng viên học tập nghị quyết

Sáng 4/12, Ban Thường vụ Tỉnh ủy tổ chức hội nghị trực tuyến từ điểm cầu chính tại Trung tâm Hội nghị tỉnh đến 118 điểm cầu cơ sở, với hơn 5.600 cán bộ, đảng viên tham dự.

Dự hội nghị có các đồng chí: Vũ Hồng Lĩnh, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy; Trịnh Thị Thu Hòa, Phó Bí thư Thường trực Tỉnh ủy, Chủ tịch HĐND tỉnh.

Đồng chí Đặng Quốc Khôi, Trưởng Ban Tuyên giáo Tỉnh ủy, quán triệt Nghị quyết số 45-NQ/TW ngày 24/11/2023 của Bộ Chính trị về tiếp tục xây dựng và phát huy vai trò của đội ngũ trí thức đáp ứng yêu cầu phát triển đất nước nhanh và bền vững trong giai đoạn mới.

Kết luận hội nghị, Bí thư Tỉnh ủy yêu cầu các đảng bộ trực thuộc hoàn thành việc học tập trước ngày 20/12; Ban Tuyên giáo Tỉnh ủy gửi báo cáo kết quả chậm nhất ngày 15/1/2024.`,
  },
  {
    title: 'Công điện chống bão',
    referenceDate: '2024-09-06',
    text: `Hải Trung: Sẵn sàng ứng phó bão trước 18 giờ hôm nay

Chủ tịch UBND tỉnh Hải Trung Lưu Văn Thạch vừa ký Công điện số 07/CĐ-UBND ngày 6/9/2024 về việc tập trung ứng phó bão số 3 và mưa lũ sau bão.

UBND các huyện ven biển hoàn thành di dời các hộ dân ở vùng trũng thấp trước 18 giờ ngày 6/9. Sở Nông nghiệp và Phát triển nông thôn kiểm tra toàn bộ hồ chứa trong ngày 6/9 và báo cáo về Văn phòng Thường trực trước 20 giờ cùng ngày.

Sáng nay, Đại tá Cao Xuân Bách, Chỉ huy trưởng Bộ đội Biên phòng tỉnh, cho biết 1.872 tàu cá đã vào bờ. Từ chiều qua, 340 cán bộ, chiến sĩ có mặt tại các xã Hưng Lộc, Hải Ninh để giúp dân chằng chống nhà cửa.

Theo Luật Phòng, chống thiên tai năm 2013, người đứng đầu địa phương chịu trách nhiệm về công tác sơ tán.`,
  },
  {
    title: 'Tuyển sinh lớp 10',
    referenceDate: '2025-03-12',
    text: `Công bố lịch thi vào lớp 10 năm học 2025-2026

Ngày 11/3, Sở Giáo dục và Đào tạo tỉnh Vĩnh Sơn ban hành Kế hoạch số 512/KH-SGDĐT về tuyển sinh vào lớp 10 năm học 2025-2026, căn cứ Thông tư số 30/2024/TT-BGDĐT ngày 30/12/2024 của Bộ Giáo dục và Đào tạo.

Kỳ thi diễn ra trong hai ngày 7 và 8/6/2025. Học sinh đăng ký dự thi từ ngày 21/4 đến hết ngày 29/4; các trường trung học cơ sở nộp hồ sơ về phòng giáo dục chậm nhất ngày 5/5.

TS Mạc Thị Khánh Vân, Phó Giám đốc Sở Giáo dục và Đào tạo, cho biết năm nay toàn tỉnh có khoảng 18.400 học sinh dự thi, tăng gần 900 em so với năm ngoái.

Tại buổi tập huấn chiều 11/3 có 268 cán bộ, giáo viên tham dự, ThS Phan Trọng Hiếu, Trưởng phòng Khảo thí, trình bày chuyên đề “Đổi mới cấu trúc đề thi theo chương trình mới”. Điểm thi được công bố trước ngày 30/6.`,
  },
  {
    title: 'Lễ trao quyết định',
    referenceDate: null,
    text: `Quân khu trao quyết định nghỉ hưu cho cán bộ cao cấp

Ngày 18-4-2025, tại thành phố Tân Giang, Thiếu tướng Ngô Bá Lượng, Phó Tư lệnh Quân khu, chủ trì lễ trao quyết định cho 46 cán bộ nghỉ hưu đợt 1 năm 2025.

Cùng dự có Đại tá Tạ Minh Hoàng, Phó Chủ nhiệm Chính trị Quân khu; Đại tá, PGS.TS Lý Thị Diệu Huyền, Hiệu trưởng Trường Quân sự Quân khu.

Phát biểu tại buổi lễ, Thiếu tướng Ngô Bá Lượng nhấn mạnh việc thực hiện Nghị định số 178/2024/NĐ-CP ngày 31/12/2024 của Chính phủ và Chỉ thị số 12-CT/QU của Đảng ủy Quân khu. Các đơn vị hoàn thành bàn giao trước ngày 30-4 và tổ chức gặp mặt trong quý II.

Trong nhiệm kỳ 2020-2025, Quân khu đã tổ chức 5 đợt với 231 cán bộ.`,
  },
  {
    title: 'Tin không có năm',
    referenceDate: null,
    text: `Trung tâm Y tế huyện Ia Tiêm khám bệnh miễn phí

Trong hai ngày 14 và 15/6, Trung tâm Y tế huyện phối hợp với Hội Thầy thuốc trẻ tỉnh khám bệnh, cấp thuốc miễn phí cho 450 người dân xã Đăk Rông.

Bác sĩ chuyên khoa II Rơ Châm Thủy, Giám đốc Trung tâm Y tế huyện, cho biết đợt khám tiếp theo bắt đầu từ 7 giờ 30 sáng thứ Bảy tuần sau. Người dân đăng ký với trạm y tế xã trước ngày 20/6.

Đây là hoạt động hưởng ứng Tháng Nhân đạo và thực hiện Nghị quyết của Huyện ủy về chăm sóc sức khỏe đồng bào. Trước đó, ngày 32/5 ghi trong thông báo cũ là do đánh máy nhầm.`,
  },
  {
    title: 'Chép từ trang web',
    referenceDate: '2022-10-20',
    text: `Ðại hội Ðoàn phường An Hoà: 97,5% đại biểu có mặt

( Tin địa phương) Ngày 19–10–2022, Ðoàn phường An Hoà tổ chức đại hội lần thứ VI, nhiệm kỳ 2022 - 2027.Tham dự có 156/160 đại biểu được triệu tập (đạt 97,5%).

Đồng chí Kiều Thị Thuý, Phó Bí thư Thành Đoàn&nbsp;&ndash; Chủ tịch Hội Liên hiệp Thanh niên thành phố, và đồng chí Hồ Sỹ Nhân, Bí thư Ðảng uỷ phường, dự và chỉ đạo.

Ðại hội thảo luận Nghị quyếtsố 25- NQ/TW ngày 25/7/2008 ( khóa X) và chuyên đề "Thanh niên với chuyển đổi số &amp; khởi nghiệp" do đồng chí Kiều Thị Thuý trình bày.

Hội nghị kết nối tới 9 điểm cầu chi đoàn. Các chi đoàn xây dựng chương trình hành động trước 15/11.`,
  },
]
