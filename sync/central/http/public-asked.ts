import { type LookUpView, outletsQuerySchema, type PublicLanguage, publicLanguages } from '#central-api';
import { queryOf } from './public-query.ts';

/** What somebody asked the public page for, with forms or by a link. What makes no sense is as if it were not there. */
export interface PublicAsked {
  readonly language: PublicLanguage;
  readonly query: LookUpView['query'];
  readonly asked: LookUpView['asked'];
}

const textMost = 60;
const oldestHolder = 130;
/** 民國元年 is 1912. */
const rocBegins = 1911;

/** @param year of today in Taipei */
export function publicAsked(url: string, acceptLanguage: string, year: number): PublicAsked {
  const given = new URLSearchParams(queryOf(url));
  const text = (name: string): string => cut((given.get(name) ?? '').replaceAll('\uFFFD', '').trim());
  const fields = outletsQuerySchema.shape;
  const has = fields.has.safeParse(text('has')).data;
  return {
    language: languageOf(given.get('lang') ?? '') ?? languageAccepted(acceptLanguage),
    query: {
      ...{ q: text('q'), county: text('county'), town: text('town') },
      ...(has && { has }),
      after: fields.after.safeParse(text('after')).data ?? 0,
    },
    asked: whoseTurn(text('digit'), text('born'), year),
  };
}

/** Never through the middle of a character that takes two. */
const cut = (text: string): string =>
  text
    .slice(0, textMost)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();

function whoseTurn(digit: string, born: string, year: number): LookUpView['asked'] {
  if (!/^\d$/.test(digit) || !/^\d{1,4}$/.test(born)) return null;
  // Most people here know their year of birth by the Republic's count.
  const bornIn = Number(born) <= year - rocBegins ? Number(born) + rocBegins : Number(born);
  return bornIn <= year && bornIn >= year - oldestHolder ? { digit: Number(digit), bornIn } : null;
}

/** `zh-Hant-TW` is `zh`. */
const languageOf = (tag: string): PublicLanguage | null => {
  const [primary = ''] = tag.trim().toLowerCase().split('-');
  return publicLanguages.find((language) => language === primary) ?? null;
};

/** The first that is wanted most among those that there are. */
function languageAccepted(header: string): PublicLanguage {
  const wanted = header
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';');
      const weight = parameters
        .find((parameter) => parameter.trim().startsWith('q='))
        ?.trim()
        .slice(2);
      return { language: languageOf(tag), weight: weight === undefined ? 1 : Number(weight) || 0 };
    });
  const known = wanted.filter(({ language, weight }) => language !== null && weight > 0);
  return known.sort((a, b) => b.weight - a.weight)[0]?.language ?? 'zh';
}
