/** Deidentify: what is known by its shape alone: dates, telephone numbers, addresses of the net, ages over 89. */
import type { IdentifierLabel } from '../deidentification.ts';
import type { Token } from '../token.ts';
import type { Cues } from './cues.ts';
import type { Marked } from './marked.ts';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WEEKDAY =
  '(?:(?:last |this |next )?(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?,? {1,2})?';
const DAY = '(?:[0-2]?\\d|3[01])';
const PATTERNS: readonly (readonly [IdentifierLabel, RegExp])[] = [
  ['URL', /\b(?:https?:\/\/|www\.)[^\s<>"')\]]{2,300}/gi],
  ['EMAIL', /\b[a-z0-9_%+-]{1,40}(?:\.[a-z0-9_%+-]{1,40}){0,4}@[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,4}/gi],
  ['IP', /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\d)/g],
  ['DATE', new RegExp(`${WEEKDAY}(?<![\\d.])(?:19|20)\\d\\d[-/.](?:0?[1-9]|1[0-2])[-/.]${DAY}(?!\\d)`, 'gi')],
  ['DATE', new RegExp(`${WEEKDAY}(?<![\\d.,/-])\\b${DAY}([-/.])${DAY}\\1(?:(?:19|20)\\d\\d|\\d\\d)(?![\\d/-])`, 'gi')],
  [
    'DATE',
    new RegExp(
      `${WEEKDAY}(?<!\\d)${DAY}(?:st|nd|rd|th)?[ -](?:of )?${MONTH}\\b\\.?,?[ -]?(?:(?:19|20)\\d\\d|[’']?\\d\\d(?![\\d:]))?`,
      'gi',
    ),
  ],
  [
    'DATE',
    new RegExp(
      `${WEEKDAY}\\b${MONTH}\\b\\.?[ -]${DAY}(?:st|nd|rd|th)?(?![\\d%]|[ -]?(?:mm|cm|mg|ml))(?:(?:,? |,)(?:19|20)\\d\\d)?`,
      'gi',
    ),
  ],
  ['DATE', new RegExp(`\\b${MONTH}\\b\\.?,?[ -](?:of )?(?:19|20)\\d\\d(?!\\d)`, 'gi')],
  // digits misread as letters: O5.11.1973
  ['DATE', /(?<![\w.])[O\dIl]{1,2}([-/.])[O\dIl]{1,2}\1(?:19|20)[O\dIl]{2}(?!\w)/g],
  ['DATE', /(?<![\d/.])(?:0?[1-9]|1[0-2])\/(?:19|20)\d\d(?![\d/])/g],
  ['DATE', /(?<=\|)(?:19|20)\d{6}(?:\d{4,6})?(?=\||$)/gm],
  [
    'PHONE',
    /(?<![\d.])(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,5}\)|\d{3})[ .-]{1,2}\d{3}[ .-]\d{4}(?!\d)(?: ?(?:x|ext\.?) ?\d{1,6})?/gi,
  ],
  // (02) 5550 4411
  ['PHONE', /(?<![\d.])\(0\d{1,4}\) ?\d{3,4}[ -]?\d{3,4}(?!\d)/g],
  // 02 5550 4411
  ['PHONE', /(?<![\d./-]|\d )0[2-9] \d{4} \d{4}(?![\d./-]| \d)/g],
  ['PHONE', /(?<!\d)\+\d{1,3}(?:[ .-]?\(?\d{2,5}\)?){2,5}(?!\d)/g],
  ['SSN', /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g],
  // the last four of it: "xxx-xx-4471"
  ['SSN', /(?<![\w*-])(?:x{3}-x{2}|X{3}-X{2}|\*{3}-\*{2})-\d{4}(?![\d-])/g],
  // "M 39   #30881"
  ['MRN', /(?<=^|\s)#\d{4,10}(?!\d)/gm],
  // "MR#: 884120"
  ['MRN', /(?<=\b(?:MR|Mr|Acct|Unit|Hosp|Pt|ID|File|Chart) ?# ?:? {0,2})[A-Z]{0,4}-?\d{4,12}(?:-\d{1,5})?\b/g],
  ['ACCESSION', /(?<=\bcase ?(?:no\.?|number|#)? ?: {0,2})[A-Z]{1,3}\d{2}-\d{3,8}\b/gi],
  // "(Case 030326-1187 COMPLETE)", "(Order 590021447)"
  ['ACCESSION', /(?<=\(case )\d{4,8}-\d{1,6}\b/gi],
  ['ACCESSION', /(?<=\border ?#? ?)\d{7,12}\b/gi],
  // "Flat 9, Rose Enclave, Surat"
  [
    'ADDRESS',
    /\b(?:Plot|Flat|Door|House|Shop|Villa|Unit)(?: [Nn]o\.?)? ?\d{1,4}[A-Z]?(?:[-/]\d{1,4})?(?:, ?(?:\p{Lu}[\p{L}.'’-]{1,30}(?: |(?=,|$|\n))){1,4}){1,4}(?: ?- ?\d{5,6})?/gmu,
  ],
  ['NATIONAL_ID', /\b[A-Z]{1,2}\d{6}\([\dA]\)/g],
  // "SXXXX123D", with what was left out of it already
  ['NATIONAL_ID', /\b[STFGM][X*]{4}\d{3}[A-Z]\b/g],
  ['HEALTH_PLAN_ID', /\b\d[A-Z][A-Z0-9]\d-[A-Z][A-Z0-9]\d-[A-Z]{2}\d\d\b/g],
  ['NAME', /\b\p{Lu}[\p{L}'’-]{1,40}(?:\^[\p{L}'’-]{1,40}){1,3}(?![\p{L}\d'’-])/gu],
  [
    'AGE_OVER_89',
    /(?<![\d.]|[A-Za-z]-)(?:9\d|1[01]\d)(?=[ -]?(?:[yY]\b|[yY][oO]\b|[yY]rs?\b|[yY]ears?\b|YEARS?\b|YRS?\b|[yY]\/[oO])| ?[MF]\b)/g,
  ],
  ['AGE_OVER_89', /(?<=\bage[a-z]{0,2}(?: ?\/ ?sex)? ?:? ?)(?:9\d|1[01]\d)(?!\d)/gi],
];
/** The head of a further page: "Name, First   MR123456   Page 2 of 3". */
const PAGE_HEAD = /^(?=[^\n]{0,160}\bpage \d{1,3} of \d{1,3}\b)([^\n]{0,160})$/gim;
const CODE = /\b[A-Z]{0,4}\d{6,12}\b/g;
const LAST_FIRST = /^\p{Lu}[\p{L}'’-]{1,30}, \p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}\.)?(?=\s|$)/u;
const HL7 = /^(?:MSH|PID|ORU|OBR|PV1)[|^]/m;
const HL7_NUMBER = /(?<=\|)[A-Z]{0,4}\d{5,12}(?=\||$)/gm;

export function shapedIn(text: string, cues: Cues): readonly Marked[] {
  const found: Marked[] = [];
  for (const [label, pattern] of PATTERNS)
    for (const hit of text.matchAll(pattern)) {
      const words = hit[0].trimEnd();
      if (label === 'DATE' && !isDate(words, cues)) continue;
      if (label === 'IP' && words.split('.').some((part) => Number(part) > 255)) continue;
      const cut = label === 'URL' ? words.replace(/[.,;:]+$/, '') : words;
      found.push({ start: hit.index, end: hit.index + cut.length, label });
    }
  for (const { index, 0: line } of text.matchAll(PAGE_HEAD)) {
    for (const code of line.matchAll(CODE))
      found.push({ start: index + code.index, end: index + code.index + code[0].length, label: 'MRN' });
    const name = LAST_FIRST.exec(line);
    if (name) found.push({ start: index, end: index + name[0].length, label: 'NAME' });
  }
  if (HL7.test(text))
    for (const hit of text.matchAll(HL7_NUMBER))
      found.push({ start: hit.index, end: hit.index + hit[0].length, label: 'MRN' });
  return found;
}

/** In the head, set apart by gaps, commas, brackets or the line: "ABC 0091823", "KQ 330-18", "BCI-33-90218", "(MFA20931)". */
const BARE_NUMBER =
  /(?<=^|\s{2}|[,|] |\()([A-Z]{2,5})(?:[ .]\d{2,7}(?:-\d{1,5})?|-?\d{2,7}(?:-\d{1,6}){0,3})(?=\s{2}|[,|)]| \||\s*$)/gm;
/** "555-0148" */
const LOCAL_PHONE = /(?<=^|\s{2}|[,|] )\d{3}-\d{4}(?=\s{2}|[,|]| \||\s*$)/gm;
const FEWEST_DIGITS = 5;
const YEAR = /^(?:19|20)\d\d$/;

export function headNumbersIn(
  text: string,
  tokens: readonly Token[],
  head: readonly (readonly [from: number, to: number])[],
  cues: Cues,
): readonly Marked[] {
  return head.flatMap(([from, to]) => {
    const start = tokens[from]?.start ?? 0;
    // with the bracket that may close behind the last word
    const line = text.slice(start, (tokens[to - 1]?.end ?? start) + 1);
    const marked = (index: number, code: string, label: Marked['label']): Marked => ({
      start: start + index,
      end: start + index + code.length,
      label,
    });
    return [
      ...[...line.matchAll(BARE_NUMBER)].flatMap(({ index, 0: code, 1: letters = '' }) =>
        isNumberOf(code, letters.toLowerCase(), cues) ? [marked(index, code, 'MRN')] : [],
      ),
      ...[...line.matchAll(LOCAL_PHONE)].map(({ index, 0: code }) => marked(index, code, 'PHONE')),
    ];
  });
}

/** Four digits are enough behind two letters and a dash; letters that mean something here number nobody, unless they are joined to many digits. */
function isNumberOf(code: string, letters: string, { examWords, medical, months }: Cues): boolean {
  const digits = code.replace(/\D/g, '');
  // "RH0912284": no word of medicine has so many
  if (/^[A-Z]+\d{6}/.test(code)) return true;
  if (examWords.has(letters) || months.has(letters) || YEAR.test(digits)) return false;
  const joined = /^[A-Z]+\d{5}/.test(code);
  if (medical(letters) && !joined) return false;
  return digits.length >= FEWEST_DIGITS || (digits.length === FEWEST_DIGITS - 1 && /^[A-Z]{2,5}-\d/.test(code));
}

/** "may 5" in small letters is no date; 3.4.21 needs a month in it. */
function isDate(words: string, cues: Cues): boolean {
  const month = words.split(/[^a-z]+/i).find((word) => cues.months.has(word.toLowerCase()));
  if (month) return month !== month.toLowerCase() || month.length > 4 || /\d{4}/.test(words);
  const parts = words
    .split(/[^\d]+/)
    .filter(Boolean)
    .map(Number);
  return parts.length < 3 || parts.some((part) => part >= 1 && part <= 12);
}
