/** Pages → the bytes of a PDF 1.7, tagged: a screen reader meets headings, paragraphs and quotes in their order (ISO 32000-1, 14.7 and 14.8). */
import type { FontName } from './letters.ts';
import { HEIGHT, type Paper, type Part, WIDTH } from './paper.ts';

/** Puts an object into the file and tells its number. */
type Add = (object: string) => number;

const latin =
  (base: string) =>
  (add: Add): number =>
    add(`<< /Type /Font /Subtype /Type1 /BaseFont /${base} /Encoding /WinAnsiEncoding >>`);
const SONG = 'STSong-Light';

const MADE: Readonly<Record<FontName, (add: Add) => number>> = {
  Plain: latin('Helvetica'),
  Strong: latin('Helvetica-Bold'),
  Report: latin('Times-Roman'),
  Symbol: (add) => add('<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>'),
  Chinese: (add) => {
    const about = add(
      `<< /Type /FontDescriptor /FontName /${SONG} /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>`,
    );
    const letters = add(
      `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /${SONG} /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor ${about} 0 R >>`,
    );
    return add(
      `<< /Type /Font /Subtype /Type0 /BaseFont /${SONG}-UniGB-UCS2-H /Encoding /UniGB-UCS2-H /DescendantFonts [${letters} 0 R] >>`,
    );
  },
};
const FONTS: readonly FontName[] = ['Plain', 'Strong', 'Report', 'Symbol', 'Chinese'];
const uses = (operator: string, font: FontName): boolean => operator.startsWith(`/${font} `);

export interface About {
  readonly title: string;
  /** BCP 47 */
  readonly language: string;
}

export function writePdf({ pages, parts }: Paper, { title, language }: About): Uint8Array<ArrayBuffer> {
  const objects: string[] = [];
  /** @returns its number */
  const add = (object: string): number => objects.push(object);
  const reserve = (): number => add('');
  const put = (number: number, object: string): void => {
    objects[number - 1] = object;
  };
  const [catalog, tree, root] = [reserve(), reserve(), reserve()];
  const used = new Set(FONTS.filter((font) => pages.some(({ operators }) => operators.some((one) => uses(one, font)))));
  const fonts = [...used].map((font) => `/${font} ${MADE[font](add)} 0 R`).join(' ');
  const pageNumbers = pages.map(() => reserve());
  const partNumbers = parts.map(() => reserve());
  const ref = (number: number | undefined): string => `${number} 0 R`;

  pages.forEach(({ operators }, at) => {
    const stream = operators.join('\n');
    const content = add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
    put(
      pageNumbers[at] ?? 0,
      `<< /Type /Page /Parent ${ref(tree)} /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << ${fonts} >> >> /Contents ${ref(content)} /StructParents ${at} /Tabs /S >>`,
    );
  });
  const section = reserve();
  const groups = groupsOf(parts).map(({ isList, members }) => {
    const parent = isList ? reserve() : section;
    for (const at of members) {
      const { role, pieces } = parts[at] ?? { role: 'P', pieces: [] };
      const kids = pieces.map(({ page, mark }) => `<< /Type /MCR /Pg ${ref(pageNumbers[page])} /MCID ${mark} >>`);
      put(partNumbers[at] ?? 0, `<< /Type /StructElem /S /${role} /P ${ref(parent)} /K [${kids.join(' ')}] >>`);
    }
    const own = members.map((at) => ref(partNumbers[at])).join(' ');
    if (isList) put(parent, `<< /Type /StructElem /S /L /P ${ref(section)} /K [${own}] >>`);
    return isList ? ref(parent) : own;
  });
  put(section, `<< /Type /StructElem /S /Document /P ${ref(root)} /K [${groups.join(' ')}] >>`);
  const byPage = pages.map((page, at) => `${at} [${page.parts.map((part) => ref(partNumbers[part])).join(' ')}]`);
  put(
    root,
    `<< /Type /StructTreeRoot /K ${ref(section)} /ParentTree << /Nums [${byPage.join(' ')}] >> /ParentTreeNextKey ${pages.length} >>`,
  );
  put(tree, `<< /Type /Pages /Kids [${pageNumbers.map(ref).join(' ')}] /Count ${pages.length} >>`);
  put(
    catalog,
    `<< /Type /Catalog /Pages ${ref(tree)} /Lang (${language}) /MarkInfo << /Marked true >> /StructTreeRoot ${ref(root)} /ViewerPreferences << /DisplayDocTitle true >> >>`,
  );
  const info = add(`<< /Title ${inUtf16(title)} /Producer (ReadingScan) >>`);
  return bytesOf(objects, `/Root ${ref(catalog)} /Info ${ref(info)}`);
}

/** Items of a list that follow one another, by their places; each other part is a group of its own. */
function groupsOf(
  parts: readonly Part[],
): readonly { readonly isList: boolean; readonly members: readonly number[] }[] {
  const groups: { isList: boolean; members: number[] }[] = [];
  parts.forEach(({ role }, at) => {
    const last = groups.at(-1);
    if (role === 'LI' && last?.isList) last.members.push(at);
    else groups.push({ isList: role === 'LI', members: [at] });
  });
  return groups;
}

const inUtf16 = (text: string): string =>
  `<FEFF${Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('')}>`;

/** Every letter of an object is one byte. */
function bytesOf(objects: readonly string[], trailer: string): Uint8Array<ArrayBuffer> {
  // the four letters beyond ASCII tell that the file is not text
  const head = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n';
  const written = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`);
  const offsets: string[] = [];
  let at = head.length;
  for (const object of written) {
    offsets.push(`${String(at).padStart(10, '0')} 00000 n \n`);
    at += object.length;
  }
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const end = `trailer << /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${at}\n%%EOF\n`;
  return Uint8Array.from(head + written.join('') + table + end, (letter) => letter.charCodeAt(0));
}
