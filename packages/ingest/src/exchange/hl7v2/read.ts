/** HL7 v2 results (ORU and the like) → the reports they carry: observations in their order, corrections in place of what they correct. */

import { Refusal } from '../../refusal.ts';
import type { Found } from '../found.ts';
import { parseXmlText } from '../markup/xml.ts';
import { reportWords } from '../report-words.ts';
import { decodeHl7 } from './decode.ts';
import { merged } from './merge.ts';
import { messagesOf } from './message.ts';
import { type Order, ordersOf } from './order.ts';
import { messageOfXml } from './xml.ts';

/** Diagnostic services (table 0074) that are no imaging. */
const LABORATORY = new Set(['LAB', 'CH', 'HM', 'MB', 'MCB', 'MYC', 'BLB', 'IMM', 'SP', 'VR']);
/** so many words of reports are no laboratory's, whatever the section is said to be */
const SOME_WORDS = 3;

export function readHl7(bytes: Uint8Array): Found[] {
  const text = decodeHl7(bytes);
  const messages = text.trimStart().startsWith('<') ? [messageOfXml(parseXmlText(text))] : messagesOf(text);
  const orders = messages.flatMap(ordersOf);
  const told = orders.filter(({ said }) => said.some((one) => one.files.length > 0 || one.text.trim() !== ''));
  const imaging = told.filter((order) => !isLaboratory(order));
  if (told.length > 0 && imaging.length === 0) throw new Refusal('lab-result');
  const reports = merged(imaging, orders);
  if (reports.length > 0) return reports;
  throw new Refusal(
    orders.some(({ said }) => said.some(({ kind }) => kind === 'file')) ? 'report-elsewhere' : 'no-report-text',
  );
}

const isLaboratory = ({ section, said }: Order): boolean =>
  LABORATORY.has(section) && reportWords(said.map(({ text }) => text).join('\n')) < SOME_WORDS;
