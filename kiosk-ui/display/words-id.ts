import type { DisplayWords } from './display-words.ts';

export const displayId: DisplayWords = {
  lang: 'id',
  verdicts: {
    'may-buy': 'Anda boleh membeli',
    'may-not': 'Hari ini belum boleh membeli',
    confirm: 'Mohon tunggu, sedang diperiksa',
  },
  kinds: { adult: 'Masker dewasa', child: 'Masker anak' },
  card: (place, of) => `Kartu ${place} dari ${of}`,
  total: 'Total',
  totalOfAll: 'Total semua kartu',
  idle: 'Mohon siapkan kartu NHI Anda',
  reading: 'Sedang membaca kartu',
  sold: 'Terima kasih. Silakan ambil kartu Anda',
  wait: 'Mohon tunggu sebentar',
  serving: 'Nomor yang dilayani',
  states: {
    open: 'Buka',
    paused: 'Penjualan dihentikan sementara',
    'sold-out': 'Hari ini sudah habis',
    'equipment-broken': 'Peralatan rusak, penjualan dihentikan sementara',
    'closed-today': 'Hari ini tutup',
  },
  today: {
    digits: {
      odd: 'Hari ini: nomor ganjil',
      even: 'Hari ini: nomor genap',
      all: 'Hari ini: semua nomor',
    },
    children: 'anak-anak setiap hari',
    comma: ', ',
  },
  scan: 'Pindai dengan ponsel untuk menyimpan',
};
