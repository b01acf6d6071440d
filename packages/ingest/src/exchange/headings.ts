/** Codes that name a section of a report → the heading that a written report has there. */

/** LOINC, and the DICOM codes of the same sections (PS3.16, CID 7001 and TID 2000). */
const BY_CODE: Readonly<Record<string, string>> = {
  '19005-8': 'IMPRESSION',
  '55110-1': 'IMPRESSION',
  '51848-0': 'IMPRESSION',
  '121072': 'IMPRESSION',
  '121073': 'IMPRESSION',
  '121076': 'CONCLUSION',
  '121077': 'CONCLUSION',
  '55112-7': 'SUMMARY',
  '121111': 'SUMMARY',
  '59776-5': 'FINDINGS',
  '18782-3': 'FINDINGS',
  '121070': 'FINDINGS',
  '121071': 'FINDINGS',
  '11329-0': 'CLINICAL HISTORY',
  '55108-5': 'CLINICAL HISTORY',
  '11348-0': 'CLINICAL HISTORY',
  '10164-2': 'CLINICAL HISTORY',
  '121060': 'CLINICAL HISTORY',
  '121110': 'CLINICAL HISTORY',
  '18785-6': 'INDICATION',
  '29299-5': 'INDICATION',
  '42349-1': 'INDICATION',
  '121109': 'INDICATION',
  '121062': 'INDICATION',
  '18834-2': 'COMPARISON',
  '55114-3': 'COMPARISON',
  '121066': 'COMPARISON',
  '121068': 'PREVIOUS FINDINGS',
  '121069': 'PREVIOUS FINDINGS',
  '55111-9': 'TECHNIQUE',
  '55115-0': 'TECHNIQUE',
  '121064': 'TECHNIQUE',
  '121065': 'TECHNIQUE',
  '18783-1': 'RECOMMENDATION',
  '121074': 'RECOMMENDATION',
  '121075': 'RECOMMENDATION',
  '55107-7': 'ADDENDUM',
  '121078': 'ADDENDUM',
  '55109-3': 'COMPLICATIONS',
  '121113': 'COMPLICATIONS',
  '73568-8': 'COMMUNICATION',
};

/** Suffixes of HL7 v2 observation identifiers ("71250&IMP"), chapter 7. */
const BY_SUFFIX: Readonly<Record<string, string>> = {
  IMP: 'IMPRESSION',
  REC: 'RECOMMENDATION',
  ADT: 'ADDENDUM',
  ADN: 'ADDENDUM',
  // a comment of the technologist: under "comment" it would be read as the radiologist's
  TCM: 'TECHNICAL NOTES',
};

/** Words that headings of reports are made of. */
const HEADING =
  /^(?:(?:procedure|study|radiology|imaging|examination|exam|radiologist's|diagnostic|overall|final|relevant|main|key) )?(?:impressions?|conclusions?|opinion|summary|findings?|interpretation|clinical (?:history|information|indications?|details|data)|history|indications?|reason for (?:exam|study|examination)|comparisons?|technique|procedure|recommendations?|addendum|results?)$/i;

export const headingOfCode = (code: string | undefined): string | null =>
  (code !== undefined && Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : null) ?? null;

export const headingOfSuffix = (suffix: string | undefined): string | null =>
  (suffix !== undefined && Object.hasOwn(BY_SUFFIX, suffix) ? BY_SUFFIX[suffix] : null) ?? null;

/** A heading as it stands in a report: the name given where it is one by itself, else the one that the code says, else the name. */
export function headingOf(name: string | null, code: string | undefined): string | null {
  if (name && isHeading(name)) return name;
  return headingOfCode(code) ?? name;
}

/** "Impression", "FINDINGS:" */
export const isHeading = (line: string): boolean => line.length < 40 && HEADING.test(bareOf(line));

/** A text under a heading, unless it has that heading itself. */
export function under(heading: string | null, text: string): string {
  if (heading === null || text.trim() === '') return text;
  const bare = bareOf(heading);
  if (bare === '') return text;
  const body = text.replace(/^\s*\n/, '');
  const [first = ''] = body.split('\n', 1);
  if (stem(bareOf(first).toLowerCase()) === stem(bare.toLowerCase())) return `${bare}:${body.slice(first.length)}`;
  return opensWith(body, bare) ? text : `${bare}:\n${text}`;
}

/** "Findings :" → "Findings" */
function bareOf(line: string): string {
  const words = line.trim();
  return words.endsWith(':') ? words.slice(0, -1).trim() : words;
}

/** Does a text begin with a heading, in these words or in others that name the same? */
function opensWith(text: string, heading: string): boolean {
  const line = text.trimStart().split('\n', 1)[0]?.toLowerCase().slice(0, 80) ?? '';
  const first = stem(heading.toLowerCase());
  return line.startsWith(first) && /^s?\s*[:\-\u2013]/.test(line.slice(first.length));
}

/** "impressions" and "impression" open the same section */
const stem = (word: string): string => word.replace(/s$/, '');
