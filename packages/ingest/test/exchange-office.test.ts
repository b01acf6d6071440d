/** Pages, Word documents, RTF and archives: what a person sees, in the order it is seen. */
import { afterAll, describe, expect, test } from 'vitest';
import {
  docx,
  ingest,
  kindOf,
  latin,
  messageOf,
  odt,
  oru,
  packed,
  paragraph,
  pdfOf,
  readText,
} from './exchange-samples.ts';

afterAll(() => ingest.close());

const page = (body: string, head = '') =>
  `<!DOCTYPE html><html><head><title>Portal</title>${head}</head><body>${body}</body></html>`;

describe('web pages', () => {
  test('markup, scripts, styles and what is hidden are left out', async () => {
    const sent = page(
      '<nav>Home | Log out</nav><div>Findings:&nbsp;3&nbsp;&lt;&nbsp;5 mm &mdash; <b>soft</b></div><script>var a = "<p>no</p>";</script><p hidden>unseen</p><p style="display : none">unseen</p><p class="off">unseen</p><p style="font-size:0">unseen</p><!-- unseen --><p>Impression:<br/>A calm knee.</p>',
      '<style>p { margin: 0 } .off, .gone { display:none }</style>',
    );
    expect(await readText(sent)).toBe('Findings: 3 < 5 mm \u2014 soft\n\nImpression:\nA calm knee.');
    expect(await kindOf(sent)).toBe('html');
  });

  test('tables keep their cells apart, lists their numbers, and code its lines', async () => {
    const sent = page(
      '<table><tr><td>Patient</td><td>Ann</td></tr><tr><th>Level</th><th>Width</th><th>Height</th></tr><tr><td>L4</td><td>9 mm</td><td>11 mm</td></tr></table><ol start="3"><li>Third.</li><li><p>Fourth.</p></li></ol><pre>A\n  B</pre>',
    );
    expect(await readText(sent)).toBe(
      'Patient: Ann\nLevel\tWidth\tHeight\nL4\t9 mm\t11 mm\n\n3. Third.\n4. Fourth.\n\nA\n  B',
    );
  });

  test('a filled template: fields, choices and ticks as they are seen', async () => {
    const sent = page(
      '<section><header>Findings</header><label for="a">Heart:</label> <input id="a" value="slim"><br><label><input type="checkbox"> Clot</label><label><input type="checkbox" checked> Scar</label><p><select><option>left</option><option selected>right</option></select> <textarea>No more.\nEnd.</textarea></p><label for="b">Mass:</label><input id="b"></section>',
    );
    expect(await readText(sent)).toBe('Findings\nHeart: slim\nScar\n\nright No more.\nEnd.');
  });

  test('a page without its head, in the set it declares', async () => {
    expect(await readText('<div><p>IMPRESSION: calm.</p></div>')).toBe('IMPRESSION: calm.');
    expect(await readText(latin(page('<p>Dr Nov\xe1k: no clot\xb3</p>', '<meta charset="iso-8859-2">')))).toBe(
      'Dr Novák: no clotł',
    );
  });

  test('text that only looks like markup stays text', async () => {
    expect(await readText('<3 mm nodule, left.')).toBe('<3 mm nodule, left.');
  });
});

describe('Word documents', () => {
  const NUMBERING =
    '<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num></w:numbering>';
  const numbered = (level: number) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="5"/></w:numPr>`;

  test('numbers that Word counts go on across a paragraph between', async () => {
    const sent = docx(
      paragraph('IMPRESSION') +
        paragraph('A clot.', numbered(0)) +
        paragraph('On the left.', numbered(1)) +
        paragraph('See above.') +
        paragraph('A scar.', numbered(0)),
      { 'word/numbering.xml': NUMBERING },
    );
    expect(await readText(sent)).toBe('IMPRESSION\n1. A clot.\na) On the left.\nSee above.\n2. A scar.');
    expect(await kindOf(sent)).toBe('docx');
  });

  test('tables, tabs, breaks and text boxes; deleted and hidden words left out', async () => {
    const sent = docx(
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Exam</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>MR knee</w:t></w:r></w:p></w:tc></w:tr></w:tbl>' +
        '<w:p><w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t xml:space="preserve"> four</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>' +
        '<w:p><w:r><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></w:r></w:p>',
    );
    expect(await readText(sent)).toBe('Exam: MR knee\none\ttwo\nthree four\nboxed');
  });

  test('the head of the page is read first', async () => {
    const sent = docx(
      `${paragraph('FINDINGS: calm.')}<w:sectPr><w:headerReference r:id="r1" w:type="default"/></w:sectPr>`,
      {
        'word/_rels/document.xml.rels': '<Relationships><Relationship Id="r1" Target="header1.xml"/></Relationships>',
        'word/header1.xml': `<w:hdr>${paragraph('MRI of the knee')}</w:hdr>`,
      },
    );
    expect(await readText(sent)).toBe('MRI of the knee\n\nFINDINGS: calm.');
  });

  test('OpenDocument text', async () => {
    const sent = odt(
      '<office:document-content><office:automatic-styles><text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style></office:automatic-styles><office:body><office:text><text:h>IMPRESSION</text:h><text:list text:style-name="L1"><text:list-item><text:p>A<text:s text:c="2"/>clot.</text:p></text:list-item><text:list-item><text:p>A scar.</text:p></text:list-item></text:list></office:text></office:body></office:document-content>',
    );
    expect(await readText(sent)).toBe('IMPRESSION\n1. A  clot.\n2. A scar.');
  });

  test('other office files are refused', async () => {
    expect(await messageOf(packed({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<w/>' }))).toContain(
      'office file',
    );
  });
});

describe('RTF', () => {
  test.each([
    [
      'paragraphs, tabs and lines',
      '{\\rtf1\\ansi FINDINGS:\\par\\tab calm\\line soft\\par\n\\par end}',
      'FINDINGS:\n\tcalm\nsoft\n\nend',
    ],
    [
      'characters of code pages and Unicode',
      "{\\rtf1\\ansi\\ansicpg1252\\uc1 37\\'b0 \\u8804?5 \\ldblquote x\\rdblquote  \\u-10179?\\u-8704?}",
      '37\u00b0 \u22645 \u201cx\u201d \ud83d\ude00',
    ],
    [
      'fonts of another code page',
      "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset204 Arial CYR;}}\\f0 a \\f1\\'e4\\'e0\\f0  b}",
      'a да b',
    ],
    [
      'what is not the page',
      '{\\rtf1{\\fonttbl{\\f0 Arial;}}{\\info{\\title x}}{\\*\\generator y;}{\\stylesheet{\\s0 z;}}{\\pict 0123}{\\v hidden}Calm.{\\*\\unknown q}{\\footer page 1}}',
      'Calm.',
    ],
    [
      'rows of tables',
      '{\\rtf1\\trowd Exam\\cell CT neck\\cell\\row\\trowd A\\cell B\\cell C\\cell\\row\\pard end}',
      'Exam: CT neck\nA\tB\tC\nend',
    ],
    [
      'numbers of lists',
      '{\\rtf1{\\listtext\\tab 1.\\tab}A clot.\\par{\\listtext 2.\\tab}A scar.\\par}',
      '\t1.\tA clot.\n2.\tA scar.',
    ],
    ['braces and binary', '{\\rtf1 a \\{b\\} \\\\ c{\\pict\\bin4 }}}}}d}', 'a {b} \\ cd'],
    ['fields', '{\\rtf1{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt shown}}}', 'shown'],
  ])('%s', async (_, sent, told) => expect(await readText(latin(sent))).toBe(told));

  test('one that breaks off is not told as whole', async () => {
    expect(await readText('{\\rtf1 FINDINGS: calm.\\par IMPR')).toBe('unreadable');
  });
});

describe('archives', () => {
  const CT = 'CT HEAD\nFINDINGS: The ventricles are slim. No hemorrhage.\nIMPRESSION: A calm brain.';
  const KNEE = 'MR KNEE\nFINDINGS: The meniscus is torn.\nIMPRESSION: Torn meniscus, intact ligament.';

  test('the one report inside is read, what lies beside it is not', async () => {
    const sent = packed({
      'README.TXT': 'How to view this disc.',
      'IHE/report.txt': CT,
      '__MACOSX/._report.txt': CT,
      'style.css': 'p {}',
    });
    expect(await readText(sent)).toBe(CT);
    expect(await kindOf(sent)).toBe('archive');
  });

  test('a report that lies there twice is one', async () => {
    const html = page(
      CT.split('\n')
        .map((line) => `<p>${line}</p>`)
        .join(''),
    );
    expect(await readText(packed({ 'a.txt': CT, 'b.html': html }))).toBe(CT);
  });

  test('several reports are listed by name, in any format', async () => {
    const sent = packed({
      'one.txt': CT,
      'two.hl7': oru(KNEE.split('\n').map((line) => `OBX|1|TX|||${line}||||||F`)),
      'logo.png': latin('\x89PNG\r\n\x1a\n'),
    });
    expect(await readText(sent)).toBe('several-reports');
    const result = await ingest.extract([{ bytes: sent }]);
    expect(result).toMatchObject({
      error: {
        reports: [
          { number: 1, title: 'one.txt', kind: 'text' },
          { number: 2, title: 'XR CHEST 2 VIEWS', date: '2024-03-05', kind: 'hl7v2' },
        ],
      },
    });
    expect(await readText(sent, 2)).toContain('Torn meniscus');
  });

  test('a PDF inside', async () => {
    expect(await readText(packed({ 'x/report.pdf': pdfOf('IMPRESSION: a calm heel.') }))).toBe(
      'IMPRESSION: a calm heel.',
    );
  });

  test('a damaged file says nothing of its neighbours', async () => {
    const files = {
      'a.txt': CT,
      'b.json': '{"00080005": {"vr": "CS"}, "0040A730": {"vr": "SQ",',
      'c.pdf': '%PDF-1.7 x',
    };
    expect(await readText(packed(files))).toBe(CT);
  });

  test('why no file could be read is what is answered', async () => {
    const withdrawn = JSON.stringify({
      resourceType: 'DiagnosticReport',
      status: 'entered-in-error',
      code: { text: 'CT of the chest' },
      conclusion: 'A calm chest.',
    });
    expect(await messageOf(packed({ 'r.json': withdrawn }))).toBe(await messageOf(withdrawn));
  });

  test('one report among any number of other papers', async () => {
    const notes = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`note${i}.txt`, `Note ${i}, hello there.`]));
    expect(await readText(packed({ ...notes, 'report.txt': CT }))).toBe(CT);
  });

  test('archives without a report, within one another, or empty', async () => {
    for (const files of [{ 'a.css': 'p {}', 'b.css': 'x' }, { 'inner.zip': packed({ 'a.txt': CT }) }, {}])
      expect(await readText(packed(files))).toBe('no-text');
  });
});
