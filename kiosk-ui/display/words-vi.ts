import type { DisplayWords } from './display-words.ts';

export const displayVi: DisplayWords = {
  lang: 'vi',
  verdicts: {
    'may-buy': 'Quý khách được mua',
    'may-not': 'Hôm nay chưa được mua',
    confirm: 'Xin chờ, đang kiểm tra',
  },
  kinds: { adult: 'Khẩu trang người lớn', child: 'Khẩu trang trẻ em' },
  card: (place, of) => `Thẻ ${place} trên ${of}`,
  total: 'Tổng cộng',
  totalOfAll: 'Tổng cộng các thẻ',
  idle: 'Vui lòng chuẩn bị thẻ bảo hiểm y tế',
  reading: 'Đang đọc thẻ',
  sold: 'Xin cảm ơn. Vui lòng nhận lại thẻ',
  wait: 'Xin vui lòng chờ',
  serving: 'Đang phục vụ số',
  states: {
    open: 'Đang bán',
    paused: 'Tạm ngừng bán',
    'sold-out': 'Hôm nay đã bán hết',
    'equipment-broken': 'Thiết bị gặp sự cố, tạm ngừng bán',
    'closed-today': 'Hôm nay nghỉ',
  },
  today: {
    digits: { odd: 'Hôm nay: số lẻ', even: 'Hôm nay: số chẵn', all: 'Hôm nay: mọi số' },
    children: 'trẻ em mọi ngày',
    comma: ', ',
  },
  scan: 'Quét mã bằng điện thoại để lưu',
};
