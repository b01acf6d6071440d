/** FHIR and CDA: the narrative, the files inside and the coded results become the letter. */
import { afterAll, describe, expect, test } from 'vitest';
import { base64, docx, ingest, kindOf, messageOf, paragraph, pdfOf, readText } from './exchange-samples.ts';

afterAll(() => ingest.close());

const RAD = [{ coding: [{ code: 'RAD' }] }];
const report = (more: object) =>
  JSON.stringify({
    resourceType: 'DiagnosticReport',
    status: 'final',
    category: RAD,
    code: { text: 'CT of the neck' },
    effectiveDateTime: '2024-02-11T08:00:00Z',
    ...more,
  });
const HEAD = 'EXAM: CT of the neck\nEXAM DATE: 2024-02-11\n\n';
const div = (inside: string) => ({
  status: 'additional',
  div: `<div xmlns="http://www.w3.org/1999/xhtml">${inside}</div>`,
});

describe('DiagnosticReport', () => {
  test('the narrative is read as a page', async () => {
    const sent = report({
      text: div(
        '<h2>Findings</h2><p>The tonsils are alike.</p><ul><li>No node.</li><li>No clot.</li></ul><h2>Impression</h2><ol><li>Calm neck.</li><li>Small cyst.</li></ol>',
      ),
    });
    expect(await readText(sent)).toBe(
      `${HEAD}Findings\n\nThe tonsils are alike.\n\n- No node.\n- No clot.\n\nImpression\n\n1. Calm neck.\n2. Small cyst.`,
    );
    expect(await kindOf(sent)).toBe('fhir');
  });

  test('a conclusion is told under its heading, and only once', async () => {
    expect(await readText(report({ conclusion: 'A calm neck.' }))).toBe(`${HEAD}IMPRESSION:\nA calm neck.`);
    const both = report({
      text: div('<p>Impression: 1. A calm neck. 2. A small cyst.</p>'),
      conclusion: 'A calm neck.\nA small cyst',
    });
    expect(await readText(both)).toBe(`${HEAD}Impression: 1. A calm neck. 2. A small cyst.`);
    const differing = report({ text: div('<p>Impression: A calm neck.</p>'), conclusion: 'Not a calm neck.' });
    expect(await readText(differing)).toContain('IMPRESSION:\nNot a calm neck.');
  });

  test('a narrative that a server made from the fields is not the letter', async () => {
    const made = div('<p><b>Generated Narrative</b></p><p><b>id</b>: 7</p><p><b>status</b>: final</p>');
    expect(await readText(report({ text: { ...made, status: 'generated' }, conclusion: 'A calm neck.' }))).toBe(
      `${HEAD}IMPRESSION:\nA calm neck.`,
    );
  });

  test.each([
    [
      'text/plain',
      base64('FINDINGS: a calm neck.\nIMPRESSION: no node.'),
      'FINDINGS: a calm neck.\nIMPRESSION: no node.',
    ],
    [
      'text/html',
      base64('<html><body><h3>Findings</h3>a calm neck<script>x()</script></body></html>'),
      'Findings\n\na calm neck',
    ],
    ['application/rtf', base64('{\\rtf1 FINDINGS:\\par a calm neck}'), 'FINDINGS:\na calm neck'],
    ['application/pdf', base64(pdfOf('FINDINGS: a calm neck.')), 'FINDINGS: a calm neck.'],
    [
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      base64(docx(paragraph('FINDINGS: a calm neck'))),
      'FINDINGS: a calm neck',
    ],
  ])('%s as its presented form', async (contentType, data, words) => {
    expect(await readText(report({ presentedForm: [{ contentType, data }] }))).toBe(`${HEAD}${words}`);
  });

  test('a form that cannot be read leaves what the fields say', async () => {
    expect(
      await readText(
        report({ presentedForm: [{ contentType: 'application/pdf', data: '%%%%' }], conclusion: 'A calm neck.' }),
      ),
    ).toBe(`${HEAD}IMPRESSION:\nA calm neck.`);
  });

  test('results where they are the report', async () => {
    const sent = report({
      contained: [
        {
          resourceType: 'Observation',
          id: 'a',
          status: 'final',
          code: { text: 'Node, long axis' },
          valueQuantity: { value: 14, unit: 'mm' },
          interpretation: [{ text: 'enlarged' }],
        },
        {
          resourceType: 'Observation',
          id: 'b',
          status: 'final',
          code: { coding: [{ code: '19005-8', display: 'Impr' }] },
          valueString: 'One large node.',
        },
      ],
      result: [{ reference: '#a' }, { reference: '#b' }],
    });
    expect(await readText(sent)).toBe(`${HEAD}Node, long axis: 14 mm (enlarged)\nIMPRESSION:\nOne large node.`);
  });

  test('preliminary and corrected reports say so; withdrawn ones are not told', async () => {
    expect(await readText(report({ status: 'preliminary', conclusion: 'A calm neck.' }))).toContain(
      'PRELIMINARY REPORT',
    );
    expect(await readText(report({ status: 'amended', conclusion: 'A calm neck.' }))).toContain('CORRECTED REPORT');
    expect(await messageOf(report({ status: 'entered-in-error', conclusion: 'A calm neck.' }))).toContain(
      'was taken back',
    );
  });

  test('XML is read as JSON is', async () => {
    const sent = `<?xml version="1.0"?><DiagnosticReport xmlns="http://hl7.org/fhir"><text><status value="additional"/><div xmlns="http://www.w3.org/1999/xhtml"><p>Findings: veins <b>open</b> &amp; soft.<br/>No clot.</p></div></text><status value="final"/><code><text value="US of the leg"/></code><effectiveDateTime value="2024-02-11"/><conclusion value="Open veins of the leg"/></DiagnosticReport>`;
    expect(await readText(sent)).toBe(
      'EXAM: US of the leg\nEXAM DATE: 2024-02-11\n\nFindings: veins open & soft.\nNo clot.\n\nIMPRESSION:\nOpen veins of the leg',
    );
  });
});

describe('bundles and documents', () => {
  const bundle = (...resources: object[]) =>
    JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) });

  test('the imaging report is taken, the blood test beside it left', async () => {
    const blood = {
      resourceType: 'DiagnosticReport',
      status: 'final',
      category: [{ coding: [{ code: 'LAB' }] }],
      code: { text: 'CBC' },
      conclusion: 'Hb low',
    };
    expect(
      await readText(bundle({ resourceType: 'Patient' }, blood, JSON.parse(report({ conclusion: 'A calm neck.' })))),
    ).toBe(`${HEAD}IMPRESSION:\nA calm neck.`);
  });

  test('several reports are to be chosen from', async () => {
    const two = bundle(
      JSON.parse(report({ conclusion: 'A calm neck.' })),
      JSON.parse(report({ code: { text: 'XR hand' }, conclusion: 'A break of the thumb.' })),
    );
    expect(await readText(two)).toBe('several-reports');
    expect(await readText(two, 2)).toContain('A break of the thumb.');
    expect(await readText(two, 3)).toBe('several-reports');
  });

  test('a DocumentReference whose words are in a Binary', async () => {
    const reference = {
      resourceType: 'DocumentReference',
      status: 'current',
      type: { text: 'MR of the knee' },
      content: [{ attachment: { contentType: 'text/plain', url: 'Binary/b1' } }],
    };
    const binary = {
      resourceType: 'Binary',
      id: 'b1',
      contentType: 'text/plain',
      data: base64('IMPRESSION: whole menisci, calm joint.'),
    };
    expect(await readText(bundle(reference, binary))).toBe(
      'EXAM: MR of the knee\n\nIMPRESSION: whole menisci, calm joint.',
    );
    expect(await messageOf(JSON.stringify(reference))).toBe(
      'This file only points to a report that is kept elsewhere.',
    );
  });

  test('a Composition is told section by section', async () => {
    const section = (title: string, code: string, words: string) => ({
      title,
      code: { coding: [{ code }] },
      text: div(`<p>${words}</p>`),
    });
    const document = {
      resourceType: 'Composition',
      status: 'final',
      title: 'Radiology report',
      section: [
        section('Befund', '59776-5', 'Soft veins.'),
        section('Impression', '19005-8', 'No clot.'),
        { title: 'Order', emptyReason: { text: 'nil' }, text: div('Nil known') },
      ],
    };
    expect(await readText(bundle(document))).toBe(
      'Radiology report\n\nFINDINGS:\nSoft veins.\n\nImpression:\nNo clot.',
    );
  });
});

describe('CDA', () => {
  const cda = (body: string) =>
    `<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"><code code="18748-4"/><title>Chest film</title><documentationOf><serviceEvent><effectiveTime><low value="20240211"/></effectiveTime></serviceEvent></documentationOf><component>${body}</component></ClinicalDocument>`;
  const body = (...sections: string[]) =>
    `<structuredBody>${sections.map((one) => `<component><section>${one}</section></component>`).join('')}</structuredBody>`;
  const TOP = 'EXAM: Chest film\nEXAM DATE: 2024-02-11\n\n';

  test('paragraphs, lists, tables and titles of the narrative', async () => {
    const sent = cda(
      body(
        '<code code="121181"/><title>Catalog</title><text>1.2.3</text>',
        '<title>Findings</title><text><paragraph><caption>Lungs</caption>Clear on\n   both sides.</paragraph><list listType="ordered"><item>One rib.</item><item>Two scars.</item></list><table><tbody><tr><th>Heart</th><td>12 cm</td></tr></tbody></table></text>',
        '<code code="19005-8"/><title>Beurteilung</title><text>A calm film.<br/>No more to say.</text>',
      ),
    );
    expect(await readText(sent)).toBe(
      `${TOP}Findings:\nLungs\nClear on both sides.\n1. One rib.\n2. Two scars.\n\nHeart: 12 cm\n\nIMPRESSION:\nA calm film.\nNo more to say.`,
    );
    expect(await kindOf(sent)).toBe('cda');
  });

  test('a title that its text repeats is said once, and sections within sections follow', async () => {
    const sent = cda(
      body(
        '<title>Findings</title><text><paragraph><caption>Findings</caption>Calm.</paragraph></text><component><section><title>Heart</title><text>Slim.</text></section></component>',
      ),
    );
    expect(await readText(sent)).toBe(`${TOP}Findings:\nCalm.\n\nHeart:\nSlim.`);
  });

  test('a body that is a file', async () => {
    const file = (data: string) =>
      cda(`<nonXMLBody><text mediaType="x" representation="B64">${data}</text></nonXMLBody>`);
    expect(await readText(file(base64('{\\rtf1 FINDINGS:\\par calm lungs}')))).toBe(`${TOP}FINDINGS:\ncalm lungs`);
    expect(await readText(file(base64(pdfOf('FINDINGS: calm lungs'))))).toBe(`${TOP}FINDINGS: calm lungs`);
    expect(await messageOf(cda('<nonXMLBody><text><reference value="a.pdf"/></text></nonXMLBody>'))).toContain(
      'kept elsewhere',
    );
  });

  test('a blood test and a list of members are refused by what they are', async () => {
    expect(
      await messageOf(
        '<section xmlns="urn:hl7-org:v3"><code code="30954-2"/><title>Results</title><text>Hb 13.2 g/dl</text></section>',
      ),
    ).toContain('laboratory result');
    expect(await messageOf('<participant typeCode="REF"><associatedEntity classCode="PROV"/></participant>')).toContain(
      'another part of a health record',
    );
  });
});

describe('what holds no report is refused by what it is', () => {
  test.each([
    [
      'ImagingStudy',
      { resourceType: 'ImagingStudy', status: 'available' },
      'This is another part of a health record, not the report of a scan.',
    ],
    ['Patient', { resourceType: 'Patient' }, 'This is another part of a health record, not the report of a scan.'],
    [
      'blood test',
      { resourceType: 'Observation', code: { text: 'Glucose' }, valueQuantity: { value: 5 } },
      'This is another part of a health record, not the report of a scan.',
    ],
    [
      'laboratory report',
      JSON.parse(report({ category: [{ coding: [{ code: 'LAB' }] }], conclusion: 'x' })),
      'This is a laboratory result, not the report of a scan.',
    ],
    ['report without words', JSON.parse(report({})), 'This file holds no text of a report.'],
  ])('%s', async (_, resource, message) => expect(await messageOf(JSON.stringify(resource))).toBe(message));
});
