import type { ReceiptDocument } from '#printer';
import type { Instant } from '#rules';
import { boldPair, framed, large, moment, pair, rule, type SlipFrame, space, title } from './slip-parts.ts';

/** A page that shows whether a printer prints everything that slips are made of. */
export function testDocument(at: Instant, frame: SlipFrame): ReceiptDocument {
  return framed(
    [
      ...title(frame, '印表機測試'),
      rule,
      pair('時間', moment(at)),
      pair('機構代碼', frame.outlet.code),
      rule,
      { type: 'text', text: '靠左：實名制口罩' },
      { type: 'text', text: '置中：成人、兒童', align: 'center' },
      { type: 'text', text: '靠右：0123456789', align: 'right' },
      { type: 'text', text: '粗體：下次可購買日', bold: true },
      pair('一般欄位', '15 元'),
      boldPair('粗體欄位', 'NT$ 15'),
      { type: 'pair', label: '放大', value: '109/03/19', size: 'double', bold: true },
      space,
      large('放大 A012'),
      rule,
      // The second line has characters that the printers' own font lacks; they come as a picture.
      { type: 'text', text: '常用字：王小明 林美玉 陳志豪' },
      { type: 'text', text: '罕用字：堃 喆 犇 煊 𨋢' },
      { type: 'text', text: '符號：× － （） ＊ ○ NT$ : / #' },
      {
        type: 'text',
        text: '換行：每行到紙邊自動換行，標點不在行首；左右兩邊的字都應完整，沒有被切掉。',
      },
      rule,
      { type: 'text', text: '字跡清楚、線條完整即為正常', align: 'center' },
    ],
    frame,
  );
}
