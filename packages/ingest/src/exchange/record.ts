/** Files of the exchange and office kinds → the reports in them; each reader is loaded when its kind comes. */
import type { SourceKind } from '@readingscan/engine';
import type { Kind } from '../sniff.ts';
import { type Found, NOTHING } from './found.ts';

export type RecordKind = 'hl7v2' | 'fhir' | 'cda' | 'dicom' | 'dicom-json' | 'html' | 'rtf' | 'docx' | 'odt';

export const SOURCE_KINDS: Readonly<Record<RecordKind, SourceKind>> = {
  hl7v2: 'hl7v2',
  fhir: 'fhir',
  cda: 'cda',
  dicom: 'dicom-sr',
  'dicom-json': 'dicom-sr',
  html: 'html',
  rtf: 'rtf',
  docx: 'docx',
  odt: 'docx',
};

export const isRecord = (kind: Kind): kind is RecordKind => kind in SOURCE_KINDS;

/** Throws a Refusal where there is no report. */
export async function openRecord(kind: RecordKind, bytes: Uint8Array): Promise<readonly Found[]> {
  switch (kind) {
    case 'hl7v2':
      return (await import('./hl7v2/read.ts')).readHl7(bytes);
    case 'fhir':
      return (await import('./fhir/read.ts')).readFhir(bytes);
    case 'cda':
      return (await import('./cda.ts')).readCda(bytes);
    case 'dicom':
      return (await import('./dicom/read.ts')).readDicom(bytes);
    case 'dicom-json':
      return (await import('./dicom/read.ts')).readDicomJson(bytes);
    case 'html': {
      const { text, title } = (await import('../office/html.ts')).readHtml(bytes);
      return [{ ...NOTHING, text, title }];
    }
    case 'rtf':
      return [{ ...NOTHING, text: (await import('../office/rtf.ts')).readRtf(bytes) }];
    case 'docx':
    case 'odt': {
      const [{ openPackage }, reader] = await Promise.all([
        import('../office/package.ts'),
        kind === 'docx'
          ? import('../office/docx.ts').then((one) => one.readDocx)
          : import('../office/odt.ts').then((one) => one.readOdt),
      ]);
      return [{ ...NOTHING, text: reader(openPackage(bytes)) }];
    }
    default:
      return kind satisfies never;
  }
}
