import type { GuideStep, GuideWords } from './guide-words.ts';

const withReader: GuideStep = {
  ask: 'Have you a computer and a card reader?',
  answers: [
    [
      'Yes, with my NHI card (健保卡)',
      {
        way: 'Register on the computer, then tie your phone to it',
        bring: ['NHI card (健保卡)', 'Household register (戶口名簿; you are asked for its number, 戶號)'],
        how: 'Insert the card once on the registration page (健保卡網路服務註冊) and set a password, make a device code (裝置認證碼) there, and key it in under 裝置認證 in the app 全民健保行動快易通. After that you need no card.',
      },
    ],
    [
      'Yes, with a Citizen Digital Certificate (自然人憑證)',
      {
        way: 'Order online with the certificate',
        bring: ['Citizen Digital Certificate (自然人憑證)', 'Card reader'],
        how: 'Sign in to the pre-order system (口罩預購系統), choose a convenience store, pay, and collect when you are told.',
      },
    ],
    [
      'No',
      {
        way: 'Register at a counter of the NHI administration (健保署)',
        bring: ['NHI card (健保卡)', 'ID card (身分證)', 'Household register (戶口名簿)', 'Phone'],
        how: 'They register you and tie your phone to it. After that you order by phone.',
      },
    ],
  ],
};

export const guideEn: GuideWords = {
  heading: 'Which way of buying fits me?',
  lead: 'Two or three questions tell. Open an answer to see the next step.',
  start: {
    ask: 'Where would you like to buy?',
    answers: [
      [
        'At a pharmacy (藥局) or health station (衛生所), to take away',
        {
          way: 'Version 1.0: your NHI card at a pharmacy or health station',
          bring: ['Your own NHI card (健保卡)', 'Small change'],
          how: 'See on this page first who has masks and whose day it is. To buy for family, bring their cards; the rules below say how many.',
        },
      ],
      [
        'Online, to collect at a convenience store (超商)',
        {
          ask: 'Is the phone number your own, on a monthly contract with mobile data? (Citizens only; company numbers, prepaid cards and Wi-Fi do not work)',
          answers: [
            [
              'Yes',
              {
                way: 'Version 2.0: verified by your phone number',
                bring: ['Last four digits of your NHI card number', 'Your own phone, with Wi-Fi off'],
                how: 'Open the app 全民健保行動快易通, tap 健康存摺 (My Health Bank), key in your phone and ID number, and order.',
              },
            ],
            ['No', withReader],
          ],
        },
      ],
      [
        'At a convenience store (超商), with its kiosk',
        {
          way: 'Version 3.0: your NHI card in the kiosk',
          bring: ['Your own NHI card (健保卡)'],
          how: 'From 22 April 2020: choose 防疫大作戰 at the kiosk (ibon, FamiPort, Life-ET or OK‧go), insert the card and order, pay at the till, and collect when you are told.',
        },
      ],
    ],
  },
  bring: 'Bring',
  rules: (date) => `The rules at a pharmacy today (${date})`,
  rulesFrom: (date) => `New rules from ${date}`,
  noRules: 'The rules for today have not been announced.',
  rule: {
    weekdays: {
      everybody:
        "Last digit of the ID number odd (1 3 5 7 9): Monday, Wednesday, Friday. Even (0 2 4 6 8): Tuesday, Thursday, Saturday. Sunday: everybody. The same goes for children's cards.",
      'adult-cards':
        "Last digit of the ID number odd (1 3 5 7 9): Monday, Wednesday, Friday. Even (0 2 4 6 8): Tuesday, Thursday, Saturday. Sunday: everybody. Children's cards: any day.",
      nobody: 'Any day, whatever the last digit.',
    },
    adultMasks: (pieces, days) => `Adult masks: ${pieces} in ${days} days.`,
    childMasks: {
      'child-cards': (pieces, days, year) =>
        `Child masks: ${pieces} in ${days} days, for those born in ${year} or later, instead of adult masks.`,
      'any-card': (pieces, days) =>
        `Child masks: ${pieces} in ${days} days, at any age, instead of adult masks.`,
    },
    price: (each) => `NT$${each} each. Please bring small change.`,
    proxy: ({ adultCards, childCards, cards }) =>
      `Besides your own, you may bring NHI cards of others: ${adultCards} of adults, ${childCards} of children${cards === null ? '' : `, together no more than ${cards}`}.`,
    foreigners:
      'Foreigners without an NHI card: residence certificate (居留證) or entry and exit permit (入出境許可證).',
  },
};
