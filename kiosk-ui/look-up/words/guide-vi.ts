import type { GuideStep, GuideWords } from './guide-words.ts';

const withReader: GuideStep = {
  ask: 'Bạn có máy tính và đầu đọc thẻ (讀卡機) không?',
  answers: [
    [
      'Có, dùng thẻ bảo hiểm y tế (健保卡)',
      {
        way: 'Đăng ký trên máy tính, rồi liên kết với điện thoại',
        bring: ['Thẻ bảo hiểm y tế (健保卡)', 'Sổ hộ khẩu Đài Loan (戶口名簿; cần điền số hộ khẩu 戶號)'],
        how: 'Cắm thẻ một lần tại trang 健保卡網路服務註冊 để đăng ký và đặt mật khẩu. Tạo mã thiết bị (裝置認證碼) trên trang đó, rồi nhập mã vào mục 裝置認證 của ứng dụng 全民健保行動快易通. Sau đó không cần cắm thẻ nữa.',
      },
    ],
    [
      'Có, dùng thẻ chứng thực công dân (自然人憑證)',
      {
        way: 'Đặt mua trên mạng bằng thẻ chứng thực công dân',
        bring: ['Thẻ chứng thực công dân (自然人憑證)', 'Đầu đọc thẻ (讀卡機)'],
        how: 'Đăng nhập hệ thống đặt mua khẩu trang (口罩預購系統), chọn cửa hàng tiện lợi (超商), trả tiền, rồi đến nhận khi có thông báo.',
      },
    ],
    [
      'Không',
      {
        way: 'Đăng ký tại quầy của cơ quan bảo hiểm y tế (健保署)',
        bring: [
          'Thẻ bảo hiểm y tế (健保卡)',
          'Chứng minh thư Đài Loan (身分證)',
          'Sổ hộ khẩu Đài Loan (戶口名簿)',
          'Điện thoại',
        ],
        how: 'Nhân viên sẽ đăng ký và liên kết điện thoại cho bạn. Sau đó bạn có thể đặt mua bằng điện thoại.',
      },
    ],
  ],
};

export const guideVi: GuideWords = {
  heading: 'Cách mua nào hợp với tôi?',
  lead: 'Chỉ cần hai hoặc ba câu hỏi. Hãy bấm vào câu trả lời để xem bước tiếp theo.',
  start: {
    ask: 'Bạn muốn mua ở đâu?',
    answers: [
      [
        'Tại nhà thuốc (藥局) hoặc trạm y tế (衛生所), nhận ngay',
        {
          way: 'Phiên bản 1.0: mang thẻ bảo hiểm y tế (健保卡) đến nhà thuốc hoặc trạm y tế',
          bring: ['Thẻ bảo hiểm y tế (健保卡) của chính bạn', 'Tiền lẻ'],
          how: 'Trước khi đi, hãy xem trên trang này nơi nào còn khẩu trang và hôm nay đến lượt ai. Muốn mua giúp người nhà, hãy mang theo thẻ của họ; số thẻ được mang ghi trong quy định bên dưới.',
        },
      ],
      [
        'Đặt trên mạng, nhận tại cửa hàng tiện lợi (超商)',
        {
          ask: 'Số điện thoại có phải đứng tên bạn, thuê bao trả theo tháng (月租型) và có mạng di động không? (Chỉ dành cho công dân Đài Loan; số của công ty, thẻ trả trước và Wi-Fi đều không dùng được)',
          answers: [
            [
              'Phải',
              {
                way: 'Phiên bản 2.0: xác thực bằng số điện thoại',
                bring: [
                  'Bốn số cuối của số thẻ bảo hiểm y tế (健保卡)',
                  'Điện thoại của chính bạn, đã tắt Wi-Fi',
                ],
                how: 'Mở ứng dụng 全民健保行動快易通, bấm 健康存摺 (sổ sức khỏe), nhập số điện thoại và số chứng minh thư để xác thực, rồi đặt mua.',
              },
            ],
            ['Không phải', withReader],
          ],
        },
      ],
      [
        'Tại cửa hàng tiện lợi (超商), bằng máy của cửa hàng',
        {
          way: 'Phiên bản 3.0: cắm thẻ bảo hiểm y tế (健保卡) vào máy ở cửa hàng tiện lợi',
          bring: ['Thẻ bảo hiểm y tế (健保卡) của chính bạn'],
          how: 'Từ ngày 22/4/2020: chọn 防疫大作戰 trên máy của cửa hàng (ibon, FamiPort, Life-ET hoặc OK‧go), cắm thẻ và đặt mua, trả tiền tại quầy, rồi đến nhận khi có thông báo.',
        },
      ],
    ],
  },
  bring: 'Cần mang theo',
  rules: (date) => `Quy định mua tại nhà thuốc hôm nay (${date})`,
  rulesFrom: (date) => `Quy định mới từ ${date}`,
  noRules: 'Quy định hôm nay chưa được công bố.',
  rule: {
    weekdays: {
      everybody:
        'Số cuối của số chứng minh thư hoặc thẻ cư trú là số lẻ (1 3 5 7 9): thứ Hai, thứ Tư, thứ Sáu. Số chẵn (0 2 4 6 8): thứ Ba, thứ Năm, thứ Bảy. Chủ nhật: mọi người. Thẻ trẻ em cũng vậy.',
      'adult-cards':
        'Số cuối của số chứng minh thư hoặc thẻ cư trú là số lẻ (1 3 5 7 9): thứ Hai, thứ Tư, thứ Sáu. Số chẵn (0 2 4 6 8): thứ Ba, thứ Năm, thứ Bảy. Chủ nhật: mọi người. Thẻ trẻ em: ngày nào cũng được.',
      nobody: 'Ngày nào cũng được mua, số cuối nào cũng được.',
    },
    adultMasks: (pieces, days) => `Khẩu trang người lớn: ${pieces} cái trong ${days} ngày.`,
    childMasks: {
      'child-cards': (pieces, days, year) =>
        `Khẩu trang trẻ em: ${pieces} cái trong ${days} ngày, dành cho người sinh từ năm ${year} trở đi, thay cho khẩu trang người lớn.`,
      'any-card': (pieces, days) =>
        `Khẩu trang trẻ em: ${pieces} cái trong ${days} ngày, mọi lứa tuổi, thay cho khẩu trang người lớn.`,
    },
    price: (each) => `NT$${each} một cái. Xin mang theo tiền lẻ.`,
    proxy: ({ adultCards, childCards, cards }) =>
      `Ngoài thẻ của mình, bạn có thể mang thẻ của người khác: ${adultCards} thẻ người lớn, ${childCards} thẻ trẻ em${cards === null ? '' : `, tổng cộng không quá ${cards}`}.`,
    foreigners:
      'Người nước ngoài không có thẻ bảo hiểm y tế: thẻ cư trú (居留證) hoặc giấy phép nhập xuất cảnh (入出境許可證).',
  },
};
