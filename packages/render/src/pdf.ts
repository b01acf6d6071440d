/** Plain text → a simple PDF 1.4 (A4, Courier, one font of the standard 14), for keeping and printing. */

const [WIDTH, HEIGHT, MARGIN, SIZE, LEADING] = [595, 842, 54, 10, 14];
const LINES = Math.floor((HEIGHT - 2 * MARGIN) / LEADING);

/** Letters outside Latin-1 become "?": the standard fonts have no others. */
export function toPdf(text: string): Uint8Array {
  const lines = text.split('\n');
  const pages: string[][] = [];
  for (let at = 0; at < lines.length; at += LINES) pages.push(lines.slice(at, at + LINES));
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
  ];
  const kids: string[] = [];
  for (const page of pages) {
    const stream = `BT /F1 ${SIZE} Tf ${LEADING} TL ${MARGIN} ${HEIGHT - MARGIN} Td\n${page.map((line) => `(${literal(line)}) Tj T*`).join('\n')}\nET`;
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

const literal = (line: string): string =>
  [...line.replace(/[“”’–—…]/g, (sign) => REPLACED[sign] ?? sign)]
    .map((letter) => (letter.charCodeAt(0) > 255 ? '?' : letter))
    .join('')
    .replace(/[\\()]/g, '\\$&');
