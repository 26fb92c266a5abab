/** The 22 counties and cities, as the authority spells them. */
export const counties: readonly string[] = [
  ...['臺北市', '新北市', '桃園市', '臺中市', '臺南市', '高雄市', '基隆市', '新竹市', '嘉義市'],
  ...['新竹縣', '苗栗縣', '彰化縣', '南投縣', '雲林縣', '嘉義縣', '屏東縣', '宜蘭縣', '花蓮縣', '臺東縣'],
  ...['澎湖縣', '金門縣', '連江縣'],
];

/** Real lists write 台 for 臺 and 巿 (U+5DFF) for 市, sometimes in one and the same address. */
const regular = (text: string): string => text.replaceAll('台', '臺').replaceAll('\u5DFF', '市');

/** County and town at the head of an address, in the regular spelling; empty where it does not begin with them. */
export function placeOfAddress(address: string): { readonly county: string; readonly town: string } {
  const text = regular(address.trim());
  const county = counties.find((name) => text.startsWith(name));
  if (!county) return { county: '', town: '' };
  // The districts of a city end in 區; some have 鎮 or 市 before it (平鎮區). Those of a county never do.
  const town = county.endsWith('市') ? /^.{1,4}?區/ : /^.{1,4}?[鄉鎮市]/;
  return { county, town: town.exec(text.slice(county.length))?.[0] ?? '' };
}

/** The same place on every such list. */
export const regularPlace = regular;
