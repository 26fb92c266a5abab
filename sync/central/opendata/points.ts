import type { Instant } from '#rules';
import { type PublishedOutlet, publishedTime } from './maskdata.ts';

/** What the community's maps show of an outlet beside its stock. */
export interface PlacedOutlet extends PublishedOutlet {
  /** Degrees, WGS 84. */
  readonly longitude: number;
  readonly latitude: number;
  /** When its tills were last heard; `null`: never. */
  readonly updatedAt: Instant | null;
  readonly note: string;
  readonly ownNote: string;
  readonly website: string;
  readonly county: string;
  readonly town: string;
  readonly village: string;
  /** 21 letters, N open and Y closed; empty where nothing is known. */
  readonly servicePeriods: string;
}

/** One feature; its properties in the order that the format's hundred clients have seen since February 2020. */
export const pointFeature = (outlet: PlacedOutlet): string =>
  JSON.stringify({
    type: 'Feature',
    properties: {
      id: outlet.outlet,
      name: outlet.name,
      phone: outlet.phone,
      address: outlet.address,
      mask_adult: outlet.pieces.adult,
      mask_child: outlet.pieces.child,
      updated: outlet.updatedAt === null ? '' : publishedTime(outlet.updatedAt),
      available: availableSentence(outlet.servicePeriods),
      note: outlet.note,
      custom_note: outlet.ownNote,
      website: outlet.website,
      county: outlet.county,
      town: outlet.town,
      cunli: outlet.village,
      service_periods: outlet.servicePeriods,
    },
    geometry: { type: 'Point', coordinates: [outlet.longitude, outlet.latitude] },
  });

/** `points.json`: a GeoJSON feature collection. */
export const pointsFile = (features: readonly string[]): Buffer =>
  Buffer.from(`{"type":"FeatureCollection","features":[${features.join(',')}]}`);

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];
const parts = ['上午', '下午', '晚上'];

/** `星期一上午看診、…`: the letters of the service periods, in words. */
function availableSentence(servicePeriods: string): string {
  if (servicePeriods.length !== weekdays.length * parts.length) return '';
  const slots = parts.flatMap((part) => weekdays.map((weekday) => `星期${weekday}${part}`));
  return slots.map((slot, i) => slot + (servicePeriods[i] === 'N' ? '看診' : '休診')).join('、');
}
