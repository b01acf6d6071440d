/** Makes a link: tells the report in each language, seals what is to be seen under a key of its own, and sends the sealed bytes alone. */
import type { Explanation } from '@readingscan/engine';
import type { BrowserReader } from '@readingscan/reader/browser';
import { LANGUAGES, type Language } from '@readingscan/reader/languages';
import { KeptError } from '../kept/failure.ts';
import type { KeptReport } from '../kept/report.ts';
import { makeLink } from './account-links.ts';
import { type LinkDays, linkOf, newLinkParts, type SharedLink } from './link.ts';
import { drawnAnew } from './picture.ts';
import { sealShared } from './sealed-link.ts';
import { sharedFile } from './shared-file.ts';

export interface ToShare {
  readonly report: KeptReport;
  readonly pictures: readonly File[];
  readonly hasReport: boolean;
  readonly days: LinkDays;
  /** whom it is for; may be empty */
  readonly to: string;
  readonly language: Language;
}

export interface Shared {
  readonly own: SharedLink;
  /** with its key: nobody else has it, and it is not kept */
  readonly link: string;
}

/** Rejects with `KeptError`. */
export async function share(asked: ToShare, reader: BrowserReader): Promise<Shared> {
  const { report, hasReport, days, to, language } = asked;
  const explanations = await toldIn(report, reader);
  const pictures = hasReport ? await Promise.all(asked.pictures.map(drawn)) : null;
  const parts = newLinkParts();
  const sealed = await sealShared(sharedFile({ to, explanations, pictures }), parts);
  const own = await makeLink({ parts, report: report.id, days, hasReport, sealed });
  return { own, link: linkOf(location.origin, language, parts) };
}

const drawn = (file: File): Promise<string> =>
  drawnAnew(file).catch(() => {
    throw new KeptError('broken');
  });

/** One after the other, as they share one worker. */
async function toldIn(
  { source, warnings }: KeptReport,
  reader: BrowserReader,
): Promise<Readonly<Record<Language, Explanation>>> {
  const told: [Language, Explanation][] = [];
  for (const language of LANGUAGES) {
    const { document } = await reader.explain({ kind: 'kept', kept: { source, warnings } }, { language });
    if (!document) throw new KeptError('broken');
    told.push([language, document]);
  }
  // one for each of all languages
  return Object.fromEntries(told) as Record<Language, Explanation>;
}
