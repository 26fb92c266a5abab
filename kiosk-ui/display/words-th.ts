import type { DisplayWords } from './display-words.ts';

export const displayTh: DisplayWords = {
  lang: 'th',
  verdicts: {
    'may-buy': 'ซื้อได้',
    'may-not': 'วันนี้ยังซื้อไม่ได้',
    confirm: 'กรุณารอสักครู่ กำลังตรวจสอบ',
  },
  kinds: { adult: 'หน้ากากผู้ใหญ่', child: 'หน้ากากเด็ก' },
  card: (place, of) => `บัตรที่ ${place} จาก ${of} ใบ`,
  total: 'รวม',
  totalOfAll: 'รวมทุกบัตร',
  idle: 'กรุณาเตรียมบัตรประกันสุขภาพ',
  reading: 'กำลังอ่านบัตร',
  sold: 'ขอบคุณ กรุณารับบัตรคืน',
  wait: 'กรุณารอสักครู่',
  serving: 'กำลังเรียกหมายเลข',
  states: {
    open: 'เปิดขาย',
    paused: 'หยุดขายชั่วคราว',
    'sold-out': 'วันนี้ขายหมดแล้ว',
    'equipment-broken': 'อุปกรณ์ขัดข้อง หยุดขายชั่วคราว',
    'closed-today': 'วันนี้ปิด',
  },
  today: {
    digits: { odd: 'วันนี้: เลขคี่', even: 'วันนี้: เลขคู่', all: 'วันนี้: ทุกเลข' },
    children: 'เด็กซื้อได้ทุกวัน',
    comma: ' ',
  },
  scan: 'สแกนด้วยโทรศัพท์เพื่อเก็บไว้',
};
