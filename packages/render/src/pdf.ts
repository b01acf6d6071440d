/** Plain text → a simple PDF 1.4 (A4), for keeping and printing: Courier of the standard 14; Chinese in the font that PDF 32000-1, 9.7.5.2 lets a viewer supply. */

const [WIDTH, HEIGHT, MARGIN, SIZE, LEADING] = [595, 842, 54, 10, 14];
const LINES = Math.floor((HEIGHT - 2 * MARGIN) / LEADING);

interface Font {
  /** the font object, and those behind it: the first of them has the number that is given */
  readonly objects: (next: number) => readonly string[];
  /** a line as a string of this font */
  readonly literal: (line: string) => string;
}

/** Letters outside Latin-1 become "?": the standard fonts have no others. */
const LATIN: Font = {
  objects: () => ['<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>'],
  literal: (line) => `(${latin(line)})`,
};
const CHINESE: Font = {
  objects: (next) => [
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UCS2-H /Encoding /UniGB-UCS2-H /DescendantFonts [${next} 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500 814 939 500] /FontDescriptor ${next + 1} 0 R >>`,
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ],
  literal: (line) =>
    `<${[...line].map((letter) => (letter.length > 1 ? 'FF1F' : letter.charCodeAt(0).toString(16).padStart(4, '0'))).join('')}>`,
};

export function toPdf(text: string): Uint8Array {
  const font = /\p{Script=Han}/u.test(text) ? CHINESE : LATIN;
  const lines = text.split('\n');
  const pages: string[][] = [];
  for (let at = 0; at < lines.length; at += LINES) pages.push(lines.slice(at, at + LINES));
  const objects: string[] = ['<< /Type /Catalog /Pages 2 0 R >>', '', ...font.objects(4)];
  const kids: string[] = [];
  for (const page of pages) {
    const stream = `BT /F1 ${SIZE} Tf ${LEADING} TL ${MARGIN} ${HEIGHT - MARGIN} Td\n${page.map((line) => `${font.literal(line)} Tj T*`).join('\n')}\nET`;
    objects.push(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length} 0 R >>`,
    );
    kids.push(`${objects.length} 0 R`);
  }
  objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`;
  let out = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = out.length;
    out += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  out += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(out, (letter) => letter.charCodeAt(0));
}

const REPLACED: Readonly<Record<string, string>> = { '“': '"', '”': '"', '’': "'", '–': '-', '—': '-', '…': '...' };

const latin = (line: string): string =>
  [...line.replace(/[“”’–—…]/g, (sign) => REPLACED[sign] ?? sign)]
    .map((letter) => (letter.charCodeAt(0) > 255 ? '?' : letter))
    .join('')
    .replace(/[\\()]/g, '\\$&');
