import type { Request, RequestHandler, Response } from 'express';
import { type LookUpView, outletsQuerySchema, type PlacesAnswer, type PublicLanguage } from '#central-api';
import { type PolicyPack, yearOf } from '#rules';
import { keptWhile } from '../public/kept-while.ts';
import { placesOf } from '../public/places.ts';
import { freshness } from '../public/public-outlet.ts';
import type { PublicStock } from '../public/public-stock.ts';
import { createReadyAnswers, readyAnswer } from '../public/ready-answers.ts';
import type { Search } from '../public/search.ts';
import { turnsFrom } from '../public/turns.ts';
import { sendReady } from './public-answer.ts';
import { type PublicAsked, publicAsked } from './public-asked.ts';

/** Makes the page's title and body; both are written where the pages are. */
export type RenderLookUp = (view: LookUpView) => { readonly title: string; readonly body: string };

export interface PublicPageDeps {
  readonly stock: PublicStock;
  readonly search: Search;
  readonly timeline: () => PolicyPack;
  readonly tiles: LookUpView['tiles'];
  /** The built page, with `%LANG%`, `%TITLE%`, `%BODY%` and `%VIEW%` in it. */
  readonly page: string;
  readonly render: RenderLookUp;
}

const keptMostBytes = 32 * 1024 * 1024;

/** The public look-up: whole pages for whoever has no script, and what the script goes on with. */
export function publicPage(deps: PublicPageDeps): RequestHandler {
  const { stock, tiles } = deps;
  const kept = createReadyAnswers({ mostBytes: keptMostBytes });
  const security = securityPolicy(tiles?.url ?? null);
  // Counting the country takes as long as the rest of a page.
  const places = keptWhile(stock.shown, placesOf);
  return (req: Request, res: Response): void => {
    const { version, day } = stock.shown();
    const asked = publicAsked(req.url, req.get('accept-language') ?? '', yearOf(day));
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': security,
      'permissions-policy': 'geolocation=(self)',
      vary: 'accept-language, accept-encoding',
    };
    const make = () => Buffer.from(pageOf(deps, asked, places()));
    // A digit and a year of birth are a person's, so what was made of them is kept nowhere.
    const [ready, caching] = asked.asked
      ? [readyAnswer(make()), 'no-store']
      : [kept.of(version, JSON.stringify(asked), make), 'public, max-age=2'];
    sendReady(req, res, ready, { ...headers, 'cache-control': caching });
  };
}

function pageOf(deps: PublicPageDeps, asked: PublicAsked, places: PlacesAnswer): string {
  const view = { ...viewOf(deps, asked), places };
  const { title, body } = deps.render(view);
  const blanks: Readonly<Record<string, string>> = {
    LANG: languageTags[view.language],
    TITLE: escaped(title),
    BODY: body,
    // A note may say `</script>`.
    VIEW: JSON.stringify(view).replaceAll('<', '\\u003c'),
  };
  // In one go, since what is filled in may look like a blank.
  return deps.page.replace(/%(LANG|TITLE|BODY|VIEW)%/g, (blank, name: string) => blanks[name] ?? blank);
}

function viewOf(
  { stock, search, timeline, tiles }: PublicPageDeps,
  asked: PublicAsked,
): Omit<LookUpView, 'places'> {
  const { at, day, promises, readAt } = stock.shown();
  const found = search.find(outletsQuerySchema.parse(asked.query));
  return {
    ...asked,
    list: { ...{ at, day, promises, readAt, freshness }, ...found, outlets: [...found.outlets] },
    turns: turnsFrom(at, timeline()),
    tiles,
  };
}

const languageTags: Readonly<Record<PublicLanguage, string>> = {
  ...{ zh: 'zh-Hant', en: 'en', id: 'id', vi: 'vi', th: 'th' },
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** @param tiles the address of a tile server, where there is one */
export const securityPolicy = (tiles: string | null): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data:${tiles === null ? '' : ` ${originOf(tiles)}`}`,
    "connect-src 'self'",
    "font-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** `https://{s}.tiles.example/{z}/{x}/{y}.png` stands for several hosts. */
const originOf = (tiles: string): string => (/^https?:\/\/[^/]+/.exec(tiles)?.[0] ?? '').replace('{s}', '*');
