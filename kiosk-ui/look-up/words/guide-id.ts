import type { GuideStep, GuideWords } from './guide-words.ts';

const withReader: GuideStep = {
  ask: 'Apakah Anda punya komputer dan pembaca kartu (讀卡機)?',
  answers: [
    [
      'Ya, dengan kartu asuransi kesehatan (健保卡)',
      {
        way: 'Daftar di komputer, lalu hubungkan ponsel Anda',
        bring: [
          'Kartu asuransi kesehatan (健保卡)',
          'Kartu keluarga Taiwan (戶口名簿; nomornya, 戶號, akan ditanyakan)',
        ],
        how: 'Masukkan kartu satu kali di situs 健保卡網路服務註冊, daftarkan diri, dan buat kata sandi. Buat kode perangkat (裝置認證碼) di situs itu, lalu ketik kode tersebut di aplikasi 全民健保行動快易通, bagian 裝置認證. Setelah itu kartu tidak diperlukan lagi.',
      },
    ],
    [
      'Ya, dengan sertifikat digital warga negara (自然人憑證)',
      {
        way: 'Pesan di internet dengan sertifikat digital',
        bring: ['Sertifikat digital warga negara (自然人憑證)', 'Pembaca kartu (讀卡機)'],
        how: 'Masuk ke sistem pemesanan masker (口罩預購系統), pilih minimarket (超商), bayar, lalu ambil masker setelah mendapat pemberitahuan.',
      },
    ],
    [
      'Tidak',
      {
        way: 'Daftar di loket kantor asuransi kesehatan (健保署)',
        bring: [
          'Kartu asuransi kesehatan (健保卡)',
          'KTP Taiwan (身分證)',
          'Kartu keluarga Taiwan (戶口名簿)',
          'Ponsel',
        ],
        how: 'Petugas akan mendaftarkan Anda dan menghubungkan ponsel Anda. Setelah itu Anda dapat memesan lewat ponsel.',
      },
    ],
  ],
};

export const guideId: GuideWords = {
  heading: 'Cara membeli mana yang cocok untuk saya?',
  lead: 'Cukup dua atau tiga pertanyaan. Tekan jawaban untuk melihat langkah berikutnya.',
  start: {
    ask: 'Di mana Anda ingin membeli?',
    answers: [
      [
        'Di apotek (藥局) atau puskesmas (衛生所), langsung dibawa pulang',
        {
          way: 'Versi 1.0: dengan kartu asuransi kesehatan (健保卡) di apotek atau puskesmas',
          bring: ['Kartu asuransi kesehatan (健保卡) Anda sendiri', 'Uang kecil'],
          how: 'Lihat dahulu di halaman ini tempat mana yang masih punya masker dan hari ini giliran siapa. Untuk membelikan keluarga, bawalah kartu mereka; jumlahnya ada di aturan di bawah.',
        },
      ],
      [
        'Lewat internet, diambil di minimarket (超商)',
        {
          ask: 'Apakah nomor ponsel itu atas nama Anda sendiri, berlangganan bulanan (月租型), dan memakai data seluler? (Hanya untuk warga negara Taiwan; nomor perusahaan, kartu prabayar, dan Wi-Fi tidak dapat dipakai)',
          answers: [
            [
              'Ya',
              {
                way: 'Versi 2.0: verifikasi dengan nomor ponsel',
                bring: [
                  'Empat angka terakhir nomor kartu asuransi kesehatan (健保卡)',
                  'Ponsel Anda sendiri, Wi-Fi dimatikan',
                ],
                how: 'Buka aplikasi 全民健保行動快易通, tekan 健康存摺 (catatan kesehatan), ketik nomor ponsel dan nomor KTP untuk verifikasi, lalu pesan.',
              },
            ],
            ['Tidak', withReader],
          ],
        },
      ],
      [
        'Di minimarket (超商), dengan mesinnya',
        {
          way: 'Versi 3.0: kartu asuransi kesehatan (健保卡) di mesin minimarket',
          bring: ['Kartu asuransi kesehatan (健保卡) Anda sendiri'],
          how: 'Mulai 22 April 2020: pilih 防疫大作戰 di mesin minimarket (ibon, FamiPort, Life-ET, atau OK‧go), masukkan kartu dan pesan, bayar di kasir, lalu ambil masker setelah mendapat pemberitahuan.',
        },
      ],
    ],
  },
  bring: 'Yang dibawa',
  rules: (date) => `Aturan membeli di apotek hari ini (${date})`,
  rulesFrom: (date) => `Aturan baru mulai ${date}`,
  noRules: 'Aturan hari ini belum diumumkan.',
  rule: {
    weekdays: {
      everybody:
        'Angka terakhir nomor KTP atau ARC ganjil (1 3 5 7 9): Senin, Rabu, Jumat. Genap (0 2 4 6 8): Selasa, Kamis, Sabtu. Minggu: semua orang. Kartu anak sama.',
      'adult-cards':
        'Angka terakhir nomor KTP atau ARC ganjil (1 3 5 7 9): Senin, Rabu, Jumat. Genap (0 2 4 6 8): Selasa, Kamis, Sabtu. Minggu: semua orang. Kartu anak: setiap hari.',
      nobody: 'Setiap hari, berapa pun angka terakhirnya.',
    },
    adultMasks: (pieces, days) => `Masker dewasa: ${pieces} lembar dalam ${days} hari.`,
    childMasks: {
      'child-cards': (pieces, days, year) =>
        `Masker anak: ${pieces} lembar dalam ${days} hari, untuk yang lahir tahun ${year} atau sesudahnya, sebagai ganti masker dewasa.`,
      'any-card': (pieces, days) =>
        `Masker anak: ${pieces} lembar dalam ${days} hari, segala usia, sebagai ganti masker dewasa.`,
    },
    price: (each) => `NT$${each} per lembar. Harap bawa uang kecil.`,
    proxy: ({ adultCards, childCards, cards }) =>
      `Selain kartu sendiri, Anda boleh membawa kartu orang lain: ${adultCards} dewasa, ${childCards} anak${cards === null ? '' : `, seluruhnya paling banyak ${cards}`}.`,
    foreigners:
      'Orang asing tanpa kartu asuransi kesehatan: kartu izin tinggal (居留證, ARC) atau surat izin masuk dan keluar (入出境許可證).',
  },
};
