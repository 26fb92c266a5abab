import type { GuideStep, GuideWords } from './guide-words.ts';

const online = '用帳號登入口罩預購系統，選好超商，付款後憑通知取貨。';

const withReader: GuideStep = {
  ask: '有電腦和讀卡機嗎？',
  answers: [
    [
      '有，用健保卡',
      {
        way: '電腦註冊，再綁定手機',
        bring: ['健保卡', '戶口名簿（要填戶號）'],
        how: '首次插卡到「健保卡網路服務註冊」網頁註冊並設定密碼，再產生裝置認證碼，在「全民健保行動快易通」App 完成裝置認證。以後免插卡。',
      },
    ],
    ['有，用自然人憑證', { way: '插卡上網預購', bring: ['自然人憑證', '讀卡機'], how: online }],
    [
      '沒有',
      {
        way: '臨櫃申請，綁定手機',
        bring: ['健保卡', '身分證', '戶口名簿', '手機'],
        how: '到健保署服務據點註冊並綁定手機，之後就能用手機預購。',
      },
    ],
  ],
};

export const guideZh: GuideWords = {
  heading: '哪一種購買方式適合我？',
  lead: '回答兩三個問題就知道。點選答案展開下一步。',
  start: {
    ask: '您想在哪裡買？',
    answers: [
      [
        '到藥局或衛生所，當場拿',
        {
          way: '口罩實名制 1.0：持健保卡到藥局或衛生所',
          bring: ['本人健保卡', '零錢'],
          how: '先在本頁查好哪裡有貨、今天輪到誰。代家人購買請帶對方的健保卡，可代幾張見下面的規定。',
        },
      ],
      [
        '上網預購，到超商領',
        {
          ask: '手機門號是您本人的，而且是月租型、有行動上網嗎？（您是本國籍；公司門號、預付卡、Wi-Fi 都不適用）',
          answers: [
            [
              '是',
              {
                way: '口罩實名制 2.0：行動電話認證',
                bring: ['健保卡號後四碼', '本人手機，關閉 Wi-Fi'],
                how: '打開「全民健保行動快易通」App，點選「健康存摺」，輸入門號與身分證號完成認證，就能預購。',
              },
            ],
            ['不是', withReader],
          ],
        },
      ],
      [
        '到超商，用機台預購',
        {
          way: '口罩實名制 3.0：超商事務機插健保卡',
          bring: ['本人健保卡'],
          how: '2020 年 4 月 22 日起，在超商多媒體事務機（ibon、FamiPort、Life-ET、OK‧go）點選「防疫大作戰」，插健保卡預購，到櫃檯付款，再依通知到門市領取。',
        },
      ],
    ],
  },
  bring: '要帶的',
  rules: (date) => `到藥局購買的規定（今天 ${date}）`,
  rulesFrom: (date) => `${date} 起的新規定`,
  noRules: '今天的購買規定尚未公布。',
  rule: {
    weekdays: {
      everybody:
        '身分證字號末碼單號（1 3 5 7 9）：週一、三、五；雙號（0 2 4 6 8）：週二、四、六；週日不限。兒童健保卡也一樣。',
      'adult-cards':
        '身分證字號末碼單號（1 3 5 7 9）：週一、三、五；雙號（0 2 4 6 8）：週二、四、六；週日不限。兒童健保卡每天都可以買。',
      nobody: '不分單雙號，每天都可以買。',
    },
    adultMasks: (pieces, days) => `成人口罩：${days} 天 ${pieces} 片。`,
    childMasks: {
      'child-cards': (pieces, days, year) =>
        `兒童口罩：${days} 天 ${pieces} 片，限西元 ${year} 年（民國 ${year - 1911} 年）以後出生；與成人口罩擇一。`,
      'any-card': (pieces, days) => `兒童口罩：${days} 天 ${pieces} 片，不限年齡；與成人口罩擇一。`,
    },
    price: (each) => `每片 ${each} 元，請自備零錢。`,
    proxy: ({ adultCards, childCards, cards }) =>
      `本人之外，可以代成人健保卡 ${adultCards} 張、兒童健保卡 ${childCards} 張${cards === null ? '' : `，合計不超過 ${cards} 張`}。`,
    foreigners: '沒有健保卡的外籍人士：居留證或入出境許可證。',
  },
};
