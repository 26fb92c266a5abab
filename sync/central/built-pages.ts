import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RenderLookUp } from './http/public-page.ts';
import type { CentralPages } from './public-side.ts';

export interface BuiltPlaces {
  /** Folder of the built pages. */
  readonly folder: string;
  /** The program that makes the public page, built from where the page is written. */
  readonly program: URL;
}

/** The pages as far as they are built: without the program, the public page is a plain one. */
export async function loadBuiltPages({ folder, program }: BuiltPlaces): Promise<CentralPages | null> {
  if (!existsSync(folder)) return null;
  if (!existsSync(fileURLToPath(program))) return { folder, renderLookUp: null };
  const { renderLookUp } = (await import(/* @vite-ignore */ program.href)) as { renderLookUp: RenderLookUp };
  return { folder, renderLookUp };
}
