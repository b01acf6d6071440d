/** A MIME message inside another format ("multipart/related" in HL7 v2) → the bodies of its parts. */
import { bytesOfBase64 } from './base64.ts';

const MOST_PARTS = 50;

/** The parts in order; null where the text is no MIME message. */
export function mimeParts(text: string): Uint8Array[] | null {
  const head = text.trimStart().slice(0, 2000);
  if (!/^(?:mime-version|content-type)\s*:/i.test(head)) return null;
  const boundary = /boundary\s*=\s*(?:"([^"\n]{1,100})"|([^\s;"]{1,100}))/i.exec(head);
  const mark = boundary?.[1] ?? boundary?.[2];
  const bodies = mark === undefined ? [text.trimStart()] : text.split(`--${mark}`).slice(1, MOST_PARTS + 1);
  return bodies.flatMap((part) => {
    const bytes = bodyOf(part.replace(/^\s+/, ''));
    return bytes === null || bytes.length === 0 ? [] : [bytes];
  });
}

function bodyOf(part: string): Uint8Array | null {
  const lines = part.replace(/\r\n?/g, '\n');
  const blank = lines.indexOf('\n\n');
  const headed = /^[A-Za-z-]+\s*:/.test(lines) && blank >= 0;
  const body = headed ? lines.slice(blank + 2) : lines;
  if (/content-transfer-encoding\s*:\s*base64/i.test(headed ? lines.slice(0, blank) : '')) return bytesOfBase64(body);
  return /^--\s*$/.test(body) ? null : new TextEncoder().encode(body.trim());
}
