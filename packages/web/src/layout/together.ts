/** What never breaks across lines: a number and its unit, a day and its month, "X-ray", "follow-up". Done by style, so that copied text is unchanged. */

const MEASURES = 'mm|cm|m|mL|ml|HU|kg|g|%';
const TIMES = '(?:hours?|days?|weeks?|months?|years?|horas?|días?|semanas?|mes(?:es)?|años?)\\b';
const MONTHS =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre))\\b';
const CHINESE = '个月|小时|[天周年月日]';

export const TOGETHER = new RegExp(
  `\\bX-rays?\\b|\\b[Ff]ollow-ups?\\b|\\d[\\d.,]*(?:\\s(?:${MEASURES}|${TIMES}|${MONTHS})|\\s?(?:${CHINESE}))`,
  'g',
);

/** The same in HTML. `html` is escaped text without tags. */
export const heldTogether = (html: string): string => html.replace(TOGETHER, '<span class="held">$&</span>');
