/** HL7 v2 results: the letter comes out in its order, in whatever dialect it was sent. */
import { afterAll, describe, expect, test } from 'vitest';
import { base64, ingest, kindOf, latin, messageOf, oru, pdfOf, readText } from './exchange-samples.ts';

afterAll(() => ingest.close());

const HEAD = 'EXAM: XR CHEST 2 VIEWS\nEXAM DATE: 2024-03-05\n\n';
const line = (text: string, { set = '1', code = '', type = 'TX', status = 'F' } = {}) =>
  `OBX|${set}|${type}|${code}|1|${text}||||||${status}`;

describe('text of observations', () => {
  test('one line in each OBX, whatever ends the segments', async () => {
    const lines = [
      line('FINDINGS: The rib cage is intact.'),
      line(''),
      line('IMPRESSION: Small left apical scar.', { set: '3' }),
    ];
    const told = `${HEAD}FINDINGS: The rib cage is intact.\n\nIMPRESSION: Small left apical scar.`;
    for (const end of ['\r', '\n', '\r\n']) expect(await readText(oru(lines, { end }))).toBe(told);
    expect(await kindOf(oru(lines))).toBe('hl7v2');
  });

  test('a whole letter in one field, with repetitions as line ends', async () => {
    const sent = oru([
      line('HISTORY: fall~~FINDINGS:~Cortex of the ulna is smooth.~IMPRESSION:~1. No break.~2. Swelling.'),
    ]);
    expect(await readText(sent)).toBe(
      `${HEAD}HISTORY: fall\n\nFINDINGS:\nCortex of the ulna is smooth.\nIMPRESSION:\n1. No break.\n2. Swelling.`,
    );
  });

  test('escape sequences stand for what they stand for', async () => {
    const sent = oru([
      line(
        'FINDINGS:\\.br\\Angle 5\\X2D\\7 deg \\T\\ length 2\\S\\3; a\\F\\b\\R\\c \\E\\d\\E\\\\.sp2\\\\H\\IMPRESSION\\N\\: \\.in+4\\Stable.',
        {
          type: 'FT',
        },
      ),
    ]);
    expect(await readText(sent)).toBe(
      `${HEAD}FINDINGS:\nAngle 5-7 deg & length 2^3; a|b~c \\d\\\n\nIMPRESSION: Stable.`,
    );
  });

  test('line ends that were escaped twice', async () => {
    expect(await readText(oru([line('FINDINGS: calm.\\E\\.br\\E\\IMPRESSION: fine lung fields.')]))).toBe(
      `${HEAD}FINDINGS: calm.\nIMPRESSION: fine lung fields.`,
    );
  });

  test('a backslash that begins no sequence stays', async () => {
    expect(await readText(oru([line('FINDINGS: kept at C:\\films\\a, all well there.')]))).toContain(
      'C:\\films\\a, all',
    );
  });

  test('separators of its own', async () => {
    const sent =
      'MSH#*!@%#RIS#H#A#B#2024##ORU*R01#1#P#2.3\rOBR#1##A1#9*US KIDNEY\rOBX#1#TX#1##Both kidneys drain!No stone @T@ no cyst######F\r';
    expect(await readText(sent)).toBe('EXAM: US KIDNEY\n\nBoth kidneys drain\nNo stone % no cyst');
  });

  test('a field that was broken over lines', async () => {
    const sent = oru([line('IMPRESSION: The left wrist shows a healed\r\nfracture of the radius.')], { end: '\r\n' });
    expect(await readText(sent)).toContain('IMPRESSION: The left wrist shows a healed\nfracture of the radius.');
  });

  test('frames of the transport and batches are no text', async () => {
    const message = oru([line('IMPRESSION: Calm film of the left hand, no break.')]);
    const framed = `\u000b${message}\u001c\r`;
    const batch = `FHS|^~\\&|A\rBHS|^~\\&|A\r${message}BTS|1\rFTS|1\r`;
    for (const sent of [framed, batch])
      expect(await readText(sent)).toBe(`${HEAD}IMPRESSION: Calm film of the left hand, no break.`);
  });

  test('the character set of MSH-18', async () => {
    const sent =
      'MSH|^~\\&|R|H|A|B|2024||ORU^R01|1|P|2.5||||||8859/2\rOBR|1||A1|9^XR\rOBX|1|TX|1||Dr Nov\xe1k saw a calm hip joint, \xb1 2 mm||||||F\r';
    expect(await readText(latin(sent))).toContain('Dr Novák saw');
  });

  test('identifiers of studies are no text', async () => {
    const sent = oru([
      line('1.2.840.99999.1.2.3.44', { type: 'ST' }),
      line('IMPRESSION: Calm left knee, no break at all.'),
    ]);
    expect(await readText(sent)).toBe(`${HEAD}IMPRESSION: Calm left knee, no break at all.`);
  });

  test('notes on an observation follow it, notes on the patient do not', async () => {
    const sent = [
      'MSH|^~\\&|R|H|A|B|2024||ORU^R01|1|P|2.5',
      'PID|1||M1',
      'NTE|1||Prefers mornings',
      'OBR|1||A1|9^CT SINUS',
      line('FINDINGS: The antra are clear on both sides.'),
      'NTE|1||Septum deviates to the left.',
    ].join('\r');
    expect(await readText(sent)).toBe(
      'EXAM: CT SINUS\n\nFINDINGS: The antra are clear on both sides.\nSeptum deviates to the left.',
    );
  });
});

describe('sections and names', () => {
  test('the suffix of the code gives a heading where the words have none', async () => {
    const sent = oru([
      line('The stomach is empty and the liver is smooth.', { code: '9&GDT' }),
      line('Calm upper abdomen.', { code: '9&IMP', set: '2' }),
      line('Repeat in a year.', { code: '9&REC', set: '3' }),
    ]);
    expect(await readText(sent)).toBe(
      `${HEAD}The stomach is empty and the liver is smooth.\nIMPRESSION:\nCalm upper abdomen.\nRECOMMENDATION:\nRepeat in a year.`,
    );
  });

  test('a heading that stands there is not said twice', async () => {
    expect(
      await readText(
        oru([
          line('IMPRESSION:', { code: '9&IMP' }),
          line('A calm hip joint on the right.', { code: '9&IMP', set: '2' }),
        ]),
      ),
    ).toBe(`${HEAD}IMPRESSION:\nA calm hip joint on the right.`);
  });

  test('LOINC codes, coded values and numbers are told by name', async () => {
    const sent = oru([
      line('The calyces are slim on both sides.', { code: '59776-5^Procedure Findings^LN' }),
      line('N20.0^Stone of the kidney^I10', { code: '9^Coded reading^L', type: 'CE', set: '2' }),
      'OBX|3|NM|8^Renal length^L||112|mm|||||F',
      line('A small stone on the right.', { code: '19005-8^Impr^LN', set: '4' }),
    ]);
    expect(await readText(sent)).toBe(
      `${HEAD}FINDINGS:\nThe calyces are slim on both sides.\nCoded reading: Stone of the kidney\nRenal length: 112 mm\nIMPRESSION:\nA small stone on the right.`,
    );
  });

  test('a comment of the technologist is not the impression', async () => {
    const sent = oru([
      line('IMPRESSION: A calm hip.', { code: '&IMP' }),
      line('Came by wheelchair.', { code: '&TCM', set: '2' }),
    ]);
    expect(await readText(sent)).toBe(`${HEAD}IMPRESSION: A calm hip.\nTECHNICAL NOTES:\nCame by wheelchair.`);
  });

  test('short values of one name stand one to a line', async () => {
    const sent = oru([
      line('6 mm', { code: '5^Cyst of the liver^L', set: '1' }),
      line('9 mm', { code: '5^Cyst of the liver^L', set: '2' }),
      line('Two calm cysts.', { code: '19005-8^Impression^LN', set: '3' }),
    ]);
    expect(await readText(sent)).toBe(
      `${HEAD}Cyst of the liver: 6 mm\nCyst of the liver: 9 mm\nIMPRESSION:\nTwo calm cysts.`,
    );
  });

  test('preliminary results say so', async () => {
    expect(await readText(oru([line('IMPRESSION: A calm elbow joint, no break seen.', { status: 'P' })]))).toContain(
      'PRELIMINARY REPORT',
    );
  });

  test('a correction takes the place of what it corrects, and what was deleted is gone', async () => {
    const sent = oru([
      line('FINDINGS: A break of the left thumb, base.', { set: '1' }),
      line('A line that was wrong.', { set: '2' }),
      line('FINDINGS: A break of the right thumb, base.', { set: '1', status: 'C' }),
      line('""', { set: '2', status: 'D' }),
    ]);
    expect(await readText(sent)).toBe(`CORRECTED REPORT\n${HEAD}FINDINGS: A break of the right thumb, base.`);
  });
});

describe('several messages', () => {
  const report = (id: string, words: string, title = 'XR HIP') =>
    oru([line(words)], { order: `OBR|1||${id}|9^${title}` });

  test('a later message of the same order counts', async () => {
    const sent =
      report('A7', 'IMPRESSION: Maybe a break of the hip.') +
      report('A7', 'IMPRESSION: Certainly no break of the hip.');
    expect(await readText(sent)).toBe('EXAM: XR HIP\n\nIMPRESSION: Certainly no break of the hip.');
  });

  test('reports of several orders are to be chosen from', async () => {
    const sent =
      report('A1', 'IMPRESSION: The left hip is calm and whole.') +
      report('A2', 'IMPRESSION: Gravel in the gallbladder, no wall swelling.', 'US ABDOMEN');
    expect(await readText(sent)).toBe('several-reports');
    expect(await readText(sent, 2)).toBe(
      'EXAM: US ABDOMEN\n\nIMPRESSION: Gravel in the gallbladder, no wall swelling.',
    );
    const result = await ingest.extract([{ bytes: new TextEncoder().encode(sent) }]);
    expect(result).toMatchObject({
      error: {
        message: 'This file holds 2 reports.',
        reports: [
          { number: 1, title: 'XR HIP', kind: 'hl7v2' },
          { number: 2, title: 'US ABDOMEN' },
        ],
      },
    });
  });

  test('two orders that share one report are told by one', async () => {
    const body = line('IMPRESSION: Calm chest and calm belly, no change since spring.');
    const sent = oru([body, 'OBR|2||A2|9^CT ABDOMEN', body], { order: 'OBR|1||A1|9^CT CHEST' });
    expect(await readText(sent)).toBe(
      'EXAM: CT CHEST; CT ABDOMEN\n\nIMPRESSION: Calm chest and calm belly, no change since spring.',
    );
  });
});

describe('files inside', () => {
  test('plain text, RTF, a page and a PDF in base64', async () => {
    const ed = (content: string | Uint8Array) => oru([`OBX|1|ED|9^Report||^TEXT^X^Base64^${base64(content)}||||||F`]);
    expect(await readText(ed('FINDINGS: a calm heel.'))).toBe(`${HEAD}FINDINGS: a calm heel.`);
    expect(await readText(ed('{\\rtf1\\ansi FINDINGS:\\par a calm heel.}'))).toBe(`${HEAD}FINDINGS:\na calm heel.`);
    expect(await readText(ed('<html><body><p>FINDINGS:<br>a calm heel.</p></body></html>'))).toBe(
      `${HEAD}FINDINGS:\na calm heel.`,
    );
    expect(await readText(ed(pdfOf('IMPRESSION: a calm heel.')))).toBe(`${HEAD}IMPRESSION: a calm heel.`);
  });

  test('a PDF beside words that only point to it', async () => {
    const sent = oru([
      line('See attached PDF.'),
      `OBX|2|ED|9^Report||^application^pdf^Base64^${base64(pdfOf('IMPRESSION: a calm heel.'))}||||||F`,
    ]);
    expect(await readText(sent)).toContain('IMPRESSION: a calm heel.');
  });

  test('a PDF sent in pieces', async () => {
    const whole = pdfOf('IMPRESSION: a calm heel.');
    const piece = (from: number, to?: number) =>
      `OBX|1|ED|9^Report||^application^pdf^Base64^${base64(whole.slice(from, to))}||||||F`;
    expect(await readText(oru([piece(0, 300), piece(300)]))).toContain('IMPRESSION: a calm heel.');
  });

  test('RTF and base64 where plain words belong', async () => {
    const rtf = '{\\E\\rtf1\\E\\ansi IMPRESSION:\\E\\par The right foot shows no break.}';
    expect(await readText(oru([line(rtf)]))).toBe(`${HEAD}IMPRESSION:\nThe right foot shows no break.`);
    expect(await readText(oru([line(base64(pdfOf('IMPRESSION: a calm heel.')))]))).toContain(
      'IMPRESSION: a calm heel.',
    );
  });

  test('a CDA document in a MIME message', async () => {
    const cda =
      '<ClinicalDocument xmlns="urn:hl7-org:v3"><component><structuredBody><component><section><title>Impression</title><text>Calm heel.</text></section></component></structuredBody></component></ClinicalDocument>';
    const mime = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b1"\r\n\r\n--b1\r\nContent-Type: text/xml\r\n\r\n${cda}\r\n--b1--\r\n`;
    const escaped = mime.replaceAll('&', '\\T\\').replaceAll('\r\n', '\\X0D0A\\');
    expect(await readText(oru([`OBX|1|ED|9^Report||^multipart^related^A^${escaped}||||||F`]))).toBe(
      `${HEAD}Impression:\nCalm heel.`,
    );
  });
});

test('the XML encoding', async () => {
  const sent =
    '<?xml version="1.0"?><ORU_R01 xmlns="urn:hl7-org:v2xml"><MSH><MSH.1>|</MSH.1></MSH><ORU_R01.ORDER><OBR><OBR.4><CE.1>9</CE.1><CE.2>MR KNEE</CE.2></OBR.4></OBR><OBX><OBX.2>TX</OBX.2><OBX.5>FINDINGS: menisci whole.</OBX.5><OBX.5>IMPRESSION: calm &amp; whole knee.</OBX.5></OBX></ORU_R01.ORDER></ORU_R01>';
  expect(await readText(sent)).toBe('EXAM: MR KNEE\n\nFINDINGS: menisci whole.\nIMPRESSION: calm & whole knee.');
});

describe('what holds no report is refused by what it is', () => {
  test.each([
    ['a message without text', oru([]), 'This file holds no text of a report.'],
    [
      'a link',
      oru(['OBX|1|RP|9^Images||https://x.example/1||||||F']),
      'This file only points to a report that is kept elsewhere.',
    ],
    [
      'a blood test',
      oru(['OBX|1|NM|718-7^Hb||13.2|g/dl|||||F'], { order: 'OBR|1||A1|58410-2^CBC||||||||||||||||||||LAB|F' }),
      'This is a laboratory result, not the report of a scan.',
    ],
  ])('%s', async (_, sent, message) => expect(await messageOf(sent)).toBe(message));
});
